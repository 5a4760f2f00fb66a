"""An Easy Read page has the numbers of its standard page, no fewer and no others.

Every "N in 100" of the standard page stands on the Easy Read page too, with the same pictures; and no
number stands there that the standard page lacks. Leaving numbers out would decide for the reader. Source: our
standard, "the same facts"; IPDAS v4.

Passes:
    en/sections/risks.yaml: {summary: [It helped 55 out of 100 people.]}
    en-easy/sections/risks.yaml: {summary: [It helped 55 in 100 people.]}

Fails:
    en/sections/risks.yaml: {summary: [It helped 55 out of 100 people.]}
    en-easy/sections/risks.yaml: {summary: [It helped 70 out of 100 people.]}
"""

from collections.abc import Iterator

from ketaguide.checking.context import LintContext
from ketaguide.checking.parts import Finding, PlacedSection
from ketaguide.checking.text import shares
from ketaguide.model.block import IconArray

ID = "easy-numbers"
LEVEL = "error"

Share = tuple[int, int]


def check(context: LintContext) -> Iterator[Finding]:
    """Numbers and pictures of one edition that the other lacks."""
    for easy, standard in context.pairs:
        mine, theirs = _shares(context, easy), _shares(context, standard)
        if missing := _said(theirs - mine):
            yield Finding(easy.place, f"the standard page says {missing}, and Easy Read does not", "say it in easy words")
        if more := _said(mine - theirs):
            yield Finding(easy.place, f"Easy Read says {more}, and the standard page does not", "correct one of the two pages")
        for claim, measure in sorted(_pictures(standard) - _pictures(easy)):
            message = f"the standard page has the picture {claim} ({measure}), and Easy Read has not"
            yield Finding(easy.place, message, "add the icon_array")


def _shares(context: LintContext, page: PlacedSection) -> set[Share]:
    return {
        (part, whole)
        for text in context.texts_in(page)
        if text.role != "saying"
        for _, part, whole in shares(text.text)
        if whole >= 10
    }


def _said(numbers: set[Share]) -> str:
    return ", ".join(f"{part} in {whole}" for part, whole in sorted(numbers))


def _pictures(page: PlacedSection) -> set[tuple[str, str]]:
    return {(block.claim, block.measure) for block in page.section.blocks if isinstance(block, IconArray)}
