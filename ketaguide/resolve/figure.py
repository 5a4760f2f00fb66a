"""Resolves a picture of 100 people for each arm of a figure."""

from typing import NamedTuple

from ketaguide.model.block import IconArray
from ketaguide.model.prose import Prose
from ketaguide.resolve.evidence import Fact, arm_counts, figure_facts
from ketaguide.resolve.view import GuideView


class ResolvedArm(NamedTuple):
    """One group of a figure."""

    label: str
    in_100: str
    per100: int
    counts: str
    """"108 of 195 people; between 48 and 62 in 100", or empty."""


class ResolvedFigure(NamedTuple):
    """A figure: its words, its arms, a note and facts on the study. Has no arms if the claim lacks the figure."""

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


def resolve_figure(block: IconArray, view: GuideView) -> ResolvedFigure:
    """Resolve an icon array: its numbers come from the claim."""
    claim, labels = view.guide.claims.get(block.claim), view.labels
    figure = claim.figure(block.measure) if claim else None
    if claim is None or figure is None:
        return ResolvedFigure(block.words, "", "", (), "", (), (), ("", ""))
    arms = tuple(
        ResolvedArm(label, labels.in_100.format(n=arm.per100), arm.per100, arm_counts(arm, view))
        for arm, label in zip(figure.arms, block.labels, strict=False)
    )
    people_who = labels.people_who.format(outcome=figure.outcome)
    facts, source = figure_facts(figure, claim, labels), (block.claim, block.measure)
    return ResolvedFigure(block.words, people_who, figure.when, arms, figure.note, facts, facts, source)
