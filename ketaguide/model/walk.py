"""Traversal of model values in reading order."""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from typing import Any

import msgspec

from ketaguide.model.ask import Asks
from ketaguide.model.base import Words
from ketaguide.model.block import (
    Block,
    Contacts,
    Details,
    Diagram,
    FactBox,
    FactRow,
    Faq,
    IconArray,
    Myth,
    OptionsTable,
)
from ketaguide.model.edition import EditionMeta
from ketaguide.model.guide import Section
from ketaguide.model.meta import Balance, Meta, PageAspect, PathStep, Roles
from ketaguide.model.options import GridCell, Matter
from ketaguide.model.profile import Profile, ProfileNation
from ketaguide.model.prose import Prose, Scheme, links

Path = tuple[str | int, ...]
"""Path to a nested value: field names and list indexes."""

_CODES = frozenset(
    (
        "id", "cites", "nation", "nations", "claim", "measure", "contacts", "urgency", "sources", "section", "sections",
        "checked", "check_by", "url", "website", "phone", "sms", "sms_word", "year", "certainty", "certainty_from", "as_of",
        "updated", "volatility", "topic", "written", "facts_checked", "next_update", "kind", "kinds", "ids", "added_by", "date",
        "next_date", "comparison", "based_on",
    )
)  # fmt: skip
"""Fields that hold ids, dates and addresses, not prose."""

_CODES_OF: dict[type, frozenset[str]] = {
    Section: frozenset({"questions", "based_on"}),
    PathStep: frozenset({"questions"}),
    Myth: frozenset({"answers"}),
    Meta: frozenset({"profile", "licence_url", "offline"}),
    Asks: frozenset({"most_asked"}),
    GridCell: frozenset({"row"}),
    Matter: frozenset({"rows"}),
    EditionMeta: frozenset(
        {"id", "language", "direction", "base", "role", "folder", "stems", "voice", "plurals", "months", "dates", "lists"}
    ),
}
"""Further such fields, by class."""

_WORDS_OF: dict[type, tuple[str, ...]] = {
    Profile: ("name", "short", "nations", "emergency_place", "urgent_note", "either"),
    ProfileNation: ("name", "short"),
    Balance: (),
    Roles: (),
    PageAspect: (),
}
"""All fields that hold prose, of classes that hold little: of a country, those that readers see or that texts have in them."""

_FLAT = frozenset((str, int, bool, Prose))
"""Types of values that hold no others: most are of these, and this is seen fastest."""


@cache
def word_fields(type_: type[msgspec.Struct]) -> tuple[str, ...]:
    """Fields of a class that hold prose, directly or nested."""
    codes = frozenset[str]() if issubclass(type_, Words) else _CODES | _CODES_OF.get(type_, frozenset())
    return _WORDS_OF.get(type_, tuple(name for name in type_.__struct_fields__ if name not in codes))


def structs(value: object, path: Path = ()) -> Iterator[tuple[Path, msgspec.Struct]]:
    """Yield every struct in a value with its path, parents first."""
    waiting: list[tuple[Path, Any]] = [(path, value)]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, tuple):
            parts: Iterable[tuple[str | int, Any]] = enumerate(value)
        elif isinstance(value, msgspec.Struct):
            yield path, value
            parts = ((name, getattr(value, name)) for name in value.__struct_fields__)
        else:
            continue
        waiting += reversed([((*path, step), part) for step, part in parts if part and type(part) not in _FLAT])


def texts(value: object, without: frozenset[str] = frozenset()) -> Iterator[str | Prose]:
    """Yield every text and prose that a reader sees in a value, skipping the fields named in `without`."""
    if isinstance(value, str | Prose):
        yield value
    elif isinstance(value, msgspec.Struct):
        for name in word_fields(type(value)):
            if name not in without:
                yield from texts(getattr(value, name), without)
    elif isinstance(value, tuple):
        for item in value:
            yield from texts(item, without)


def word_count(section: Section) -> int:
    """Number of words outside folds and directories, which are for reference."""
    open_blocks = tuple(block for block in section.blocks if not isinstance(block, Details | Faq | Contacts | Diagram))
    alternatives = tuple(block.alternative for block in section.blocks if isinstance(block, Diagram))
    return sum(len(str(text).split()) for text in texts((section.summary, open_blocks, alternatives)))


def tables(blocks: Iterable[Block], most: int) -> tuple[OptionsTable | FactBox, ...]:
    """The first options tables and fact boxes among some blocks, at most `most`."""
    return tuple(islice((block for block in blocks if isinstance(block, OptionsTable | FactBox)), most))


def cites_in(value: object) -> Iterator[str]:
    """Yield every claim id that a value cites, in order, with repeats."""
    for _, part in structs(value):
        yield from getattr(part, "cites", ())
        if isinstance(part, IconArray | FactRow) and part.claim:
            yield part.claim


def links_in(value: object, scheme: Scheme) -> Iterator[str]:
    """Yield the target of every link of one scheme in a value, in order, with repeats."""
    for text in texts(value):
        if isinstance(text, Prose):
            yield from links(text, scheme)
