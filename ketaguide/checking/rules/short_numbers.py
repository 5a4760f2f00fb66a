"""A short page has no number that its standard page lacks.

It leaves numbers out, and adds none: every "N in 100" and every picture stands on the standard page too. Source: our
standard, "numbers are a subset of the standard page's".

Passes:
    en/sections/risks.yaml: {summary: [It helped 55 out of 100 people. It harmed 9 out of 100.]}
    en-short/sections/risks.yaml: {summary: [It helped 55 in 100 people.]}

Fails:
    en/sections/risks.yaml: {summary: [It helped 55 out of 100 people.]}
    en-short/sections/risks.yaml: {summary: [It helped 70 out of 100 people.]}
"""

from collections.abc import Iterator

from ketaguide.checking.context import LintContext
from ketaguide.checking.parts import Finding, PlacedSection
from ketaguide.checking.text import shares
from ketaguide.model.block import IconArray

ID = "short-numbers"
LEVEL = "error"

Share = tuple[int, int]


def check(context: LintContext) -> Iterator[Finding]:
    """Numbers and pictures that stand on a short page only."""
    for short, standard in context.pairs:
        if more := sorted(shares_of(context, short) - shares_of(context, standard)):
            said = ", ".join(f"{part} in {whole}" for part, whole in more)
            yield Finding(short.place, f"this page says {said}, and its standard page does not", "correct one of the two pages")
        for claim, measure in sorted(_pictures(short) - _pictures(standard)):
            message = f"this page has the picture {claim} ({measure}), and its standard page has not"
            yield Finding(short.place, message, "take the picture out, or add it to the standard page")


def shares_of(context: LintContext, page: PlacedSection) -> set[Share]:
    """The shares that a page says: N of M, for each."""
    return {
        (part, whole)
        for text in context.texts_in(page)
        if text.role != "saying"
        for _, part, whole in shares(text.text)
        if whole >= 10
    }


def _pictures(page: PlacedSection) -> set[tuple[str, str]]:
    return {(block.claim, block.measure) for block in page.section.blocks if isinstance(block, IconArray)}
