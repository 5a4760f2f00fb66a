"""A pseudo-terminal that stamps output as it arrives and draws it afterwards, so that the emulator's time is not measured."""

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from time import perf_counter

import pexpect

from tests.system.terminal import UNKNOWN, Terminal

SIZE = (100, 30)
QUIET = 0.15
"""Seconds without output after which a program has settled."""
PATIENCE = 20.0
"""Seconds after which a measurement fails."""
_SYNC = re.compile(r"(\x1b\[\?2026[hl])")
"""Begin and end of a frame that a terminal shows at once."""
_PARTIAL = re.compile(r"\x1b(?:\[[0-?]*[ -/]*|[\]P_^X][^\x07\x1b]*\x1b?)?\Z")
_ANSWERS = {
    "\x1b[?2026$p": "\x1b[?2026;2$y",
    "\x1b]11;?\x1b\\": "\x1b]11;rgb:ffff/ffff/ffff\x1b\\",
    "\x1b[c": "\x1b[?64;1;2;22c",
    "\x1b[6n": "\x1b[1;1R",
}
"""Questions that a terminal answers: synchronized output, a white background, its kind, its cursor."""

Cells = tuple[object, ...]


class TimedTerminal(Terminal):
    """A program in a window of 100 columns and 30 rows; times are seconds since it was started."""

    def __init__(self, command: list[str]) -> None:
        self._pending: list[tuple[float, str]] = []
        self._part = ""
        """A sequence whose end has not arrived."""
        self._in_frame = False
        self._began = perf_counter()
        self.last = 0.0
        """Time of the last output."""
        super().__init__(command=command, size=SIZE, content=None, env={"COLORTERM": "truecolor"})

    @property
    def now(self) -> float:
        """Seconds since the program was started."""
        return perf_counter() - self._began

    @property
    def cells(self) -> Cells:
        """Every cell with its style, and the cursor if it is shown; for comparing frames."""
        screen, (columns, rows) = self.screen, SIZE
        cursor = None if screen.cursor.hidden else (screen.cursor.x, screen.cursor.y)
        return (cursor, *(tuple(screen.buffer[row][column] for column in range(columns)) for row in range(rows)))

    def when(self, conditions: Mapping[str, Callable[[], bool]], quiet: float = QUIET) -> dict[str, float]:
        """Time at which each condition first holds of a visible frame. Returns when all have, and the program has settled."""
        seen: dict[str, float] = {}
        deadline = self.now + PATIENCE
        while self.now < deadline:
            is_quiet = not self._read(quiet)
            if is_quiet or len(self._pending) > 100:
                self._draw(conditions, seen)
            if is_quiet and len(seen) == len(conditions):
                return seen
        missing = ", ".join(name for name in conditions if name not in seen)
        said = f"{self.child.command}: {missing} did not show in {PATIENCE:.0f} seconds; the screen says:"
        raise AssertionError("\n".join([said, *self.lines]))

    def read_for(self, seconds: float) -> int:
        """Read for some seconds; the number of characters that the program wrote."""
        end, before = self.now + seconds, len(self.sent)
        while (left := end - self.now) > 0:
            self._read(left)
        return len(self.sent) - before

    def _read(self, patience: float = 0.05) -> bool:
        """Stamp and keep one piece of output, and answer its questions; False if there was none in time."""
        try:
            data = self.child.read_nonblocking(65536, timeout=patience)
        except (pexpect.TIMEOUT, pexpect.EOF):
            return False
        self.last = self.now
        before, self.sent = self.sent[-16:], self.sent + data
        for question, answer in _ANSWERS.items():
            if question in before + data and question not in before:
                self.child.send(answer)
        self._pending.append((self.last, data))
        return True

    def _draw(self, conditions: Mapping[str, Callable[[], bool]], seen: dict[str, float]) -> None:
        """Draw what has arrived, and note the conditions that hold after each visible frame."""
        pending, self._pending = self._pending, []
        for arrived, data in pending:
            text = self._part + data
            tail = _PARTIAL.search(text)
            self._part = tail[0] if tail else ""
            for piece in filter(None, _SYNC.split(text.removesuffix(self._part))):
                if _SYNC.fullmatch(piece):
                    self._in_frame = piece.endswith("h")
                else:
                    with suppress(TypeError):
                        self._stream.feed(UNKNOWN.sub("", piece))
                if not self._in_frame:
                    seen |= {name: arrived for name, holds in conditions.items() if name not in seen and holds()}
