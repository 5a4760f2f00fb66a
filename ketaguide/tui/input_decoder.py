"""Decodes terminal input."""

from codecs import getincrementaldecoder
from collections.abc import Iterator
from typing import Any

from textual.events import InputEvent
from textual.message import Message
from textual.messages import TerminalSupportsSynchronizedOutput

from ketaguide.tui.textual_private import Parser

F1_SEQUENCES = (b"\x1bOP", b"\x1b[11~", b"\x1b[[A", b"\x1b[P")
"""Sequences that terminals send for F1; the last is that of kitty's protocol."""
_FLOOD_BYTES = 1000
"""More than anybody types before a program gets to read it."""


def newest(data: bytes) -> bytes:
    """Of a flood with F1 in it what begins there: the rest would be parsed for half a second, and dropped."""
    start = max(map(data.rfind, F1_SEQUENCES)) if len(data) > _FLOOD_BYTES else -1
    return data[start:] if start > 0 else data


class InputDecoder:
    """Decodes input into events; on a parse error, resets the parser."""

    def __init__(self) -> None:
        self._decode = getincrementaldecoder("utf-8")(errors="replace").decode
        self._parser = Parser()

    def feed(self, data: bytes) -> Iterator[Message]:
        """Events of some more bytes. Text of no length would end the parser."""
        if text := self._decode(data):
            yield from self._safely(self._parser.feed(text))

    def tick(self) -> Iterator[Message]:
        """Events of a sequence that nothing has followed."""
        yield from self._safely(self._parser.tick())

    def _safely(self, found: Any) -> Iterator[Message]:
        """Only what a person can do goes on: a report that anyone can fake must not change size, mouse or focus."""
        try:
            for event in found:
                if isinstance(event, InputEvent | TerminalSupportsSynchronizedOutput):
                    yield event
        except (ValueError, ArithmeticError):  # numbers that are no character
            self._parser = Parser()
