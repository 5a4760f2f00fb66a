"""Runs commands on the kitchen sink one after another in one process: `python -m tests.system.many COMMAND ...`

Prints the exit code, the output and the messages of each as JSON.
"""

import json
import subprocess
import sys
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from tests.system.runs import KITCHEN_SINK, LIMIT, ROOT, inside

TYPED = b"1\n0\nleave\n"
"""The answers that each command is given."""


class Said(NamedTuple):
    """The end of one command."""

    code: int
    output: str
    messages: str


def run_many(commands: Iterable[str], env: Mapping[str, str], module: str = __name__) -> dict[str, Said]:
    """Run commands in one process of their own; returns what each has said."""
    done = subprocess.run(
        [sys.executable, "-m", module, *commands], stdin=subprocess.DEVNULL, capture_output=True, timeout=LIMIT, cwd=ROOT,
        env=env, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()
    return {command: Said(*said) for command, said in json.loads(done.stdout).items()}


def main() -> None:
    """Run every command."""
    said = {}
    for command in sys.argv[1:]:
        done = inside(*command.split(), typed=TYPED, content=None if command == "crisis" else KITCHEN_SINK)
        said[command] = done.returncode, done.stdout.decode(), done.stderr.decode()
    json.dump(said, sys.stdout)


if __name__ == "__main__":
    main()
