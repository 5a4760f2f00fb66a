"""Detects names and addresses that resemble another service's: visually similar, or one letter off."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple
from unicodedata import combining, normalize

from ketaguide import crisis
from ketaguide.model.contact import Contact, ContactKind
from ketaguide.model.profile import Phones

CRISIS_KINDS: frozenset[ContactKind] = frozenset(
    ("emergency", "urgent", "crisis-line", "listening", "text", "young-people", "deaf")
)
"""Kinds of service for people in crisis."""

_ALIKE = str.maketrans(
    {"0": "o", "1": "i", "l": "i", "3": "e", "4": "a", "@": "a", "5": "s", "$": "s", "7": "t", "8": "b",
     "2": "z", "9": "g", "6": "g", "\u0131": "i", "ł": "i", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "æ": "ae",
     "œ": "oe", "þ": "p", "ß": "b", "ə": "e"}
)  # fmt: skip
_PAIRS = (("rn", "m"), ("vv", "w"), ("nn", "m"), ("ci", "d"))
_TWICE = re.compile(r"([^\W\d_])\1+")
_AS_LETTER = re.compile(r"[!|](?=\w)")
_WORD = re.compile(r"[^\W_]+")
_EMERGENCY = ("A&E", "accident and emergency", "emergency services", "emergency department", "nine nine nine")
_ALONE = (
    "emergency", "emergencies", "emergency help", "ambulance", "ambulance service", "police", "get help now", "help", "crisis",
    "casualty", "suicide", "suicide prevention", "nhs", "nhs direct", "nhs urgent", "sams", "befrienders",
    "befrienders worldwide", "crisis text line", "maytree",
)  # fmt: skip
"""Terms, and names of services for people in crisis that the guide does not list, which no place has as its whole name."""
_NHS = re.compile(r"(?:^|[.-])nhs(?:uk)?(?:[.-]|[0-9]|$)")
_LONG, _SHORT = 7, 4
"""Minimum letters for a match inside another name or one letter off, and of a whole name of one word; shorter ones match by
chance."""


def unaccented(text: str) -> str:
    """A text in small letters without accents."""
    return "".join(one for one in normalize("NFKD", text.casefold()) if not combining(one))


def fold(text: str) -> str:
    """Normalize a text for comparison: unify similar-looking characters, drop everything but letters."""
    plain = _AS_LETTER.sub("i", _TWICE.sub(r"\1", unaccented(text))).translate(_ALIKE)
    for pair, one in _PAIRS:
        plain = plain.replace(pair, one)
    return "".join(_WORD.findall(plain))


_FILLING = frozenset(map(fold, (
    "the", "of", "for", "in", "uk", "gb", "call", "text", "ring", "dial", "line", "helpline", "hotline", "charity", "official",
    "number", "numbers", "moved", "new", "closed", "free", "here", "national", "our",
)))  # fmt: skip


def one_off(one: str, other: str) -> bool:
    """True when two texts differ by at most one character changed, added or removed, or two adjacent ones swapped."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest, theirs = one[start:], other[start:]
    swapped = len(rest) > 1 and rest[1::-1] == theirs[:2] and rest[2:] == theirs[2:]
    return swapped or rest[1:] == theirs[1:] or rest[1:] == theirs or rest == theirs[1:]


class ServiceDetails(NamedTuple):
    """The identifying details of a service."""

    id: str
    name: str
    numbers: tuple[str, ...]
    website: str
    crisis: bool


class KnownServices:
    """The services of a guide, compared with a site's words."""

    def __init__(self, contacts: Sequence[Contact], phones: Phones, ways: Mapping[str, crisis.CrisisContact]) -> None:
        self.phones = phones
        self._ways = ways
        self._first_words = [one.name.split()[0] for one in contacts if one.known_by_first_word]
        self._sms_words = {*(one.sms_word for one in contacts), *(way.sms_word for way in ways.values())} - {""}
        self.services = {name: ServiceDetails(name, way.name, _numbers(way), "", crisis=True) for name, way in ways.items()}
        """Services of the guide and of the crisis card by id, except the GP, which a site may replace."""
        for one in contacts:
            known = one.id in ways or one.kind in CRISIS_KINDS
            self.services[one.id] = ServiceDetails(one.id, one.name, _numbers(one), one.website, known)
        self.services.pop("gp", None)

    @cached_property
    def _inside(self) -> dict[str, str]:
        """Folded name → name, for services that no other name may contain."""
        heads = [_head(one.name) for one in self.services.values() if one.id in self._ways]
        heads += self._first_words
        return {fold(name): name for name in (*heads, *_EMERGENCY)} | {fold("A E"): "A&E"}

    @cached_property
    def _whole(self) -> dict[str, str]:
        """Folded name → name, for services and generic terms that resemble one."""
        names = [name for one in self.services.values() for name in (one.name, *re.split(r"[(),]", one.name))]
        names += [first for one in self.services.values() if one.crisis and len(first := one.name.split()[0]) >= _LONG]
        return {key: name.strip() for name in (*names, *_ALONE) for key in ("".join(_words(name)), fold(name)) if key}

    @cached_property
    def _short(self) -> dict[str, str]:
        """Folded name → name, for crisis services of one word; no whole name may be one letter off, however short it is."""
        heads = {_head(one.name) for one in self.services.values() if one.crisis}
        return {fold(head): head for head in heads if " " not in head and len(head) >= _SHORT}

    def name(self, text: str) -> str:
        """The service that a name resembles; empty if none."""
        for whole in ("".join(_words(text)), fold(text)):
            if found := next((name for key, name in self._whole.items() if key == whole or _near(key, whole)), ""):
                return found
            if found := next((name for key, name in self._short.items() if one_off(key, whole)), ""):
                return found
        for key, name in self._inside.items():
            if any(key == run or _near(key, run) for run in _runs(text)) or (len(key) >= _LONG and key in fold(text)):
                return name
        return ""

    @cached_property
    def _long(self) -> list[tuple[str, str]]:
        return [(key, name) for key, name in self._inside.items() if len(key) >= _LONG]

    def spoken_of(self, text: str) -> str:
        """The national crisis service that a text mentions; empty if none."""
        return next((name for run in _runs(text) for key, name in self._long if one_off(key, run)), "")

    def part_of_address(self, text: str) -> str:
        """The national crisis service named in a part of an address (mailbox, host or path); empty if none."""
        return next((name for key, name in self._long if key in fold(text)), "")

    def sms_word(self, word: str) -> str:
        """Another service's text keyword that a word resembles; empty if none."""
        return next((known for known in self._sms_words if one_off(known.casefold(), word.casefold())), "")

    @cached_property
    def _sites(self) -> set[str]:
        return {one.website.partition("/")[0] for one in self.services.values() if one.website}

    def is_own(self, host: str) -> bool:
        """True when a host belongs to a service's website."""
        return any(host == site or host.endswith(f".{site}") for site in self._sites)

    def host(self, host: str) -> str:
        """The website or service that a host name resembles; empty if none, or for a service's own host."""
        if self.is_own(host):
            return ""
        for site in self._sites:
            key = fold(max(site.split("."), key=len))
            if len(key) >= _LONG and (key in fold(host) or any(_near(key, fold(label)) for label in host.split("."))):
                return site
        if _NHS.search(host) and not host.endswith((".nhs.scot", ".nhs.net")):
            return "nhs.uk"
        return self.part_of_address(host)


def _numbers(way: Contact | crisis.CrisisContact) -> tuple[str, ...]:
    return tuple(filter(None, (way.phone, way.sms)))


def _head(name: str) -> str:
    """The name without its qualifier: "Elm line" from "Elm line (North)"."""
    return re.split(r"[(,]", name)[0].strip()


def _words(text: str) -> list[str]:
    """The folded words of a name, without filler words unless it has no others."""
    words = [fold(word) for word in text.replace("&", " ").split() if word.casefold() != "and"]
    return [word for word in words if word and word not in _FILLING] or words


def _runs(text: str) -> Iterator[str]:
    """Yield every run of up to 12 words, folded and joined, so that "Sama ritans" matches."""
    words = [word for raw in re.split(r"[\s&+/,;:()]+", text) if raw.casefold() != "and" and (word := fold(raw))]
    for start in range(len(words)):
        joined = ""
        for word in words[start : start + 12]:
            joined += word
            yield joined


def _near(key: str, other: str) -> bool:
    return len(key) >= _LONG and one_off(key, other)
