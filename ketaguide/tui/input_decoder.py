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
"""More input than a person types between two reads."""


def drop_before_help(data: bytes) -> bytes:
    """Drop everything before F1 in a flood of input: parsing it would delay help by half a second."""
    start = max(map(data.rfind, F1_SEQUENCES)) if len(data) > _FLOOD_BYTES else -1
    return data[start:] if start > 0 else data


class InputDecoder:
    """Decodes input into events; on a parse error, resets the parser."""

    def __init__(self) -> None:
        self._decode = getincrementaldecoder("utf-8")(errors="replace").decode
        self._parser = Parser()

    def feed(self, data: bytes) -> Iterator[Message]:
        """Decode bytes into events. An empty text would end the parser."""
        if text := self._decode(data):
            yield from self._safely(self._parser.feed(text))

    def tick(self) -> Iterator[Message]:
        """Flush a sequence that was not completed in time."""
        yield from self._safely(self._parser.tick())

    def _safely(self, events: Any) -> Iterator[Message]:
        """Drop reports of size, mouse mode or focus, which pasted text could fake; on a parse error, reset the parser."""
        try:
            for event in events:
                if isinstance(event, InputEvent | TerminalSupportsSynchronizedOutput):
                    yield event
        except (ValueError, ArithmeticError):  # numbers that are no character
            self._parser = Parser()
