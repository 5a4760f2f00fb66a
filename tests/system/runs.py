"""The real program, run to its end with pipes instead of a terminal."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
KITCHEN_SINK = ROOT / "tests" / "guides" / "kitchen_sink"
PROGRAM = [sys.executable, "-m", "ketaguide"]
LIMIT = 60
"""Seconds after which a program counts as hung; passing tests never take that long."""


Done = subprocess.CompletedProcess[bytes]


def run(*args: str, typed: bytes = b"", content: Path = KITCHEN_SINK, env: Mapping[str, str] | None = None) -> Done:
    """Run `ketaguide` with answers from a pipe."""
    return subprocess.run(
        [*PROGRAM, "--content", str(content), *args],
        input=typed, capture_output=True, timeout=LIMIT, cwd=ROOT, env={**os.environ, **(env or {})}, check=False,
    )  # fmt: skip


def shell(command: str) -> Done:
    """Run a line of shell in which $KETAGUIDE is the program on the kitchen sink."""
    program = " ".join([*PROGRAM, "--content", str(KITCHEN_SINK)])
    return subprocess.run(
        ["/bin/bash", "-o", "pipefail", "-c", command],
        capture_output=True, timeout=LIMIT, cwd=ROOT, env={**os.environ, "KETAGUIDE": program}, check=False,
    )  # fmt: skip
