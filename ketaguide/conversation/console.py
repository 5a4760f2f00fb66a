"""Line-based input and output on two streams, without terminal control."""

import re
from collections.abc import Callable
from typing import BinaryIO, TextIO

LONGEST = 10_000
"""Bytes; the rest of a longer line is dropped."""

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")
_ERASES = "\b\x7f"
"""Backspace and Delete; a terminal handles one of them itself and passes the other through."""


class Quit(Exception):
    """Raised when the reader quits or input ends."""


class Console:
    """Reads lines and writes text; `columns` is called for each text, so that resizes take effect."""

    def __init__(self, source: BinaryIO, sink: TextIO, columns: Callable[[], int], echoes: bool = True) -> None:
        self._source = source
        self._sink = sink
        self._columns = columns
        self._echoes = echoes

    @property
    def width(self) -> int:
        """Columns to wrap to."""
        return self._columns()

    def write(self, text: str) -> None:
        """Write text and flush."""
        self._sink.write(text)
        self._sink.flush()

    def line(self, prompt: str) -> str:
        """Read one answer without control characters, or the beginning of a very long one. Quit at the end of input."""
        self.write(f"{prompt} ")
        raw = self._source.readline(LONGEST)
        if not raw:
            raise Quit
        if not self._echoes:
            self.write("\n")
        if not raw.endswith(b"\n") and len(raw) == LONGEST:
            self._skip_line()
        return _CONTROL.sub("", _apply_erase_keys(raw.decode("utf-8", "replace"))).strip()

    def _skip_line(self) -> None:
        while (rest := self._source.readline(LONGEST)) and not rest.endswith(b"\n"):
            pass


def _apply_erase_keys(typed: str) -> str:
    """Apply erase keys: each removes the character before it."""
    kept: list[str] = []
    for letter in typed:
        if letter not in _ERASES:
            kept.append(letter)
        else:
            del kept[-1:]
    return "".join(kept)
