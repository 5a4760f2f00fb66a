"""Decodes terminal input."""

import re
from codecs import getincrementaldecoder
from collections.abc import Iterator
from typing import Any

from textual.events import InputEvent, Key
from textual.message import Message
from textual.messages import TerminalSupportsSynchronizedOutput

from ketaguide.tui.textual_private import Parser

_HELP = re.compile(rb"\x1b(?:OP|\[11~|\[\[A|\[(?:1;\d+)?P|\[103;(?:5|69|133|197)u)|\x07")
"""Sequences that terminals send for F1 and Ctrl+G, also in kitty's protocol with Caps Lock and Num Lock."""
_FLOOD_BYTES = 1000
"""More input than a person types between two reads."""


def drop_before_help(data: bytes) -> bytes:
    """Drop everything before the last help key in a flood of input: parsing it would delay help by half a second."""
    start = max((found.start() for found in _HELP.finditer(data)), default=0) if len(data) > _FLOOD_BYTES else 0
    return data[start:] if start else data


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
                if isinstance(event, Key) and event.key == "ctrl+j":
                    yield Key("enter", "\r")  # as the terminal sends Enter before the guide has set it up
                elif isinstance(event, InputEvent | TerminalSupportsSynchronizedOutput):
                    yield event
        except (ValueError, ArithmeticError):  # numbers that are no character
            self._parser = Parser()
