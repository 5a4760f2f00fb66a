"""The things rules work with: places, findings, pages, blocks and texts."""

from typing import NamedTuple

from ketaguide.model.block import Block
from ketaguide.model.edition import EditionId
from ketaguide.model.guide import Section
from ketaguide.model.prose import Prose
from ketaguide.model.walk import Path, cites_in


class Place(NamedTuple):
    """A position in the content: a file of the content folder and the way to a value in it."""

    file: str
    path: Path = ()

    def at(self, *steps: str | int) -> "Place":
        """A place inside this one."""
        return Place(self.file, (*self.path, *steps))


class Finding(NamedTuple):
    """One finding of a rule: where, what is wrong, what to do."""

    place: Place
    message: str
    hint: str


class PlacedSection(NamedTuple):
    """One page of one edition."""

    place: Place
    edition_id: EditionId
    section: Section


class PlacedBlock(NamedTuple):
    """A block, where it stands, and the block that holds it, if any."""

    place: Place
    page: PlacedSection
    block: Block
    outer: Block | None = None

    @property
    def cites(self) -> tuple[str, ...]:
        """Every claim the block rests on, its own, of what it holds and of what holds it."""
        outer = self.outer.cites if self.outer else ()
        return tuple(dict.fromkeys([*outer, *cites_in(self.block)]))


class ReaderText(NamedTuple):
    """Words that a reader can see."""

    place: Place
    text: str
    role: str
    """The name of the field that holds them."""
    prose: Prose | None = None
    cites: tuple[str, ...] = ()
    """The claims they rest on: those of everything that holds them."""
    edition_id: EditionId | None = None
    """None where every edition shows them."""
    page: PlacedSection | None = None
    block: Block | None = None
    """The innermost block around them."""
