"""Resolves blocks for one reader: nations, date, number and words. Views only draw the result."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from ketaguide.model import block as b
from ketaguide.model.contact import Nation
from ketaguide.model.prose import Prose
from ketaguide.model.walk import cites_in
from ketaguide.resolve.contact import NumberLine, ResolvedContact, contacts_of, numbers, resolve_contact
from ketaguide.resolve.evidence import ResolvedFigure, resolve_figure
from ketaguide.resolve.fact_box import ResolvedFactBox, resolve_fact_box
from ketaguide.resolve.nation import for_nation, shown
from ketaguide.resolve.neighbours import after
from ketaguide.resolve.options import ResolvedGrid, ResolvedMatters, resolve_grid, resolve_matters
from ketaguide.resolve.view import GuideView
from ketaguide.resolve.wording import as_of, for_nations, nation_name


class ResolvedDoDont(NamedTuple):
    """Lists of advice for and against; each item against has its lead: "Do not ", or empty if the item says so itself."""

    do_label: str
    do: tuple[Prose, ...]
    dont_label: str
    dont: tuple[tuple[str, Prose], ...]


class ResolvedCareCard(NamedTuple):
    """A care card with the numbers for the nation."""

    urgency: b.Urgency
    level: str
    heading: str
    items: tuple[Prose, ...]
    lines: tuple[NumberLine, ...]


class ResolvedCallout(NamedTuple):
    """A callout with its label."""

    label: str
    text: Prose


class ResolvedOption(NamedTuple):
    """One option: its answers in the order of the questions."""

    name: str
    is_own: bool
    """True for the reader's nation, whose name is followed by "(your nation)"."""
    answers: tuple[Prose, ...]
    nation: Nation | None
    """Set in a table of nations."""


class ResolvedOptions(NamedTuple):
    """An options table: the same questions for every option."""

    title: str
    questions: tuple[str, ...]
    options: tuple[ResolvedOption, ...]


class ResolvedDiagram(NamedTuple):
    """A text picture with its text alternative."""

    title: str
    picture: str
    label: str
    words: Prose


class ResolvedMyth(NamedTuple):
    """A myth: the saying in one pair of quotes, the verdict and the evidence, each with its label."""

    say_label: str
    saying: str
    verdict_label: str
    verdict: str
    evidence_label: str
    evidence: tuple[Prose, ...]


class ResolvedContacts(NamedTuple):
    """Contacts in full."""

    contacts: tuple[ResolvedContact, ...]


class ResolvedFold(NamedTuple):
    """A collapsible block: a title and nested blocks."""

    id: str
    """The id of a question; the title of any other fold."""
    title: str
    blocks: "tuple[Resolved, ...]"
    is_question: bool


Unchanged = b.Heading | b.Paragraph | b.BulletList | b.Steps | b.Inset | b.Timeline
"""Blocks that are the same for every reader."""

Body = (
    Unchanged | ResolvedDoDont | ResolvedCareCard | ResolvedCallout | ResolvedFigure | ResolvedFactBox | ResolvedOptions
    | ResolvedGrid | ResolvedMatters | ResolvedDiagram | ResolvedMyth | ResolvedContacts | ResolvedFold
)  # fmt: skip


class Resolved(NamedTuple):
    """One block, resolved for a reader."""

    where: str
    """"In Scotland:" at the start of a run for some nations, "All UK nations:" after it; else empty."""
    body: Body
    as_of: str
    """Date of what may change in an answer or in the grid, shown after it; else empty."""
    heading: str
    """Its heading, for the list of headings on the page; empty for a fold or a block without one."""
    cites: tuple[str, ...]
    number: int
    """Its number on the page, from 1, if it cites claims; else 0."""
    nations: tuple[Nation, ...] = ()
    """The nations it is for; empty for all."""


def resolve_blocks(blocks: Iterable[b.Block], view: GuideView) -> tuple[Resolved, ...]:
    """Resolve the blocks for the view's nation; those with citations are numbered from 1 in reading order."""
    return tuple(_Resolver(view).blocks(for_nation(tuple(blocks), view)))


@dataclass
class _Resolver:
    view: GuideView
    numbered: int = field(default=0)

    def blocks(self, blocks: Iterable[b.Block]) -> Iterator[Resolved]:
        """Yield each block, with a label where its nations differ from those of the block before it."""
        nations: tuple[Nation, ...] = ()
        before: Body | None = None
        for block in shown(blocks, self.view.nation):
            changes = self.view.nation is None and block.nations != nations
            nations = block.nations
            found = self.block(block, _where(block, self.view) if changes else "")
            yield found._replace(body=after(before, found.body, self.view))
            before = found.body

    def block(self, block: b.Block, where: str) -> Resolved:
        view, holds_blocks = self.view, isinstance(block, b.Details | b.Faq)
        in_all = tuple(cites_in((block, view.edition.options) if isinstance(block, b.OptionsGrid) else block))
        dated = as_of(in_all if isinstance(block, b.Faq | b.OptionsGrid) else (), view)
        found = dict.fromkeys(block.cites if holds_blocks else in_all)
        cites = tuple(claim for claim in found if claim in view.guide.claims)
        is_numbered = bool(cites) and not holds_blocks
        self.numbered += is_numbered
        number = self.numbered if is_numbered else 0
        return Resolved(where, self.body(block), dated, _heading(block, view), cites, number, block.nations)

    def body(self, block: b.Block) -> Body:
        view, labels = self.view, self.view.labels
        match block:
            case b.DoDont():
                return ResolvedDoDont(
                    labels.do, block.do, labels.do_not, tuple((_lead(item, labels.do_not), item) for item in block.dont)
                )
            case b.CareCard():
                level, heading = str(getattr(labels, block.urgency)), _card_heading(block, view)
                lines = numbers(view.contacts(block.contacts), view)
                return ResolvedCareCard(block.urgency, level, heading, block.items, lines)
            case b.Callout():
                return ResolvedCallout(labels.important, block.text)
            case b.IconArray():
                return resolve_figure(block, view)
            case b.FactBox():
                return resolve_fact_box(block, view)
            case b.OptionsTable():
                own, named = nation_name(view.nation, view), {nation_name(nation, view): nation for nation in view.profile.ids}
                yours = labels.your_nation.format(nation=own)
                options = (
                    ResolvedOption(yours if one.name == own else one.name, one.name == own, one.answers, named.get(one.name))
                    for one in sorted(block.options, key=lambda one: one.name != own)
                )
                return ResolvedOptions(block.title, block.questions, tuple(options))
            case b.OptionsGrid():
                return resolve_grid(view, block.title)
            case b.WhatMatters():
                return resolve_matters(view, block.title)
            case b.Diagram():
                return ResolvedDiagram(block.title, block.picture, labels.picture_in_words, block.alternative)
            case b.Myth():
                saying = block.saying if '"' in block.saying else f'"{block.saying}"'
                return ResolvedMyth(
                    labels.they_say, saying, labels.verdict, block.verdict, labels.evidence_says, block.evidence
                )
            case b.Contacts():
                return ResolvedContacts(tuple(resolve_contact(one, view) for one in contacts_of(block, view)))
            case b.Details():
                return ResolvedFold(block.title, block.title, tuple(self.blocks(block.blocks)), is_question=False)
            case b.Faq():
                return ResolvedFold(block.id, block.question, tuple(self.blocks(block.answer)), is_question=True)
            case _:
                return block


def _heading(block: b.Block, view: GuideView) -> str:
    match block:
        case b.Heading():
            return block.text
        case b.CareCard():
            return f"{getattr(view.labels, block.urgency)} {_card_heading(block, view)}"
        case b.Details():
            return ""
        case _:
            return str(getattr(block, "title", ""))


def _card_heading(card: b.CareCard, view: GuideView) -> str:
    """ "Call 111, or Elm line in the North, if:", or with the chosen nation's number alone."""
    urgent = view.guide.contacts.get(view.profile.urgent_of(view.nation)) if view.nation else None
    is_for_all = all(service in card.contacts for service in view.profile.all_urgent)
    return view.interface.crisis.call_if.format(phone=urgent.phone) if urgent and is_for_all else card.heading


def _where(block: b.Block, view: GuideView) -> str:
    """The nations label of a block; empty for a title that names them, or that follows a run of nation blocks."""
    title = block.title if isinstance(block, b.Details) else block.question if isinstance(block, b.Faq) else ""
    title = title or ("" if isinstance(block, b.CareCard) else _heading(block, view))
    if not block.nations:
        return "" if title else f"{nation_name(None, view)}:"
    is_named = all(nation_name(nation, view) in title for nation in block.nations)
    return "" if is_named else for_nations(block.nations, view)


def _lead(item: Prose, do_not: str) -> str:
    """ "Do not ", so that no item reads as advice to do it (NHS do and don't lists)."""
    return "" if item.text.lower().startswith(do_not.lower()) else f"{do_not} "
