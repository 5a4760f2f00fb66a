"""Figures of a page that help its author: how long, how hard to read, how old what it rests on."""

from collections.abc import Iterator
from typing import NamedTuple

from ketaguide.checking.context import LintContext
from ketaguide.checking.rules.reading import mean_length, prose_of
from ketaguide.checking.rules.short import page_words
from ketaguide.checking.text import words
from ketaguide.loading.problem import Places
from ketaguide.model.guide import Guide
from ketaguide.model.walk import word_count


class Stats(NamedTuple):
    """The figures of one page."""

    edition_id: str
    page: str
    words: int
    longest: int
    """Words of the longest sentence."""
    mean: float
    """Words of a sentence, on average."""
    claims: int
    oldest: str
    """The oldest `as_of` among its claims; empty without claims."""
    prose: str
    """Its sentences, one to a line, for a reading grade."""


def stats(guide: Guide, places: Places) -> Iterator[Stats]:
    """The figures of every page, the standard ones first."""
    context = LintContext(guide, places)
    for page in context.pages:
        claims = context.cited(context.cites[page.place.file])
        said = prose_of(context, page)
        yield Stats(
            edition_id=page.place.edition_id,
            page=page.section.id,
            words=word_count(page.section),
            longest=_longest(said),
            mean=mean_length(context, page),
            claims=len(claims),
            oldest=min((claim.as_of for claim in claims), default=""),
            prose="\n".join(sentence if sentence.endswith((".", "?", "!")) else f"{sentence}." for sentence in said),
        )


class ShortStats(NamedTuple):
    """The words of a short page beside those of its standard page, as the rule short-length counts them."""

    page: str
    standard: int
    short: int
    longest: int
    """Words of the longest sentence of the short page."""
    mean: float


def short_stats(guide: Guide, places: Places) -> Iterator[ShortStats]:
    """The figures of every short page."""
    context = LintContext(guide, places)
    for short, standard in context.pairs:
        counts = page_words(context, standard), page_words(context, short)
        yield ShortStats(short.section.id, *counts, _longest(prose_of(context, short)), mean_length(context, short))


def _longest(said: list[str]) -> int:
    return max((len(words(sentence)) for sentence in said), default=0)
