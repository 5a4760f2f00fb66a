"""A site file to an `Overlay`, read with the same suspicion and reported in the same words as content."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from ketaguide.loading.intake import Intake
from ketaguide.loading.problem import Places, Problem, ordered
from ketaguide.loading.sound import CRISIS_NUMBERS
from ketaguide.model.overlay import Overlay, SiteContact

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
_PHONE = re.compile(r"\+?[0-9]+( [0-9]+)*", re.ASCII)
_QUEUE = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.@-]{0,126}", re.ASCII)
"""Names of print queues (CUPS allows more; none may begin with a hyphen, which would be taken for an option)."""
_URL = re.compile(r"https?://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._~/-]*)?", re.ASCII)


class SiteRead(NamedTuple):
    """What came of reading a site file: the overlay unless something was wrong, every problem, every position."""

    site: Overlay | None
    problems: tuple[Problem, ...]
    places: Places
    draft: Overlay | None
    """The overlay even where it is not sound; None where the file could not be read."""


def read_site(path: Path) -> SiteRead:
    """Read a site file. Never raises for what it holds or what the system says of it."""
    intake = Intake(path.parent)
    draft = intake.file(path.name, Overlay)
    places = Places(intake.marks)
    problems = list(intake.problems)
    if draft is not None:
        problems += _unsound(draft, path.name, places)
    return SiteRead(None if problems else draft, tuple(ordered(problems)), places, draft)


def _unsound(site: Overlay, file: str, places: Places) -> Iterator[Problem]:
    """Everything that would take away what readers need, or mislead them."""
    if not site.name.strip():
        yield places.problem(file, ("name",), "site", "the name is empty", "write the name people know the place by")
    if site.takeaway_url and not _URL.fullmatch(site.takeaway_url):
        message = f"{site.takeaway_url!r} is not the plain address of a page"
        yield places.problem(file, ("takeaway_url",), "site", message, "write it as https://host/page, without ? or #")
    if site.printer and not _QUEUE.fullmatch(site.printer):
        message = f"{site.printer!r} cannot be the name of a printer"
        yield places.problem(file, ("printer",), "site", message, "write the name that lpstat -e prints")
    seen: set[str] = set()
    for at, contact in enumerate(site.contacts):
        for field, message, hint in _faults(contact, seen):
            yield places.problem(file, ("contacts", at, field), "site", message, hint)
        seen.add(contact.id)


def _faults(contact: SiteContact, seen: set[str]) -> Iterator[tuple[str, str, str]]:
    """(field, message, advice) for each fault of one contact."""
    if contact.id in CRISIS_NUMBERS:
        yield "id", f"a site may not change {contact.id!r}", "remove it: crisis numbers are the same everywhere"
    elif not _ID.fullmatch(contact.id):
        yield "id", f"{contact.id!r} is not an id", "use small letters, digits and hyphens"
    if contact.id in seen:
        yield "id", f"the id {contact.id!r} is used twice", "give one of them another id, or remove it"
    if contact.kind == "emergency":
        yield "kind", "a site may not add an emergency service", "use kind: local"
    if contact.added_by:
        yield "added_by", "the program writes this itself", "remove it; write the name of the place at the top of the file"
    for field in ("phone", "sms"):
        number = getattr(contact, field)
        if number and not _PHONE.fullmatch(number):
            yield field, f"{number!r} is not a phone number", 'write digits in groups: "0131 496 0000"'
    if not (contact.phone or contact.sms or contact.website or contact.other_ways):
        yield "id", f"nobody can reach {contact.id!r}", "add a phone, sms, website or other_ways"
