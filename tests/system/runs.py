"""The real program, run to its end with pipes instead of a terminal."""

import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
KITCHEN_SINK = ROOT / "tests" / "guides" / "kitchen_sink"
EXAMPLE = ROOT / "docs" / "site-example.yaml"
"""The site file of a surgery."""
PROGRAM = [sys.executable, "-m", "ketaguide"]
AS_THE_UNIT = ["unshare", "--mount", sys.executable, str(Path(__file__).with_name("as_the_unit.py"))]
"""The command before a unit, a folder to write in, and what is to stand before the unit's own program."""
LIMIT = 60
"""Seconds after which a program counts as hung; passing tests never take that long."""


Done = subprocess.CompletedProcess[bytes]


def run(*args: str, typed: bytes = b"", content: Path = KITCHEN_SINK, env: Mapping[str, str] | None = None) -> Done:
    """Run `ketaguide` with answers from a pipe."""
    return subprocess.run(
        [*PROGRAM, "--content", str(content), *args],
        input=typed, capture_output=True, timeout=LIMIT, cwd=ROOT, env={**os.environ, **(env or {})}, check=False,
    )  # fmt: skip


def inside(*args: str | Path, typed: bytes = b"", content: Path | None = KITCHEN_SINK) -> Done:
    """The same in this process, which is quicker: for tests to which the process does not matter."""
    from ketaguide.cli import main

    output, messages = (TextIOWrapper(BytesIO(), "utf-8", "backslashreplace", write_through=True) for _ in range(2))
    before, sys.stdin = sys.stdin, TextIOWrapper(BytesIO(typed))
    where = ["--content", str(content)] if content else []
    try:
        with redirect_stdout(output), redirect_stderr(messages):
            code: Any = main([*where, *map(str, args)])
    except SystemExit as ended:
        code = ended.code
    finally:
        sys.stdin = before
    return Done(args, code, output.buffer.getvalue(), messages.buffer.getvalue())


def printed(*args: str) -> str:
    """The output of a command that must succeed without a remark and without an escape sequence."""
    done = inside(*args)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"\x1b" not in done.stdout
    return done.stdout.decode()


def shell(command: str) -> Done:
    """Run a line of shell in which $KETAGUIDE is the program on the kitchen sink."""
    program = " ".join([*PROGRAM, "--content", str(KITCHEN_SINK)])
    return subprocess.run(
        ["/bin/bash", "-o", "pipefail", "-c", command],
        capture_output=True, timeout=LIMIT, cwd=ROOT, env={**os.environ, "KETAGUIDE": program}, check=False,
    )  # fmt: skip


def may_use(*command: str) -> bool:
    """True if a program is installed and may do here what the command tries."""
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        return False
