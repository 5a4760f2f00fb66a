"""Interrupts an update at each step that changes the disk, in children of its own: python -m tests.fleet.interrupted.

Prints a line of JSON for each step: the step, what `current.pack` holds after it, and after an update that is left alone.
"""

import errno
import json
import os
import shutil
import signal
import sys
import tempfile
from hashlib import sha256
from pathlib import Path
from typing import Any

from ketaguide.errors import UpdateError
from tests.fleet.conftest import Site

CHANGES = ("os.rename", "os.symlink", "os.mkdir", "os.chmod")


def main(how: str, published: str, place: str, root: str) -> None:
    """Try each step in turn, until an update ends before it."""
    step, work = 0, Path(tempfile.mkdtemp(dir="/dev/shm" if Path("/dev/shm").is_dir() else None)) / "work"
    while True:
        step += 1
        shutil.rmtree(work, ignore_errors=True)
        shutil.copytree(place, work, symlinks=True)
        site = Site(work, Path(root).read_bytes(), published)
        ended = _child(site, how, step)
        after = _held(site)
        site.update()
        left = [path.name for path in (work / "versions").iterdir()]
        print(json.dumps([step, ended, after, _held(site), len(left), _held(site, "previous.pack")]))
        if ended == "not interrupted":
            break
    shutil.rmtree(work.parent)


def _held(site: Site, link: str = "current.pack") -> str:
    return sha256((site.place / link).read_bytes()).hexdigest() if (site.place / link).exists() else ""


def _child(site: Site, how: str, step: int) -> str:
    child = os.fork()
    if child == 0:
        interrupt = Interrupter(site.place, how, step)
        sys.addaudithook(interrupt)
        try:
            site.update()
        except UpdateError:
            os._exit(1)
        os._exit(0 if interrupt.seen < step else 3)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return "killed"
    return {0: "not interrupted", 1: "refused", 3: "ended well"}.get(os.WEXITSTATUS(status), "crashed")


class Interrupter:
    """Audit hook that counts changes of a folder: at one it kills the process, or from it on the disk is full."""

    def __init__(self, place: Path, how: str, step: int) -> None:
        self.place, self.how, self.step, self.seen = str(place), how, step, 0

    def __call__(self, event: str, args: tuple[Any, ...]) -> None:
        is_write = event == "open" and "w" in (args[1] or "")
        if (event in CHANGES or is_write) and any(str(arg).startswith(self.place) for arg in args[:2]):
            self.seen += 1
            if self.how == "kill" and self.seen == self.step:
                os.kill(os.getpid(), signal.SIGKILL)
            if self.how == "full" and self.seen >= self.step:
                raise OSError(errno.ENOSPC, "No space left on device")


if __name__ == "__main__":
    main(*sys.argv[1:])
