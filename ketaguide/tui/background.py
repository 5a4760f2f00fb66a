"""The terminal's background: asked for once, and its answer taken out of the input.

The answer may come at any time or never, in pieces, or malformed; it must never be typed into a field. Terminals send it as
`ESC ] 11 ; rgb:RRRR/GGGG/BBBB`, ended by BEL or `ESC \\` (xterm's control sequences, OSC 11).
"""

import re
from collections.abc import Callable
from time import monotonic

from textual.message import Message

ASK = "\x1b]11;?\x1b\\"
"""Query for the background; a terminal that does not know it draws over it in the first frame."""
_START = b"\x1b]11;"
_END = re.compile(rb"\x07|\x1b\\|[^ -~]")
"""End of an answer, or a character that no answer has: then what follows is input."""
_COLOUR = re.compile(rb"rgba?:([0-9a-f]{1,4})/([0-9a-f]{1,4})/([0-9a-f]{1,4})(?:/[0-9a-f]{1,4})?", re.IGNORECASE)
_MOST_BYTES = 64
"""More than any answer has."""
_PIECE_SECONDS = 1.0
"""Seconds for the pieces of one answer; a shorter silence may be a slow line."""
_DARK = 0.179
"""White text has more contrast than black on a background of less luminance (WCAG 2.2, relative luminance)."""


class BackgroundFound(Message):
    """The terminal has told its background."""

    def __init__(self, *, is_dark: bool) -> None:
        super().__init__()
        self.is_dark = is_dark


def is_dark(answer: bytes) -> bool | None:
    """True for a dark background; None for a malformed answer."""
    if not (found := _COLOUR.fullmatch(answer)):
        return None
    shares = [int(digits, 16) / (16 ** len(digits) - 1) for digits in found.groups()]
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return bool(0.2126 * red + 0.7152 * green + 0.0722 * blue < _DARK)


class BackgroundReader:
    """Takes answers about the background out of the input and reports the first."""

    def __init__(self, report: Callable[[bool], None]) -> None:
        self._report: Callable[[bool], None] | None = report
        self._held = b""
        """Input that is, or may become, an answer."""
        self._held_at = 0.0

    @property
    def is_answered(self) -> bool:
        """True once an answer has come."""
        return self._report is None

    def feed(self, data: bytes) -> bytes:
        """The input without answers. Its end is held back while it may be the beginning of one."""
        if self._is_late:
            self._held = b""
        if not self._held and b"\x1b" not in data:
            return data
        before, (data, self._held) = self._held, (self._held + data, b"")
        kept = b""
        while (start := data.find(_START)) >= 0:
            kept, answer = kept + data[:start], data[start + len(_START) :]
            end = _END.search(answer)
            if len(answer[: end and end.start()]) > _MOST_BYTES:
                data = answer[_MOST_BYTES:]
            elif end is None or answer[end.start() :] == b"\x1b":
                return kept + self._hold(data[start:], before)
            else:
                is_ended = end[0] in (b"\x07", b"\x1b\\")
                if is_ended:
                    self._take(answer[: end.start()])
                data = answer[end.end() if is_ended else end.start() :]
        shortest = 2 if self.is_answered else 1  # after the answer, Esc alone need not wait
        for length in range(len(_START) - 1, shortest - 1, -1):
            if data.endswith(_START[:length]):
                return kept + data[:-length] + self._hold(data[-length:], before)
        return kept + data

    def tick(self) -> bytes:
        """Input held back in vain."""
        if self._held.startswith(_START):
            self._held = b"" if self._is_late else self._held
            return b""
        held, self._held = self._held, b""
        return held

    @property
    def _is_late(self) -> bool:
        return self._held.startswith(_START) and monotonic() - self._held_at > _PIECE_SECONDS

    def _hold(self, data: bytes, before: bytes) -> bytes:
        """Hold the beginning of an answer back, from its first piece on."""
        self._held_at = self._held_at if before else monotonic()
        self._held = data
        return b""

    def _take(self, answer: bytes) -> None:
        if self._report and (dark := is_dark(answer)) is not None:
            self._report(dark)
            self._report = None
