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
_ANSWER = re.compile(rb"\x1b\]11;([ -~]{0,64}+)(\x07|\x1b\\|(?=[^\x1b])|(?=\x1b[^\\]))", re.DOTALL)
"""An answer with its end; or one broken off by a character that no answer has, or by more than any has: that is input."""
_BEGUN = re.compile(rb"(?:\x1b\]11;[ -~]{0,64}\x1b?|\x1b(?:\](?:11?)?)?)\Z")
"""The end of some input, while it may be the beginning of an answer."""
_COLOUR = re.compile(rb"rgba?:([0-9a-f]{1,4})/([0-9a-f]{1,4})/([0-9a-f]{1,4})(?:/[0-9a-f]{1,4})?", re.IGNORECASE)
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
        kept, is_holding = _ANSWER.sub(self._take, self._held + data), bool(self._held)
        begun = _BEGUN.search(kept)
        if begun is None or (self.is_answered and begun[0] == b"\x1b"):  # after the answer, Esc alone need not wait
            self._held = b""
            return kept
        self._held, self._held_at = begun[0], self._held_at if is_holding else monotonic()
        return kept[: begun.start()]

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

    def _take(self, answer: re.Match[bytes]) -> bytes:
        if answer[2] and self._report and (dark := is_dark(answer[1])) is not None:
            self._report(dark)
            self._report = None
        return b""
