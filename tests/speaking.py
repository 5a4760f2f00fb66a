"""Helpers for tests of reading aloud: stand-ins for voices, and a sound card without output."""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from time import monotonic, sleep

import pytest

ESPEAK = Path("/usr/bin/espeak-ng")
needs_espeak = pytest.mark.skipif(not ESPEAK.exists(), reason="espeak-ng is not installed")

_PROGRAM = """#!{python} -IS
import json, os, sys, time
with open({log!r}, "a") as log:
    log.write(json.dumps(sys.argv[1:]) + "\\n")
if {fails}:
    sys.exit("error: no sound")
if {pipe!r}:
    open({pipe!r}).read()
if {waits} and sys.argv[1:] != ["--cancel"]:
    time.sleep(3600)
"""


def stand_in(folder: Path, name: str, *, waits: bool = False, fails: bool = False, pipe: Path | None = None) -> Path:
    """Make a speech program that logs its arguments.

    With `waits`, it speaks until it is killed; with `pipe`, until something is written to it.
    """
    program, log = folder / name, str(folder / "calls")
    said = _PROGRAM.format(python=sys.executable, log=log, fails=fails, waits=waits, pipe=str(pipe or ""))
    program.write_text(said)
    program.chmod(0o755)
    return program


HANGS = {
    "sleeps": "exec /bin/sleep 3600",
    "deaf": "trap '' TERM INT HUP PIPE; while :; do /bin/sleep 3600; done",
    "with another": "/bin/sleep 3600 & /bin/sleep 3600",
}
"""Shell commands that never end, by name."""


def hanging(folder: Path, name: str, how: str) -> Path:
    """Make a program that never ends."""
    return _script(folder, name, HANGS[how])


def leaves_child(folder: Path, name: str) -> Path:
    """Make a program that succeeds but leaves a child, which keeps its pipes open."""
    return _script(folder, name, "/bin/sleep 3600 & exit 0")


def _script(folder: Path, name: str, words: str) -> Path:
    program = folder / name
    program.write_text(f"#!/bin/sh\necho $$ >> {folder}/begun\n{words}\n")
    program.chmod(0o755)
    return program


def remaining(folder: Path) -> list[int]:
    """Remaining processes of the hanging programs of a folder, and of their groups."""
    begun = folder / "begun"
    groups = {int(line) for line in begun.read_text().split()} if begun.exists() else set()
    return [process for process, group in _groups() if group in groups]


def outliving(folder: Path) -> list[int]:
    """What remains once killed processes had time to end, which the system ends at its leisure."""
    deadline = monotonic() + 20
    while (left := remaining(folder)) and monotonic() < deadline:
        sleep(0.01)
    return left


def _groups() -> Iterator[tuple[int, int]]:
    """Id and group of every running process."""
    for entry in Path("/proc").iterdir():
        with suppress(OSError, ValueError):
            state, _, group = (entry / "stat").read_text().rpartition(")")[2].split()[:3]
            if state != "Z":
                yield int(entry.name), int(group)


def calls(folder: Path) -> list[list[str]]:
    """Arguments of every call of the stand-ins in a folder."""
    log = folder / "calls"
    return [json.loads(line) for line in log.read_text().splitlines()] if log.exists() else []


def running(program: Path, parent: int | None = None) -> list[int]:
    """Running processes of a program that are children of this process or of `parent`."""
    found = []
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            words = (entry / "cmdline").read_bytes().split(b"\0")
            above = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
        if str(program).encode() in words[:3] and above == (parent or os.getpid()):
            found.append(int(entry.name))
    return found


def silent_card(folder: Path) -> Path:
    """Configure a sound card that blocks, so that speech lasts until it is stopped."""
    pipe, config = folder / "pipe", folder / "card.conf"
    os.mkfifo(pipe)
    config.write_text(f'pcm.!default {{ type file slave.pcm {{ type null }} file "{pipe}" format raw }}\n')
    return config
