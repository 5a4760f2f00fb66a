"""Checks text of a site file: displayable letters, no number, no address, no other service's name."""

import re
from collections.abc import Iterator
from unicodedata import name

from ketaguide.loading.dialled import read_as_number
from ketaguide.loading.lookalike import KnownServices
from ketaguide.loading.problem import TextFault
from ketaguide.model.letters import LETTERS

_HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}", re.IGNORECASE | re.ASCII)
_ADDRESS = re.compile(rf"://|\bwww\.|@|{_HOST.pattern}\b", re.IGNORECASE | re.ASCII)
_TYPED = re.compile(rf"(?!www\.)(?:{_HOST.pattern})(?:/[a-z0-9_./-]*)?", re.IGNORECASE | re.ASCII)
_SOME_DIGITS = re.compile(r"(?:[0-9][-_./]*){7,}", re.ASCII)

_OTHERS = re.compile(
    r"\b(?:numbers|(?:help|hot)lines|ambulances?|(?:any|all|other|national|these|those) (?:number|line)s?"
    r"|replac\w+ .*(?:number|line))\b",
    re.IGNORECASE,
)
"""References to other numbers or lines, on which a site must not comment (it could call them out of use)."""


def length_fault(text: str, most: int) -> Iterator[TextFault]:
    """Yield a fault if a text is longer than `most` characters."""
    if len(text) > most:
        yield f"{text[:20]!r}… is longer than {most} characters", "make it shorter"


def word_faults(
    text: str, most: int, known: KnownServices, *, is_name: bool = False, ways: bool = False
) -> Iterator[TextFault]:
    """Yield every fault of a text; `is_name` marks a name, `ways` permits addresses."""
    if len(text) > most:
        yield from length_fault(text, most)
        return
    if odd := sorted(set(text) - LETTERS):
        said = name(odd[0], f"U+{ord(odd[0]):04X}").lower()
        advice = "write it on one line, with letters of English, Welsh, Gaelic, Polish and the like, and no pictures"
        yield f"not every screen has {odd[0]!r} ({said}), or it looks like another letter", advice
        return
    if text != " ".join(text.split()):
        yield f"{text!r} has spaces at an end, or two in a row", "remove them"
    if number := read_as_number(text):
        yield f"a number can be read in {text!r}: {number!r}", "put numbers into phone or sms, and write times as 8am to 6.30pm"
    if others := _OTHERS.search(text):
        yield f"{text!r} speaks of {others[0]!r}", "say what this contact does; the guide says the rest"
    if ways:
        yield from (fault for host in _HOST.findall(text) for fault in host_faults(host, known))
        yield from (fault for mailbox in re.findall(r"(\S+)@", text) for fault in _part_faults(mailbox, known))
    elif address := _ADDRESS.search(text):
        yield f"an address stands in {text!r}: {address[0]!r}", "put it into website, or an email address into other_ways"
    if is_name and (found := known.name(text)):
        yield f"{text!r} can be taken for {found!r}", "write the name people know this place by, or its hours"
    elif not is_name and (found := known.spoken_of(text)):
        yield f"{text!r} speaks of {found!r}", "say what this contact does; the guide says the rest"


def website_faults(website: str, known: KnownServices) -> Iterator[TextFault]:
    """Yield every fault of a website, written as host and path."""
    if not _TYPED.fullmatch(website):
        yield f"{website!r} is not a website as a person types it", "write host and path: samaritans.org"
    elif _SOME_DIGITS.search(website):
        yield f"a number can be read in the website {website!r}", "write an address without it"
    else:
        yield from address_faults(website, known)


def address_faults(address: str, known: KnownServices) -> Iterator[TextFault]:
    """Yield every fault of a host with a path."""
    host, _, path = address.partition("/")
    yield from host_faults(host, known)
    if not known.is_own(host.lower()):
        yield from _part_faults(path, known)


def _part_faults(part: str, known: KnownServices) -> Iterator[TextFault]:
    if _SOME_DIGITS.search(part) or (found := known.part_of_address(part)):
        what = "a number" if _SOME_DIGITS.search(part) else repr(found)
        yield f"{what} can be read in the address {part!r}", "write an address without it"


def host_faults(host: str, known: KnownServices) -> Iterator[TextFault]:
    """Yield every fault of a host name."""
    small = host.lower()
    if found := known.host(small):
        yield f"{host!r} can be taken for {found!r}", "write the address of this place's own website"
    elif any(label.startswith("xn--") for label in small.split(".")):
        yield f"{host!r} is the website of a name in other letters", "write a name in the letters of the keyboard"
    elif (number := read_as_number(host)) and not known.is_own(small):
        yield f"a number can be read in {host!r}: {number!r}", "write a website without it"
