"""What rules speak of: places, findings, pages, blocks and texts."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec

from ketaguide.loading.problem import Path
from ketaguide.model.block import Block, IconArray
from ketaguide.model.guide import Section, Variant
from ketaguide.model.prose import Prose


class Place(NamedTuple):
    """Where something stands: a file of the content folder and the way to a value in it."""

    file: str
    path: Path = ()

    def at(self, *steps: str | int) -> "Place":
        """A place inside this one."""
        return Place(self.file, (*self.path, *steps))


class Found(NamedTuple):
    """One finding of a rule: where, what is wrong, what to do."""

    place: Place
    message: str
    hint: str


class Page(NamedTuple):
    """One page of one variant."""

    place: Place
    variant: Variant
    section: Section


class Spot(NamedTuple):
    """A block, where it stands, and the block that holds it, if any."""

    place: Place
    page: Page
    block: Block
    outer: Block | None = None

    @property
    def cites(self) -> tuple[str, ...]:
        """Every claim the block rests on, its own, of what it holds and of what holds it."""
        outer = self.outer.cites if self.outer else ()
        return tuple(dict.fromkeys([*outer, *cites_in(self.block)]))


class Text(NamedTuple):
    """Words that a reader can see."""

    place: Place
    text: str
    role: str
    """The name of the field that holds them."""
    prose: Prose | None = None
    cites: tuple[str, ...] = ()
    """The claims they rest on: those of everything that holds them."""
    variant: Variant | None = None
    """None where every variant shows them."""
    page: Page | None = None
    block: Block | None = None
    """The innermost block around them."""

    def at(self, step: str | int, role: str) -> "Text":
        """What is known of a place inside this one."""
        _, text, _, prose, cites, variant, page, block = self
        return Text(self.place.at(step), text, role, prose, cites, variant, page, block)


CODES = frozenset(
    (
        "id", "cites", "nations", "claim", "measure", "contacts", "urgency", "sources", "section", "sections", "updated",
        "checked", "check_by", "url", "website", "phone", "sms", "sms_word", "year", "certainty", "certainty_from", "as_of",
        "volatility", "topic", "written", "facts_checked", "next_update", "kind", "kinds", "ids", "added_by", "date",
        "next_date",
    )
)  # fmt: skip
"""Fields that hold ids, dates and addresses, not words."""


def cites_in(value: Any) -> Iterator[str]:
    """Every claim id in a value of the model, in order."""
    if isinstance(value, msgspec.Struct):
        yield from getattr(value, "cites", ())
        if isinstance(value, IconArray):
            yield value.claim
        for name in value.__struct_fields__:
            if name not in CODES:
                yield from cites_in(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from cites_in(item)
