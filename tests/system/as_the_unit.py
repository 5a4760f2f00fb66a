"""Starts a unit's program under its restrictions: nothing can be written, and only `ExecPaths=` can be run.

    unshare --mount python as_the_unit.py UNIT RUNTIME-FOLDER [COMMAND-IN-FRONT ...]

It stands in for systemd, which does not run where tests do. What it leaves out (system calls, devices, users) is looked
at by `systemd-analyze` and by a person at the first cold boot.
"""

import ctypes
import os
import shlex
import sys
from pathlib import Path

READ_ONLY, NO_EXEC, REMOUNT, BIND, RECURSIVE, PRIVATE = 1, 8, 32, 4096, 16384, 1 << 18
ELSEWHERE = ("/proc", "/sys", "/dev", "/tmp")
"""`ProtectSystem=strict` leaves these as they are, and `PrivateTmp=` gives another."""

_mount = ctypes.CDLL(None, use_errno=True).mount


def mount(source: str, target: str, flags: int, kind: str = "none") -> None:
    """As mount(2)."""
    if _mount(source.encode(), target.encode(), kind.encode(), ctypes.c_ulong(flags), None):
        raise OSError(ctypes.get_errno(), f"mount {target}")


def settings(unit: Path) -> dict[str, list[str]]:
    """The words of each `Name=` of a unit; of a name that stands twice the last."""
    lines = (line.partition("=") for line in unit.read_text().splitlines() if not line.startswith(("#", "[")))
    return {name: [_plain(word) for word in shlex.split(value)] for name, equals, value in lines if equals}


def _plain(word: str) -> str:
    return word.replace("%%", "%").replace("$$", "$")


def main(unit: str, folder: str, *in_front: str) -> None:
    """Apply the restrictions, then execute the unit's program."""
    said = settings(Path(unit))
    paths = [path.lstrip("-") for path in said["ExecPaths"]] + [*in_front[:1]]
    points = [line.split()[1] for line in Path("/proc/self/mounts").read_text().splitlines()]
    mount("none", "/", RECURSIVE | PRIVATE)
    if runtime := said.get("RuntimeDirectory"):
        mount("none", "/run", 0, "tmpfs")
        Path("/run", runtime[0]).mkdir()
        mount(folder, f"/run/{runtime[0]}", BIND)
    mount("/tmp", "/tmp", BIND)
    for path in filter(os.path.exists, paths):
        mount(path, path, BIND)
        mount("none", path, REMOUNT | BIND | READ_ONLY)
    for point in dict.fromkeys(points):
        if not point.startswith(ELSEWHERE):
            mount("none", point, REMOUNT | BIND | READ_ONLY | NO_EXEC)
    command = [*in_front, *said["ExecStart"]]
    os.execv(command[0], command)


if __name__ == "__main__":
    main(*sys.argv[1:])
