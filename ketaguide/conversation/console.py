"""Line-based input and output on two streams, without terminal control."""

import re
import unicodedata
from collections.abc import Callable
from typing import BinaryIO, TextIO

LONGEST = 10_000
"""Bytes; the rest of a longer line is dropped."""

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")
_KEYS = re.compile("\x1b(?:\\[[0-?]*[ -/]*[@-~]|O.|.?)", re.DOTALL)
"""Keys that send a sequence, such as the arrows."""
_ERASES = "\b\x7f"
"""Backspace and Delete; a terminal handles one of them itself and passes the other through."""
_ERASES_WORD, _ERASES_LINE = "\x17", "\x15"
"""Ctrl+W and Ctrl+U, where the terminal passes them through."""
_ERASING = {*_ERASES, _ERASES_WORD, _ERASES_LINE}
_HALF = "\ufffd"
"""A byte left of a letter of several, where the terminal erased only the last one."""
BLANK_LINES = "\n" * 100
"""Clears a terminal that knows no sequence for it."""


class Quit(Exception):
    """Raised when the reader quits or input ends."""


class Console:
    """Reads lines and writes text; `columns` is called for each text, so that resizes take effect."""

    def __init__(
        self, source: BinaryIO, sink: TextIO, columns: Callable[[], int], echoes: bool = True, clear: str = ""
    ) -> None:
        self._source = source
        self._sink = sink
        self._columns = columns
        self._echoes = echoes
        self._clear = clear or BLANK_LINES

    @property
    def width(self) -> int:
        """Columns to wrap to."""
        return self._columns()

    def write(self, text: str) -> None:
        """Write text and flush."""
        self._sink.write(text)
        self._sink.flush()

    def clear(self) -> None:
        """Clear the screen, or move what stands there out of it."""
        self.write(self._clear)

    def line(self, prompt: str) -> str:
        """Read one answer without control characters, or the beginning of a very long one. Quit at the end of input.

        A line of nothing but arrow keys and noise is no answer: the prompt is repeated.
        """
        while True:
            raw = self._read(prompt)
            answer = _CONTROL.sub("", _apply_erase_keys(_KEYS.sub("", raw))).strip()
            if answer or not raw.strip() or any(key in raw for key in _ERASING):
                return answer

    def _read(self, prompt: str) -> str:
        """Show a prompt and read a line, or the beginning of a very long one."""
        self.write(f"{prompt} ")
        raw = self._source.readline(LONGEST)
        if not raw:
            raise Quit
        if not self._echoes:
            self.write("\n")
        if not raw.endswith(b"\n") and len(raw) == LONGEST:
            self._skip_line()
        return raw.decode("utf-8", "replace")

    def _skip_line(self) -> None:
        while (rest := self._source.readline(LONGEST)) and not rest.endswith(b"\n"):
            pass


def _apply_erase_keys(typed: str) -> str:
    """Apply erase keys: each removes the letter before it with its accents, the word before it, or all of the line."""
    kept = ""
    for letter in typed:
        if letter == _ERASES_LINE:
            kept = ""
        elif letter == _ERASES_WORD:
            kept = re.sub(r"\S*\s*$", "", kept)
        elif letter in _ERASES:
            kept = _without_last(kept)
        else:
            kept += letter
    return kept.replace(_HALF, "")


def _without_last(text: str) -> str:
    """A text without its last letter and the accents on it."""
    last = len(text) - 1
    while last > 0 and unicodedata.combining(text[last]):
        last -= 1
    return text[: max(last, 0)]
