"""Blocks of a page for one reader: where each holds, as of when, under which number, and its words. Views only draw them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple, assert_never

from ketaguide import crisis
from ketaguide.model import block as b
from ketaguide.model.contact import Nation
from ketaguide.model.prose import Prose
from ketaguide.model.walk import cites_in
from ketaguide.resolve.contact import Line, ResolvedContact, contacts_of, numbers, resolve_contact
from ketaguide.resolve.evidence import Fact, arm_counts, figure_facts
from ketaguide.resolve.view import GuideView
from ketaguide.resolve.wording import as_of, for_nations, nation_name


class ResolvedDoDont(NamedTuple):
    """What to do, and what not to do, each of the latter with its lead: "Do not ", or nothing where it says so itself."""

    do_label: str
    do: tuple[Prose, ...]
    dont_label: str
    dont: tuple[tuple[str, Prose], ...]


class ResolvedCareCard(NamedTuple):
    """A care card with the numbers of the nation."""

    urgency: b.Urgency
    level: str
    heading: str
    items: tuple[Prose, ...]
    lines: tuple[Line, ...]


class ResolvedCallout(NamedTuple):
    """Something important, and the word that says so."""

    label: str
    text: Prose


class ResolvedArm(NamedTuple):
    """One group of a figure."""

    label: str
    in_100: str
    per100: int
    counts: str
    """"108 of 195 people; between 48 and 62 in 100", or nothing."""


class ResolvedFigure(NamedTuple):
    """A figure: its words, its groups, and what to know of the study. Without arms where the claim has no such figure."""

    words: Prose
    people_who: str
    arms: tuple[ResolvedArm, ...]
    facts: tuple[Fact, ...]


class ResolvedOption(NamedTuple):
    """One option: its answers in the order of the questions."""

    name: str
    answers: tuple[Prose, ...]
    as_of: str


class ResolvedOptions(NamedTuple):
    """The same questions of every option."""

    title: str
    questions: tuple[str, ...]
    options: tuple[ResolvedOption, ...]


class ResolvedDiagram(NamedTuple):
    """A picture in text, and the same in words."""

    title: str
    picture: str
    label: str
    words: Prose


class ResolvedMyth(NamedTuple):
    """What people say, quoted once; the verdict; what the evidence says."""

    say_label: str
    saying: str
    verdict_label: str
    verdict: str
    evidence_label: str
    evidence: tuple[Prose, ...]


class ResolvedContacts(NamedTuple):
    """Services in full."""

    contacts: tuple[ResolvedContact, ...]


class ResolvedFold(NamedTuple):
    """A title that opens, and what stands under it."""

    id: str
    """The id of a question; the title of any other fold."""
    title: str
    blocks: "tuple[Resolved, ...]"
    is_question: bool


Unchanged = b.Heading | b.Paragraph | b.BulletList | b.Steps | b.Inset | b.Timeline
"""Blocks in which nothing depends on the reader."""

Body = (
    Unchanged | ResolvedDoDont | ResolvedCareCard | ResolvedCallout | ResolvedFigure | ResolvedOptions | ResolvedDiagram
    | ResolvedMyth | ResolvedContacts | ResolvedFold
)  # fmt: skip


class Resolved(NamedTuple):
    """One block as a reader sees it."""

    where: str
    """"In Scotland:" where this begins to hold for some nations only, "All four nations:" where that ends; else empty."""
    body: Body
    as_of: str
    """"as of December 2022", said after the block, or nothing."""
    heading: str
    """The words of its heading, for a list of what is on the page; empty for a block without one, and for a fold."""
    cites: tuple[str, ...]
    number: int
    """Its number on the page, from 1, where it rests on claims; else 0."""


def resolve_blocks(blocks: Iterable[b.Block | b.Simple], view: GuideView) -> tuple[Resolved, ...]:
    """The blocks for the nation of the view, numbered from 1 in reading order where they cite."""
    return tuple(_Resolver(view).blocks(blocks))


@dataclass
class _Resolver:
    view: GuideView
    numbered: int = field(default=0)

    def blocks(self, blocks: Iterable[b.Block | b.Simple]) -> Iterator[Resolved]:
        """Each block, with a word where the nations it holds for change."""
        nations: tuple[Nation, ...] = ()
        for block in shown(blocks, self.view.nation):
            changes = self.view.nation is None and block.nations != nations
            nations = block.nations
            yield self.block(block, _where(block, self.view) if changes else "")

    def block(self, block: b.Block | b.Simple, where: str) -> Resolved:
        holds_blocks = isinstance(block, b.Details | b.Faq)
        cites = tuple(dict.fromkeys(block.cites if holds_blocks else cites_in(block)))
        self.numbered += bool(cites) and not holds_blocks
        number = self.numbered if cites and not holds_blocks else 0
        dated = block.cites if holds_blocks or isinstance(block, b.OptionsTable) else cites
        return Resolved(where, self.body(block), as_of(dated, self.view), _heading(block, self.view), cites, number)

    def body(self, block: b.Block | b.Simple) -> Body:
        view, labels = self.view, self.view.labels
        match block:
            case b.Heading() | b.Paragraph() | b.BulletList() | b.Steps() | b.Inset() | b.Timeline():
                return block
            case b.DoDont():
                return ResolvedDoDont(
                    labels.do, block.do, labels.do_not, tuple((_lead(item, labels.do_not), item) for item in block.dont)
                )
            case b.CareCard():
                level, heading = str(getattr(labels, block.urgency)), _card_heading(block, view)
                lines = numbers(view.contacts(block.contacts), labels)
                return ResolvedCareCard(block.urgency, level, heading, block.items, lines)
            case b.Callout():
                return ResolvedCallout(labels.important, block.text)
            case b.IconArray():
                return _figure(block, view)
            case b.OptionsTable():
                options = (ResolvedOption(one.name, one.answers, as_of(one.cites, view)) for one in block.options)
                return ResolvedOptions(block.title, block.questions, tuple(options))
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
                assert_never(block)


def shown(blocks: Iterable[b.Block | b.Simple], nation: Nation | None) -> Iterator[b.Block | b.Simple]:
    """The blocks for a nation; with none chosen, all."""
    for block in blocks:
        if nation is None or not block.nations or nation in block.nations:
            yield block


def _heading(block: b.Block | b.Simple, view: GuideView) -> str:
    match block:
        case b.Heading():
            return block.text
        case b.OptionsTable() | b.Timeline() | b.Diagram():
            return block.title
        case b.CareCard():
            return f"{getattr(view.labels, block.urgency)} {_card_heading(block, view)}"
        case _:
            return ""


def _card_heading(card: b.CareCard, view: GuideView) -> str:
    """"Call 111, or Lifeline in Northern Ireland, if:", or the number of the nation chosen alone."""
    urgent = view.guide.contacts.get(crisis.URGENT[view.nation]) if view.nation else None
    is_for_all = all(service in card.contacts for service in crisis.URGENT.values())
    return view.crisis_words.call_if.format(phone=urgent.phone) if urgent and is_for_all else card.heading


def _where(block: b.Block | b.Simple, view: GuideView) -> str:
    """Words for where a block holds; a title that names the nation, or ends a run of such blocks, needs none."""
    title = block.title if isinstance(block, b.Details) else block.question if isinstance(block, b.Faq) else ""
    title = title or ("" if isinstance(block, b.CareCard) else _heading(block, view))
    if not block.nations:
        return "" if title else f"{view.labels.all_nations}:"
    is_named = all(nation_name(nation, view.labels) in title for nation in block.nations)
    return "" if is_named else for_nations(block.nations, view.labels)


def _lead(item: Prose, do_not: str) -> str:
    """"Do not ", so that no line can be taken for advice to do it (NHS do and don't lists)."""
    return "" if item.text.lower().startswith(do_not.lower()) else f"{do_not} "


def _figure(block: b.IconArray, view: GuideView) -> ResolvedFigure:
    claim, labels = view.guide.claims.get(block.claim), view.labels
    figure = claim.figure(block.measure) if claim else None
    if claim is None or figure is None:
        return ResolvedFigure(block.words, "", (), ())
    arms = tuple(
        ResolvedArm(label, labels.in_100.format(n=arm.per100), arm.per100, arm_counts(arm, labels))
        for arm, label in zip(figure.arms, block.labels, strict=False)
    )
    people_who = labels.people_who.format(outcome=figure.outcome)
    return ResolvedFigure(block.words, people_who, arms, figure_facts(figure, claim, labels))
