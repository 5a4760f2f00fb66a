"""Resolves contacts for one reader: ways to reach a service with their links, its nations, and overdue checks."""

import re
from collections.abc import Iterable
from typing import Literal, NamedTuple

from ketaguide.model.block import Contacts
from ketaguide.model.contact import Contact, Nation
from ketaguide.model.interface.shared import Labels
from ketaguide.resolve.view import GuideView
from ketaguide.resolve.wording import date_words, for_nations, nation_name

_NOT_DIALLED = re.compile(r"[^0-9+]")
_NOT_A_WORD = re.compile(r"[^A-Za-z0-9]")
_WEB = re.compile(r"https://[A-Za-z0-9][A-Za-z0-9.-]*(:[0-9]+)?(/[^\s\x00-\x1f\x7f-\x9f\ud800-\udfff\"'<>\\^`{|}]*)?")

WayKind = Literal["phone", "sms", "web", "other", "due"]


class Way(NamedTuple):
    """One way to reach a service, or one fact about it."""

    kind: WayKind
    text: str
    """The link text if `href` is set."""
    href: str = ""
    before: str = ""
    after: str = ""
    """Text around the link."""

    def __str__(self) -> str:
        """All of its text."""
        return f"{self.before}{self.text}{self.after}"


class ResolvedContact(NamedTuple):
    """A contact, resolved for a reader."""

    id: str
    where: str
    """"In Scotland:", if no nation is chosen and neither its name nor `for_whom` says so; else empty."""
    name: str
    for_whom: str
    ways: tuple[Way, ...]
    check_by: str
    last_checked: str
    """"We last checked this in November 2026.", for a view that learns the current date later."""
    nations: tuple[Nation, ...]
    """The nations it serves; empty for all."""

    @property
    def lines(self) -> tuple[str, ...]:
        """All of it as lines of text."""
        return tuple(filter(None, (self.where, self.name, self.for_whom, *map(str, self.ways))))


class NumberLine(NamedTuple):
    """One number of a care card with every service that shares it; a service without a number is shown by name."""

    way: Way
    names: tuple[tuple[str, str], ...] = ()
    """(contact id, name with its phone note)."""
    nations: tuple[tuple[Nation, ...], ...] = ()
    """The nations that each of the names serves."""


def resolve_contact(contact: Contact, view: GuideView) -> ResolvedContact:
    """Resolve a contact in full."""
    labels = view.labels
    said = f"{contact.name} {contact.for_whom}"
    is_named = view.nation is not None or all(nation_name(nation, view) in said for nation in contact.nations)
    return ResolvedContact(
        contact.id,
        "" if is_named else for_nations(contact.nations, view),
        contact.name,
        f"{labels.for_whom}: {contact.for_whom}",
        tuple(contact_ways(contact, view)),
        contact.check_by,
        last_checked(contact, view),
        contact.nations,
    )


def contact_ways(contact: Contact, view: GuideView) -> list[Way]:
    """Every way to reach a service and the facts about it, phone first.

    An overdue contact says so; it is never hidden.
    """
    labels = view.labels
    note = f", {contact.phone_note}" if contact.phone_note else ""
    reach = [_call(contact, labels)._replace(after=note)] if contact.phone else []
    reach += [_text(contact, labels)] if contact.sms else []
    reach[1:1] = [Way("due", last_checked(contact, view))] if contact.id in view.guide.overdue.contacts else []
    reach += [Way("other", other) for other in contact.other_ways]
    reach += [Way("web", contact.website, web(contact.website), before=f"{labels.website}: ")] if contact.website else []
    facts = (
        contact.hours and f"{labels.hours}: {contact.hours}",
        contact.cost and f"{labels.cost}: {contact.cost}",
        contact.expect,
        contact.check_hours and (labels.check_listed if contact.listed_only else labels.check_hours),
        contact.added_by and labels.added_by.format(site=contact.added_by),
    )
    return reach + [Way("other", fact) for fact in facts if fact]


def first_way(contact: Contact, labels: Labels) -> Way | None:
    """The first way to reach a service, such as "Call 116 123"; None if it has only `other_ways`."""
    if contact.phone:
        return _call(contact, labels)
    if contact.sms:
        return _text(contact, labels)
    return Way("web", contact.website, web(contact.website)) if contact.website else None


def last_checked(contact: Contact, view: GuideView) -> str:
    """ "We last checked this in November 2026."."""
    return view.labels.last_checked.format(date=date_words(contact.checked[:7], view))


def numbers(contacts: Iterable[Contact], view: GuideView) -> tuple[NumberLine, ...]:
    """Group contacts by number; a contact without a number is listed by name."""
    found: dict[Way, NumberLine] = {}
    for contact in contacts:
        call = first_way(contact, view.labels) if contact.phone or contact.sms else None
        named = f"{contact.name}: {contact.phone_note}" if contact.phone_note else contact.name
        way = call or Way("other", contact.name)
        line = found.get(way, NumberLine(way))
        names = (*line.names, (contact.id, named)) if call else line.names
        found[way] = line._replace(names=names, nations=(*line.nations, contact.nations or view.profile.ids))
    return tuple(found.values())


def contacts_of(block: Contacts, view: GuideView) -> list[Contact]:
    """The contacts that a block names or filters, overdue ones last."""
    guide = view.guide
    named = [guide.contacts[contact] for contact in block.ids if contact in guide.contacts]
    found = named + [contact for contact in guide.contacts.values() if contact.kind in block.kinds and contact not in named]
    return sorted((one for one in found if one.serves(view.nation)), key=lambda one: one.id in guide.overdue.contacts)


def web(address: str) -> str:
    """A safe https link, or empty; adds https:// if the address has no scheme."""
    full = address if "://" in address else f"https://{address}"
    return full if _WEB.fullmatch(full) else ""


def _call(contact: Contact, labels: Labels) -> Way:
    number = _NOT_DIALLED.sub("", contact.phone)
    return Way("phone", labels.contents_phone.format(phone=contact.phone), f"tel:{number}" if number else "")


def _text(contact: Contact, labels: Labels) -> Way:
    """The way to text a service, with an sms: link (RFC 5724)."""
    words = labels.text_to if contact.sms_word else labels.text_only
    number, word = _NOT_DIALLED.sub("", contact.sms), _NOT_A_WORD.sub("", contact.sms_word)
    href = f"sms:{number}{f'?body={word}' if word else ''}" if number else ""
    return Way("sms", words.format(word=contact.sms_word, number=contact.sms), href)
