"""Renders contacts as plain text, the number first."""

from collections.abc import Iterable

from ketaguide.render.flow import Chunk, joined, wrap
from ketaguide.render.plain_writer import PlainWriter
from ketaguide.resolve.contact import NumberLine, ResolvedContact

_INDENT = "  "


def number_lines(numbers: Iterable[NumberLine], writer: PlainWriter) -> list[str]:
    """Each number of a care card, followed by the services that share it."""
    lines = []
    for line in numbers:
        way = str(line.way)
        lines += wrap(joined(way) if line.names else way, writer.width, _INDENT)
        for _, name in line.names:
            lines += wrap(name, writer.width, _INDENT * 3)
    return lines


def contact_piece(contact: ResolvedContact, writer: PlainWriter) -> Chunk:
    """A contact in full."""
    return Chunk(tuple(line for part in contact.lines for line in writer.lines(part)))
