"""Claims and figures in words: certainty, study data and sources."""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from ketaguide.model.block import IconArray
from ketaguide.model.evidence import Arm, Claim, Figure, Source
from ketaguide.model.interface.shared import Labels
from ketaguide.model.prose import Prose
from ketaguide.resolve.view import GuideView
from ketaguide.resolve.wording import counted, held_on


class Fact(NamedTuple):
    """One line under a claim or figure: a name (may be empty), text, and a URL if any."""

    name: str
    text: str
    url: str = ""
    kind: Literal["", "study", "words"] = ""
    """"study": a fact of the study; "words": explains the words of a figure. Both are not repeated right after it."""


class ResolvedClaim(NamedTuple):
    """A claim with its facts."""

    id: str
    statement: str
    facts: tuple[Fact, ...]


class ResolvedArm(NamedTuple):
    """One group of a figure."""

    label: str
    in_100: str
    per100: int
    counts: str
    """"108 of 195 people; between 48 and 62 in 100", or empty."""


class ResolvedFigure(NamedTuple):
    """A figure: its words, its arms, a note and facts on the study."""

    words: Prose
    people_who: str
    when: str
    """The time of measurement, said after `people_who`."""
    arms: tuple[ResolvedArm, ...]
    note: str
    """A caution to read with the figure, or empty."""
    facts: tuple[Fact, ...]
    """The facts of the study that are said here: right after another figure, fewer than `alone`."""
    alone: tuple[Fact, ...]
    """All facts of the study, for a figure that is shown without what stands before it."""
    source: tuple[str, str]
    """Ids of its claim and measure."""


def resolve_claims(ids: Iterable[str], view: GuideView) -> Iterator[ResolvedClaim]:
    """Yield each claim with its certainty, date, caveats, funding and sources."""
    for claim_id in ids:
        if claim := view.guide.claims.get(claim_id):
            sources = (view.guide.sources[source] for source in claim.sources if source in view.guide.sources)
            facts = (
                Fact(view.labels.how_sure, f"{how_sure(claim, view)}."),
                *(Fact("", note) for note in claim_notes(claim)),
                *(Fact(view.labels.source, source_words(source), source.url) for source in sources),
            )
            yield ResolvedClaim(claim.id, claim.statement, facts)


def how_sure(claim: Claim, view: GuideView) -> str:
    """The certainty, its judge and the date."""
    return f"{certainty(claim, view.labels)}, {held_on(claim.as_of, view, dated=claim.dated)}"


def certainty(claim: Claim, labels: Labels) -> str:
    """The certainty and its judge: "Not very sure (the authors' own rating)"."""
    by = judge(claim, labels)
    return f"{degree(claim, labels)} ({by})" if by else degree(claim, labels)


def degree(claim: Claim, labels: Labels) -> str:
    """The certainty in words: "Not very sure"."""
    return str(getattr(labels, claim.certainty.replace("-", "_")))


def judge(claim: Claim, labels: Labels) -> str:
    """The judge of the certainty: "our judgement"; empty if nobody has rated it."""
    if claim.certainty == "not-rated":
        return ""
    return labels.sure_by_source if claim.certainty_from == "source" else labels.sure_by_editor


def claim_notes(claim: Claim) -> list[str]:
    """Notes on a claim: its date, caveat and funding."""
    return [note for note in (claim.as_of_note, claim.caveat, claim.funding) if note]


def resolve_figure(block: IconArray, view: GuideView) -> ResolvedFigure:
    """Resolve an icon array: its numbers come from the claim, which loading has found to have them."""
    claim, labels = view.guide.claims[block.claim], view.labels
    figure = claim.figure(block.measure)
    assert figure, block.measure
    arms = tuple(
        ResolvedArm(label, labels.in_100.format(n=arm.per100), arm.per100, arm_counts(arm, view))
        for arm, label in zip(figure.arms, block.labels, strict=False)
    )
    people_who = labels.people_who.format(outcome=figure.outcome)
    facts, source = figure_facts(figure, claim, labels), (block.claim, block.measure)
    return ResolvedFigure(block.words, people_who, figure.when, arms, figure.note, facts, facts, source)


def arm_counts(arm: Arm, view: GuideView) -> str:
    """The counts and range of one arm, as far as the study gives them."""
    parts = []
    if arm.events is not None and arm.total is not None:
        parts.append(counted(view.labels.counted, arm.total, view, events=arm.events, total=arm.total))
    if arm.low100 is not None and arm.high100 is not None:
        parts.append(view.labels.in_100_range.format(low=arm.low100, high=arm.high100))
    return "; ".join(parts)


def figure_facts(figure: Figure, claim: Claim, labels: Labels) -> tuple[Fact, ...]:
    """Facts under a figure: certainty, people studied and funding."""
    return (
        Fact(labels.how_sure, certainty(claim, labels), kind="study"),
        Fact(labels.who, figure.who, kind="study"),
        Fact(labels.who_paid, claim.funding or labels.who_paid_unknown, kind="study"),
    )


def source_words(source: Source) -> str:
    """ "Test Journal, Test syrup or test water: a trial, 2022"."""
    return ", ".join(filter(None, (source.publisher, source.title, source.year)))
