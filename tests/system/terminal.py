"""The real program in a real pseudo-terminal, with an emulator that shows what a person would see."""

import os
import re
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

import pexpect
import pyte

from tests.system.runs import KITCHEN_SINK, PROGRAM, ROOT

HOME = "Ask in your own words"
HELP = "Samaritans: talk at any hour."
WAITING = "Press any key to start"
"""Words by which the first page, the page of help and the cover of a kiosk are known."""
DEADLINE = 30.0
"""Seconds after which expected text counts as missing; passing tests never wait that long."""

KEYS = {
    "enter": "\r", "esc": "\x1b", "tab": "\t", "shift+tab": "\x1b[Z", "up": "\x1b[A", "down": "\x1b[B", "pgup": "\x1b[5~",
    "pgdn": "\x1b[6~", "home": "\x1b[H", "end": "\x1b[F", "f1": "\x1bOP", "f2": "\x1bOQ", "f3": "\x1bOR", "f4": "\x1bOS",
    "f5": "\x1b[15~", "f6": "\x1b[17~", "f7": "\x1b[18~", "f8": "\x1b[19~", "f9": "\x1b[20~", "f10": "\x1b[21~",
    "left": "\x1b[D", "right": "\x1b[C", "ctrl+c": "\x03", "ctrl+g": "\x07", "ctrl+p": "\x10", "ctrl+q": "\x11",
    "ctrl+z": "\x1a",
}  # fmt: skip

UNKNOWN = re.compile(r"\x1b\[[<>=][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*\$p|\x1b\[\?u|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)")
"""Sequences that the emulator does not know and would print."""


class Spawned:
    """A program and its window; used as a context, which ends it."""

    def __init__(
        self, command: list[str] | None, args: tuple[str, ...], content: Path | None, size: tuple[int, int],
        term: str, env: dict[str, str] | None,
    ) -> None:  # fmt: skip
        ours = ("NO_COLOR", "COLORTERM", "COLUMNS", "LINES", "CI")
        inherited = {key: value for key, value in os.environ.items() if key not in ours}
        where = ["--content", str(content)] if content else []
        program, *rest = command or [*PROGRAM, *where, *args]
        self.child = pexpect.spawn(
            program, rest, dimensions=size[::-1], timeout=DEADLINE, cwd=str(ROOT),
            env={**inherited, **(env or {}), "TERM": term}, encoding="utf-8", codec_errors="replace",
        )  # fmt: skip
        self.child.delaybeforesend = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        with suppress(OSError, pexpect.ExceptionPexpect):  # a window that was closed in the test is closed already
            self.child.close(force=True)

    @property
    def pid(self) -> int:
        """The program's process."""
        assert self.child.pid is not None
        return self.child.pid

    def hangs_up(self) -> None:
        """Close the window and with it the program's terminal."""
        os.close(self.child.fileno())


class Terminal(Spawned):
    """`ketaguide` in a pseudo-terminal; used as a context, which ends it."""

    def __init__(
        self,
        *args: str,
        size: tuple[int, int] = (80, 22),
        content: Path | None = KITCHEN_SINK,
        term: str = "xterm-256color",
        command: list[str] | None = None,
        env: dict[str, str] | None = None,
    ) -> None:
        super().__init__(command, args, content, size, term, env)
        self.screen = pyte.Screen(*size)
        self._stream = pyte.Stream(self.screen)
        self.sent = ""
        """Everything the program has written."""

    @property
    def lines(self) -> list[str]:
        """The rows of the screen."""
        return list(self.screen.display)

    @property
    def text(self) -> str:
        """The screen as one text, runs of white space as one space."""
        return " ".join(" ".join(self.lines).split())

    def press(self, *keys: str) -> "Terminal":
        """Press keys by name; anything else is typed as it is."""
        for key in keys:
            self.child.send(KEYS.get(key, key))
        return self

    def click(self, column: int, row: int) -> "Terminal":
        """Click with the left button; counted from 0."""
        self.child.send(f"\x1b[<0;{column + 1};{row + 1}M\x1b[<0;{column + 1};{row + 1}m")
        return self

    def click_on(self, words: str) -> "Terminal":
        """Click on the first place where the screen says `words`, once it does."""
        self.until(lambda: any(words in line for line in self.lines), words)
        row = next(row for row, line in enumerate(self.lines) if words in line)
        return self.click(self.lines[row].index(words) + 1, row)

    def resize(self, columns: int, rows: int) -> "Terminal":
        """Change the size of the terminal."""
        self.screen.resize(rows, columns)
        self.child.setwinsize(rows, columns)
        return self

    def is_gone(self) -> bool:
        """Wait for the program to exit after its terminal has closed."""
        deadline = time.monotonic() + DEADLINE
        while time.monotonic() < deadline:
            ended, _ = os.waitpid(self.pid, os.WNOHANG)
            if ended:
                return True
            time.sleep(0.02)
        return False

    def sees(self, words: str) -> "Terminal":
        """Wait until the screen says `words`."""
        return self.until(lambda: words in self.text, f"{words!r} to appear")

    def settles(self) -> "Terminal":
        """Wait until the output stops: a frame arrives in pieces."""
        while self._read() or self._read():
            pass
        return self

    def sees_after(self, key: str, words: str) -> "Terminal":
        """Press a key until the screen says `words`: earlier input may still be queued."""
        return self.until(lambda: words in self.press(key).text, f"{words!r} to appear after {key}")

    def sees_no_more(self, words: str) -> "Terminal":
        """Wait until the screen no longer says `words`."""
        return self.until(lambda: words not in self.text, f"{words!r} to go")

    def until(self, holds: Callable[[], bool], what: str) -> "Terminal":
        """Wait until something holds of the screen."""
        deadline = time.monotonic() + DEADLINE
        while not holds():
            if time.monotonic() > deadline:
                raise AssertionError(f"waited in vain for {what}; the screen says:\n" + "\n".join(self.lines))
            self._read()
        return self

    def ends(self) -> int:
        """Wait until the program has ended; its exit code, or minus the signal that ended it."""
        self.until(lambda: not self.child.isalive(), "the program to end")
        while self._read():
            pass
        self.child.close()
        return self.child.exitstatus if self.child.exitstatus is not None else -(self.child.signalstatus or 0)

    def _read(self) -> bool:
        try:
            data = self.child.read_nonblocking(65536, timeout=0.05)
        except (pexpect.TIMEOUT, pexpect.EOF):
            return False
        self.sent += data
        with suppress(TypeError):  # a sequence without its beginning, discarded by a fuzzer: a terminal ignores it
            self._stream.feed(UNKNOWN.sub("", data))
        return True


def opened(terminal: Terminal) -> Terminal:
    """Open the guide, past the waiting screen of a kiosk."""
    terminal.until(lambda: HOME in terminal.text or WAITING in terminal.text, "the guide")
    if HOME not in terminal.text:
        terminal.press("enter").sees(HOME)
    return terminal.until(lambda: "F9 Hide" in terminal.lines[-1], "the keys in the last row").settles()


def restored(terminal: Terminal) -> bool:
    """True if the program has restored the terminal: screen, mouse, cursor, focus reports."""
    sent = terminal.sent
    modes = ("1049", "1003", "1004")
    undone = all(sent.rfind(f"\x1b[?{mode}l") > sent.rfind(f"\x1b[?{mode}h") for mode in modes)
    return undone and sent.rfind("\x1b[?25h") > sent.rfind("\x1b[?25l")
