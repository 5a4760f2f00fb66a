"""Who to call, as plain lines: the number first, easy to find and to dial."""

from collections.abc import Iterable

from ketaguide.model.contact import Contact
from ketaguide.render import phrases
from ketaguide.render.flow import Piece, joined, wrap
from ketaguide.render.plain_prose import Pen

_INDENT = "  "


def numbers(contacts: Iterable[Contact], pen: Pen) -> list[str]:
    """Each number once, under it every service that answers there; a service without a number stands by its name."""
    by_way: dict[str, list[str]] = {}
    for contact in contacts:
        way = phrases.short_way(contact, pen.labels) if contact.phone or contact.sms else ""
        named = f"{contact.name}: {contact.phone_note}" if contact.phone_note else contact.name
        by_way.setdefault(way or contact.name, []).extend([named] if way else [])
    lines = []
    for way, names in by_way.items():
        lines += wrap(joined(way) if names else way, pen.width, _INDENT)
        for name in names:
            lines += wrap(name, pen.width, _INDENT * 3)
    return lines


def contact_piece(contact: Contact, pen: Pen) -> Piece:
    """Everything known about one service."""
    lines = pen.lines(contact.name) + pen.pair(pen.labels.for_whom, contact.for_whom)
    if pen.reading.nation is None and not _says_where(contact, pen):
        lines = pen.lines(phrases.for_nations(contact.nations, pen.labels)) + lines
    for way in phrases.contact_ways(contact, pen.reading.guide, pen.labels):
        lines += pen.lines(way)
    return Piece(tuple(lines))


def _says_where(contact: Contact, pen: Pen) -> bool:
    """Whether a reader can tell from its name, or from whom it is for, where a service works."""
    said = f"{contact.name} {contact.for_whom}"
    return all(phrases.nation_name(nation, pen.labels) in said for nation in contact.nations)
