"""Reads a site file into an `Overlay`, with the same checks and messages as content."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from ketaguide import crisis
from ketaguide.loading.advice import did_you_mean
from ketaguide.loading.dialled import number_faults, read_as_number
from ketaguide.loading.file_reader import FileReader
from ketaguide.loading.file_types import ContactsFile
from ketaguide.loading.lookalike import CRISIS_KINDS, KnownServices
from ketaguide.loading.problem import FieldFault, Places, Problem, TextFault, ordered
from ketaguide.loading.profile import named_nations, read_profile
from ketaguide.loading.site_merge import REPLACEABLE
from ketaguide.loading.site_names import name_faults
from ketaguide.loading.site_words import address_faults, length_fault, website_faults, word_faults
from ketaguide.model.overlay import NO_SITE, Overlay, SiteContact
from ketaguide.model.profile import Phones, Profile
from ketaguide.model.text_forms import ID
from ketaguide.model.walk import structs
from ketaguide.paths import content_dir

_QUEUE = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.@-]{0,126}", re.ASCII)
"""Print queue names (CUPS allows more; a leading hyphen would be parsed as an option)."""
_URL = re.compile(r"https://([A-Za-z0-9.-]+)(:[0-9]+)?(/[A-Za-z0-9._~/-]*)?", re.ASCII)

MOST_CONTACTS = 20
_LONGEST = {"name": 60, "logo_text": 30, "hours": 120}
_LONGEST_OF_CONTACT = {"name": 60, "for_whom": 200, "phone_note": 100, "hours": 120, "cost": 100, "expect": 300}
_LONGEST_COMMENT = 65536
"""Bytes after which a file of comments is a fault like any other that is too long."""
_LONGEST_CODE, _LONGEST_WAY, _MOST_WAYS = 100, 120, 6


class SiteRead(NamedTuple):
    """The result of reading a site file: the overlay if it is valid, every problem, every position."""

    site: Overlay | None
    problems: tuple[Problem, ...]
    places: Places
    draft: Overlay | None
    """The overlay even if it is invalid; None if the file could not be read."""


def read_site(path: Path, content: Path | None = None) -> SiteRead:
    """Read a site file for the guide in `content`. Never raises for bad contents or operating system errors.

    One that holds comments alone adds nothing: a package installs it like that.
    """
    if _only_comments(path):
        return SiteRead(NO_SITE, (), Places({}), None)
    files = FileReader(path.parent)
    draft = files.file(path.name, Overlay)
    places = Places(files.marks)
    problems = list(files.problems)
    if draft is not None:
        own = content or content_dir()
        name, profile = _profile(own)
        is_uk = profile is None or name == crisis.PROFILE
        folders = dict.fromkeys((content_dir(), own) if is_uk else (own,))
        read = (FileReader(folder).file("contacts.yaml", ContactsFile) for folder in folders)
        theirs = [contact for file in read if file for contact in file.contacts]  # loading reports an unreadable one
        phones = profile.phones if profile else Phones()
        problems += _unsound(draft, path.name, places, KnownServices(theirs, phones, crisis.WAYS if is_uk else {}))
        problems += _unknown_nations(draft, path.name, places, profile) if profile else ()
    return SiteRead(None if problems else draft, tuple(ordered(problems)), places, draft)


def _only_comments(path: Path) -> bool:
    try:
        text = path.read_bytes() if path.is_file() and path.stat().st_size < _LONGEST_COMMENT else b""
    except OSError:
        return False
    lines = text.splitlines()
    return bool(lines) and all(line.startswith(b"#") or not line.strip() for line in lines)


def _profile(folder: Path) -> tuple[str, Profile | None]:
    """The name and the profile of the guide in a folder; None if unreadable, which loading the content reports."""
    files = FileReader(folder)
    value = files.value("guide.yaml")
    name = str(value.get("profile")) if isinstance(value, dict) else ""
    return name, read_profile(files, name)


def _unknown_nations(site: Overlay, file: str, places: Places, profile: Profile) -> Iterator[Problem]:
    """Yield every nation of a site file that the guide's country has not."""
    for start, value in structs(site):
        for path, nation in named_nations(value, start):
            if nation not in profile.ids:
                hint = did_you_mean(nation, profile.ids) if profile.ids else "remove it"
                yield places.problem(file, path, "site", f"there is no nation {nation!r} in {profile.name}", hint)


def _unsound(site: Overlay, file: str, places: Places, known: KnownServices) -> Iterator[Problem]:
    """Yield every problem of a site file."""
    for field, message, hint in _faults_of_site(site, known):
        yield places.problem(file, (field,), "site", message, hint)
    seen: set[str] = set()
    for at, contact in enumerate(site.contacts[:MOST_CONTACTS]):
        for field, message, hint in _faults(contact, seen, known):
            yield places.problem(file, ("contacts", at, field), "site", message, hint)
        seen.add(contact.id)


def _in(field: str, faults: Iterator[TextFault]) -> Iterator[FieldFault]:
    return ((field, message, advice) for message, advice in faults)


def _faults_of_site(site: Overlay, known: KnownServices) -> Iterator[FieldFault]:
    """Yield each fault of the top-level fields."""
    if not site.name.strip():
        yield "name", "the name is empty", "write the name people know the place by"
    for field, most in _LONGEST.items():
        yield from _in(field, word_faults(getattr(site, field), most, known, is_name=True))
    for field in ("name", "logo_text"):
        yield from _in(field, name_faults(getattr(site, field)[: _LONGEST[field]]))
    name, _, host = site.write_to.removeprefix("https://").rpartition("@")
    for message, hint in address_faults(f"{host}/{name}", known) if host else ():
        yield "write_to", f"{site.write_to!r}: {message}", hint
    if len(site.takeaway_url) > _LONGEST_CODE:
        yield from _in("takeaway_url", length_fault(site.takeaway_url, _LONGEST_CODE))
    elif site.takeaway_url and not _URL.fullmatch(site.takeaway_url):
        message = f"{site.takeaway_url!r} is not the plain address of a page at https"
        yield "takeaway_url", message, "write it as https://host/page, without ? or #"
    elif site.takeaway_url:
        for message, hint in address_faults(site.takeaway_url.removeprefix("https://"), known):
            yield "takeaway_url", f"{site.takeaway_url!r}: {message}", f"{hint}, as https://host/page"
    if site.printer and not _QUEUE.fullmatch(site.printer):
        yield "printer", f"{site.printer[:40]!r} cannot be the name of a printer", "write the name that lpstat -e prints"
    if len(site.contacts) > MOST_CONTACTS:
        yield "contacts", f"there are more than {MOST_CONTACTS} contacts", "keep those that most people here need"


def _faults(contact: SiteContact, seen: set[str], known: KnownServices) -> Iterator[FieldFault]:
    """Yield each fault of one contact."""
    yield from _faults_of_codes(contact, seen, known)
    if not contact.name.strip():
        yield "name", "the name is empty", "write the name people know this contact by"
    for field, most in _LONGEST_OF_CONTACT.items():
        yield from _in(field, word_faults(getattr(contact, field), most, known, is_name=field == "name"))
    yield from _in("name", name_faults(contact.name[: _LONGEST_OF_CONTACT["name"]]))
    if len(contact.other_ways) > _MOST_WAYS:
        yield "other_ways", f"there are more than {_MOST_WAYS} other ways", "keep the best of them"
    for way in contact.other_ways:
        yield from _in("other_ways", word_faults(way, _LONGEST_WAY, known, ways=True))
    if not any(map(read_as_number, contact.other_ways)) and (number := read_as_number(", ".join(contact.other_ways))):
        yield "other_ways", f"a number can be read from one way to the next: {number[:40]!r}", "put numbers into phone or sms"
    for field in ("phone", "sms"):
        if (number := getattr(contact, field)) and len(number) <= _LONGEST_CODE:
            yield from _in(field, number_faults(number, known.services, known.phones, text=field == "sms"))
    if contact.website and len(contact.website) <= _LONGEST_CODE:
        yield from _in("website", website_faults(contact.website, known))
    if not (contact.phone or contact.sms or contact.website or contact.other_ways):
        yield "id", f"nobody can reach {contact.id[:40]!r}", "add a phone, sms, website or other_ways"


def _faults_of_codes(contact: SiteContact, seen: set[str], known: KnownServices) -> Iterator[FieldFault]:
    """Yield each fault of the fields that are not prose: ids, kinds, codes and lengths."""
    for field in ("id", "website", "sms_word", "phone", "sms"):
        yield from _in(field, length_fault(getattr(contact, field), _LONGEST_CODE))
    if contact.id in known.services:
        advice = f"give your contact an id of its own; only {REPLACEABLE} can be replaced"
        yield "id", f"a site may not change {contact.id!r}", advice
    elif not ID.fullmatch(contact.id):
        yield "id", f"{contact.id[:40]!r} is not an id", "use small letters, digits and hyphens"
    if contact.id in seen:
        yield "id", f"the id {contact.id[:40]!r} is used twice", "give one of them another id, or remove it"
    if contact.kind in CRISIS_KINDS:
        yield "kind", f"a site may not add a service of the kind {contact.kind}", "use kind: local"
    elif (contact.id == REPLACEABLE) != (contact.kind == "gp"):
        yield "kind", f"kind gp and id {REPLACEABLE} belong together", "use both, or neither"
    if contact.sms_word and not (contact.sms_word.isascii() and contact.sms_word.isalpha()):
        yield "sms_word", f"{contact.sms_word[:40]!r} is not one word", "write one word of plain letters: ELM"
    elif contact.sms_word and (theirs := known.sms_word(contact.sms_word)):
        yield "sms_word", f"{contact.sms_word[:40]!r} can be taken for {theirs!r}", "use a word of this place's own: ELM"
    if contact.added_by:
        yield "added_by", "the program writes this itself", "remove it; write the name of the place at the top of the file"
    if contact.sources:
        yield "sources", "a site has no list of sources", "remove it; the place itself answers for this contact"
