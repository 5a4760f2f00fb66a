"""A rule of the checker, and what rules work with: places, findings, pages, blocks and texts."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from inspect import cleandoc
from textwrap import dedent
from typing import NamedTuple

from ketaguide.loading.problem import Level
from ketaguide.model.block import Block, Details, Faq
from ketaguide.model.edition import EditionId
from ketaguide.model.guide import Section
from ketaguide.model.prose import Prose, Scheme, links
from ketaguide.model.walk import Path, cites_in


class Place(NamedTuple):
    """A position in the content: a file of the content folder and the way to a value in it."""

    file: str
    path: Path = ()

    def at(self, *steps: str | int) -> "Place":
        """A place inside this one."""
        return Place(self.file, (*self.path, *steps))

    @property
    def edition_id(self) -> EditionId:
        """The edition whose file it is; empty for a file that all editions share."""
        folder, _, name = self.file.partition("/")
        return folder if name else ""

    @property
    def unit(self) -> "Place":
        """The block, the claim, the term or the round that holds it."""
        return Place(self.file, self.path[:2])


class Finding(NamedTuple):
    """One finding of a rule: where, what is wrong, what to do."""

    place: Place
    message: str
    hint: str


class PlacedSection(NamedTuple):
    """One page of one edition."""

    place: Place
    section: Section


class PlacedBlock(NamedTuple):
    """A block, where it stands, and the block that holds it, if any."""

    place: Place
    page: PlacedSection
    block: Block
    outer: Details | Faq | None = None

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
    block: Block | None = None
    """The innermost block around them."""


def linked_by(texts: Iterable[ReaderText], scheme: Scheme) -> set[str]:
    """The targets of every link of one scheme in some texts."""
    return {target for text in texts if text.prose for target in links(text.prose, scheme)}


Check = Callable[..., Iterator[Finding]]
"""Takes a `LintContext`, which knows this module."""


@dataclass(eq=False)
class Rule:
    """A rule, with its entry in the manual: title, text, and what passes and fails."""

    id: str
    level: Level
    title: str
    text: str
    passes: str
    fails: str
    check: Check


def rule(level: Level) -> Callable[[Check], Rule]:
    """Make a rule of a function: its name is the rule's id, its docstring the entry in the manual."""

    def made(check: Check) -> Rule:
        about, _, examples = cleandoc(check.__doc__ or "").partition("\n\nPasses:\n")
        title, _, text = about.partition("\n\n")
        passes, _, fails = map(dedent, examples.partition("\n\nFails:\n"))
        return Rule(check.__name__.replace("_", "-"), level, title, text, passes, fails, check)

    return made
