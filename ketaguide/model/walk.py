"""The one walk over values of the model: what is inside them, in reading order. It looks for nothing by itself."""

from collections.abc import Iterator
from functools import cache

import msgspec

from ketaguide.model.block import IconArray, Myth
from ketaguide.model.guide import Section
from ketaguide.model.prose import Prose, Scheme, links

Path = tuple[str | int, ...]
"""The way to a value inside another: names of fields, and places in lists."""

_CODES = frozenset(
    (
        "id", "cites", "nations", "claim", "measure", "contacts", "urgency", "sources", "section", "sections", "updated",
        "checked", "check_by", "url", "website", "phone", "sms", "sms_word", "year", "certainty", "certainty_from", "as_of",
        "volatility", "topic", "written", "facts_checked", "next_update", "kind", "kinds", "ids", "added_by", "date",
        "next_date",
    )
)  # fmt: skip
"""Fields that hold ids, dates and addresses, not words."""

_CODES_OF: dict[type, frozenset[str]] = {Section: frozenset({"questions"}), Myth: frozenset({"answers"})}
"""Codes of one class only."""


_DEEP = (tuple, msgspec.Struct)
"""What has something inside."""


@cache
def word_fields(type_: type[msgspec.Struct]) -> tuple[str, ...]:
    """The fields of a class that hold words, or what holds words."""
    codes = _CODES | _CODES_OF.get(type_, frozenset())
    return tuple(name for name in type_.__struct_fields__ if name not in codes)


def structs(value: object, path: Path = ()) -> Iterator[tuple[Path, msgspec.Struct]]:
    """Every struct in a value, each before those inside it, with the way to it."""
    found: list[tuple[Path, msgspec.Struct]] = []
    _structs(value, path, found)
    return iter(found)


def _structs(value: object, path: Path, found: list[tuple[Path, msgspec.Struct]]) -> None:
    """Add every struct in a value to a list: a generator in a generator would hand each on once for every level."""
    if isinstance(value, msgspec.Struct):
        found.append((path, value))
        for name in value.__struct_fields__:
            inner = getattr(value, name)
            if isinstance(inner, _DEEP):
                _structs(inner, (*path, name), found)
    elif isinstance(value, tuple):
        for at, item in enumerate(value):
            if isinstance(item, _DEEP):
                _structs(item, (*path, at), found)


def texts(value: object, without: frozenset[str] = frozenset()) -> Iterator[str | Prose]:
    """Every text and prose that a reader sees in a value; fields of the names in `without` are passed over."""
    if isinstance(value, str | Prose):
        yield value
    elif isinstance(value, msgspec.Struct):
        for name in word_fields(type(value)):
            if name not in without:
                yield from texts(getattr(value, name), without)
    elif isinstance(value, tuple):
        for item in value:
            yield from texts(item, without)


def cites_in(value: object) -> Iterator[str]:
    """Every claim id that a value rests on, in order, as often as it is named."""
    for _, part in structs(value):
        yield from getattr(part, "cites", ())
        if isinstance(part, IconArray):
            yield part.claim


def links_in(value: object, scheme: Scheme) -> Iterator[str]:
    """The target of every link of one scheme in a value, in order, as often as it is named."""
    for text in texts(value):
        if isinstance(text, Prose):
            yield from links(text, scheme)
