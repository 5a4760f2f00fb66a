"""A short page has at most half the words of its standard page.

Counted alike on both: what stands between spaces and has a letter or a digit, in the summary and in every block, folds,
answers, tables and the words of pictures included. Left out are care cards and directories, which stay whole, the page
`get-help`, and what the program adds from the evidence. `ketaguide check --stats` prints both counts. Source: our standard.

Passes:
    en/sections/risks.yaml: {summary: [It raises your blood pressure for a while.], blocks: []}
    en-short/sections/risks.yaml: {summary: [It raises blood pressure.], blocks: []}

Fails:
    en/sections/risks.yaml: {summary: [It raises your blood pressure for a while.], blocks: []}
    en-short/sections/risks.yaml: {summary: [It raises your blood pressure.], blocks: []}
"""

from collections.abc import Iterator

from ketaguide.checking.context import LintContext
from ketaguide.checking.parts import Finding, PlacedSection
from ketaguide.checking.text import words
from ketaguide.crisis import HELP_PAGE
from ketaguide.model.block import CareCard, Contacts

ID = "short-length"
LEVEL = "error"


def check(context: LintContext) -> Iterator[Finding]:
    """Short pages that are not short."""
    for short, standard in context.pairs:
        count, whole = page_words(context, short), page_words(context, standard)
        if count > whole // 2 and short.section.id != HELP_PAGE:
            message = f"the page has {count} words, {whole // 2} at most: half of the standard page's {whole}"
            yield Finding(short.place, message, f"cut {count - whole // 2} words")


def page_words(context: LintContext, page: PlacedSection) -> int:
    """The words of a page without its care cards and directories."""
    return sum(
        len(words(text.text))
        for text in context.texts_in(page)
        if text.place.path[0] in ("summary", "blocks")
        and text.role != "picture"
        and not isinstance(text.block, CareCard | Contacts)
    )
