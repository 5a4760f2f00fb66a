"""Where the words go and the answers come from: two streams, and nothing that only a terminal can do."""

import re
from collections.abc import Callable
from typing import BinaryIO, TextIO

LONGEST = 200
"""Bytes. No answer is that long: what is beyond is thrown away unread."""

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")
_ERASES = "\b\x7f"
"""Backspace and Delete: a terminal knows one of them as its own key, and the other comes through as it is."""


class Leave(Exception):
    """The reader wants to leave, or nothing more can come from them."""


class Console:
    """Reads lines and writes text. `columns` is asked each time, so that a window may change its size."""

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
        """Show text at once."""
        self._sink.write(text)
        self._sink.flush()

    def line(self, prompt: str) -> str:
        """One answer, without control characters; nothing for one that is too long. Leave at the end of input."""
        self.write(f"{prompt} ")
        raw = self._source.readline(LONGEST)
        if not raw:
            raise Leave
        if not self._echoes:
            self.write("\n")
        if not raw.endswith(b"\n") and len(raw) == LONGEST:
            self._skip_line()
            return ""
        return _CONTROL.sub("", _erased(raw.decode("utf-8", "replace"))).strip()

    def _skip_line(self) -> None:
        while (rest := self._source.readline(LONGEST)) and not rest.endswith(b"\n"):
            pass


def _erased(typed: str) -> str:
    """What is left of what was typed: each key that erases takes away one letter."""
    left: list[str] = []
    for letter in typed:
        if letter not in _ERASES:
            left.append(letter)
        else:
            del left[-1:]
    return "".join(left)
