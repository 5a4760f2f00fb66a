"""Runs the real program under strace, which kills it or reports a full disk at one chosen system call."""

import os
import re
import subprocess
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.system.runs import LIMIT, ROOT, Done, may_use

CALLS = ("openat", "write", "fsync", "mkdir", "link", "rename", "renameat2", "unlink", "unlinkat", "rmdir")
EVERY = "KETAGUIDE_EVERY_STEP"
"""The environment variable with which every call is tried, not one that writes and the one that puts in place."""
ENV = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONHASHSEED": "0"}


needs_strace = pytest.mark.skipif(
    not may_use("strace", "-o", "/dev/null", "true"), reason="strace is not installed, or not allowed here"
)


class Step(NamedTuple):
    """The n-th system call of a kind in a run, and its fate in strace's syntax."""

    call: str
    number: int
    what: str = ""

    def __str__(self) -> str:
        return f"{self.call}:{self.what}:when={self.number}"


NO_EXCHANGE = Step("renameat2", 1, "error=EINVAL")
"""A file system that cannot exchange two folders."""


def run(command: Sequence[str], *injected: Step, log: Path | None = None) -> Done:
    """Run a command to its end under strace, injecting faults into some calls or recording all of them."""
    calls = CALLS if log else [step.call for step in injected]
    trace = ["strace", "-y", "-s", "4096", "-o", str(log or os.devnull), "-e", f"trace={','.join(calls)}"] if calls else []
    trace += [word for step in injected for word in ("-e", f"inject={step}")]
    return subprocess.run([*trace, *command], capture_output=True, timeout=LIMIT, cwd=ROOT, env=ENV, check=False)


def steps(folder: Path, command: Sequence[str], *injected: Step) -> list[Step]:
    """The calls with which a command writes below a folder, or two that stand for the rest."""
    log = folder.parent / "calls"
    done = run(command, *injected, log=log)
    assert done.returncode == 0, done.stderr
    seen, found = Counter[str](), list[Step]()
    for line in log.read_text(errors="replace").splitlines():
        if called := re.match(r"(\w+)\(", line):
            seen[called[1]] += 1
            named = f"<{folder}" if called[1] in ("write", "fsync") else f'"{folder}'
            if named in line and not ("O_RDONLY" in line and "O_CREAT" not in line):
                found.append(Step(called[1], seen[called[1]]))
    assert "fsync" in {step.call for step in found}
    return found if os.environ.get(EVERY) else list(_some(found))


def _some(found: list[Step]) -> Iterator[Step]:
    writing = [step for step in found if step.call in ("write", "fsync")]
    yield writing[len(writing) // 2]
    yield [step for step in found if step.call.startswith(("rename", "link"))][-1]
