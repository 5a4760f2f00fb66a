"""Claims and figures in words: how sure we are, the people behind a figure, and where it was published."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ketaguide.model.evidence import Arm, Claim, Figure, Source
from ketaguide.model.interface import Labels
from ketaguide.resolve.view import GuideView
from ketaguide.resolve.wording import held_on


class Fact(NamedTuple):
    """One line under a claim or a figure: its name, which may be empty, its words, and an address where it has one."""

    name: str
    text: str
    url: str = ""


class ResolvedClaim(NamedTuple):
    """A claim with all that belongs with it."""

    statement: str
    facts: tuple[Fact, ...]


def resolve_claims(ids: Iterable[str], view: GuideView) -> Iterator[ResolvedClaim]:
    """Each claim with how sure we are, as of when, what to bear in mind, who paid, and where it was published."""
    for claim_id in ids:
        if claim := view.guide.claims.get(claim_id):
            sources = (view.guide.sources[source] for source in claim.sources if source in view.guide.sources)
            yield ResolvedClaim(
                claim.statement,
                (
                    Fact(view.labels.how_sure, f"{how_sure(claim, view.labels)}."),
                    *(Fact("", note) for note in claim_notes(claim)),
                    *(Fact(view.labels.source, source_words(source), source.url) for source in sources),
                ),
            )


def how_sure(claim: Claim, labels: Labels) -> str:
    """How sure we are, by whose judgement, and as of when."""
    return f"{certainty(claim, labels)}, {held_on(claim.as_of, labels, dated=claim.dated)}"


def certainty(claim: Claim, labels: Labels) -> str:
    """How sure we are, and by whose judgement: "Not very sure (the authors' own rating)"."""
    degree = getattr(labels, claim.certainty.replace("-", "_"))
    if claim.certainty == "not-rated":
        return str(degree)
    judge = labels.sure_by_source if claim.certainty_from == "source" else labels.sure_by_editor
    return f"{degree} ({judge})"


def claim_notes(claim: Claim) -> list[str]:
    """Notes that belong with a claim: a word on its date, its limits, who paid."""
    return [note for note in (claim.as_of_note, claim.caveat, claim.funding) if note]


def arm_counts(arm: Arm, labels: Labels) -> str:
    """The people behind one arm's figure and the range it may lie in, as far as the study gives them."""
    parts = []
    if arm.events is not None and arm.total is not None:
        parts.append(labels.counted.format(events=arm.events, total=arm.total))
    if arm.low100 is not None and arm.high100 is not None:
        parts.append(labels.in_100_range.format(low=arm.low100, high=arm.high100))
    return "; ".join(parts)


def figure_facts(figure: Figure, claim: Claim, labels: Labels) -> tuple[Fact, ...]:
    """The lines under every picture: who was studied, when, how sure, who paid, and what to bear in mind."""
    facts = (
        Fact(labels.who, figure.who),
        Fact(labels.when, figure.when),
        Fact(labels.how_sure, certainty(claim, labels)),
        Fact(labels.who_paid, claim.funding or labels.who_paid_unknown),
    )
    return (*facts, Fact("", figure.note)) if figure.note else facts


def source_words(source: Source) -> str:
    """"NICE, Depression in adults (NG222), 2022"."""
    return ", ".join(part for part in (source.publisher, source.title, source.year) if part)
