"""A person at a line-only terminal: the real program in a real pseudo-terminal, without an emulator."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType

import pexpect

from tests.system.runs import KITCHEN_SINK, ROOT
from tests.system.spawned import Spawned
from tests.unit.scripted import choices

PROMPT = "0: help. ?: more "
"""The end of every prompt, which says how to get help."""
CARD = "Emergency: Call 999 or go to A&E now if:"
DEADLINE = 30
"""Seconds after which expected text counts as missing; passing tests never wait that long."""


def flat(text: str) -> str:
    """A text in one line."""
    return " ".join(text.split())


class LineTerminal(Spawned):
    """`ketaguide` with a line terminal of 40 columns; used as a context, which ends it."""

    def __init__(
        self,
        *args: str,
        content: Path | None = KITCHEN_SINK,
        columns: int = 40,
        term: str = "dumb",
        command: list[str] | None = None,
        env: dict[str, str] | None = None,
    ) -> None:
        where = ["--content", str(content)] if content else []
        inherited = {key: value for key, value in os.environ.items() if key not in ("COLUMNS", "LINES")}
        program, *rest = command or [sys.executable, "-m", "ketaguide", *where, *args]
        self.child = pexpect.spawn(
            program, rest, dimensions=(24, columns), timeout=DEADLINE,
            env={**inherited, **(env or {}), "TERM": term}, cwd=str(ROOT), encoding="utf-8", codec_errors="replace",
        )  # fmt: skip
        self.child.delaybeforesend = None
        self.output = ""
        """All output of the terminal."""

    def __enter__(self) -> "LineTerminal":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        with suppress(OSError, pexpect.ExceptionPexpect):  # a window that was closed in the test is closed already
            self.child.close(force=True)

    def read(self, prompt: str = PROMPT) -> str:
        """Read output up to the next prompt."""
        self.child.expect_exact(prompt)
        return self._take(prompt)

    def answer(self, answer: str, prompt: str = PROMPT) -> str:
        """Type an answer and Enter; returns the output up to the next prompt."""
        self.child.sendline(answer)
        return self.read(prompt)

    def choose(self, text: str, words: str) -> str:
        """Choose the option in `text`, or else listed by ?, whose label begins with `words`, here or under More."""
        offered = choices(text) or choices(self.answer("?"))
        for number, choice in offered.items():
            if choice.startswith(words):
                return self.answer(number)
        if any(choice.startswith("More: search") for choice in offered.values()):
            return self.choose(self.choose(text, "More: search"), words)
        raise AssertionError(f"no choice begins with {words!r} in:\n{text}")

    def widest(self) -> int:
        """The columns of the widest line, without what was typed."""
        lines = (line.partition(PROMPT) for line in self.output.splitlines())
        return max(len(f"{before}{prompt}") for before, prompt, _ in lines)

    def ends(self) -> str:
        """Read output until the program has ended."""
        self.child.expect(pexpect.EOF)
        said = self._take()
        self.child.close()
        return said

    def _take(self, prompt: str = "") -> str:
        said = self.child.before or ""
        self.output += said + prompt
        return said.replace("\r\n", "\n")


@contextmanager
def conversation() -> Iterator[LineTerminal]:
    """The shipped guide, its opening read; at the end no line was wider than 40 columns and nothing was an escape sequence."""
    with LineTerminal(content=None) as terminal:
        terminal.read()
        yield terminal
        assert terminal.widest() <= 40
        assert "\x1b" not in terminal.output
