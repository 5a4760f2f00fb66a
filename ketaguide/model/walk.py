"""Traversal of model values in reading order."""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice

import msgspec

from ketaguide.model.ask import Asks
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
from ketaguide.model.interface.words import Words
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
    Balance: frozenset(Balance.__struct_fields__),
    Roles: frozenset(Roles.__struct_fields__),
    Meta: frozenset({"profile", "licence_url", "offline"}),
    PageAspect: frozenset(PageAspect.__struct_fields__),
    Asks: frozenset({"most_asked"}),
    Profile: frozenset(Profile.__struct_fields__) - {"name", "short", "nations", "emergency_place", "urgent_note"},
    ProfileNation: frozenset(ProfileNation.__struct_fields__) - {"name", "short"},
    GridCell: frozenset({"row"}),
    Matter: frozenset({"rows"}),
    EditionMeta: frozenset(
        {"id", "language", "direction", "base", "role", "folder", "stems", "voice", "plurals", "months", "dates", "lists"}
    ),
}
"""Further such fields, by class."""


_DEEP = (tuple, msgspec.Struct)
"""Container types."""


@cache
def word_fields(type_: type[msgspec.Struct]) -> tuple[str, ...]:
    """Fields of a class that hold prose, directly or nested."""
    codes = frozenset[str]() if issubclass(type_, Words) else _CODES | _CODES_OF.get(type_, frozenset())
    codes -= {"nations"} if issubclass(type_, Profile) else set()  # those of a profile have names
    return tuple(name for name in type_.__struct_fields__ if name not in codes)


def structs(value: object, path: Path = ()) -> Iterator[tuple[Path, msgspec.Struct]]:
    """Yield every struct in a value with its path, parents first."""
    found: list[tuple[Path, msgspec.Struct]] = []
    _structs(value, path, found)
    return iter(found)


def _structs(value: object, path: Path, found: list[tuple[Path, msgspec.Struct]]) -> None:
    """Append every struct in a value to `found`: nested generators would re-yield each struct once per level."""
    if isinstance(value, msgspec.Struct):
        found.append((path, value))
        for name in value.__struct_fields__:
            inner = getattr(value, name)
            if inner and isinstance(inner, _DEEP):
                _structs(inner, (*path, name), found)
    elif isinstance(value, tuple):
        for at, item in enumerate(value):
            if isinstance(item, _DEEP):
                _structs(item, (*path, at), found)


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
