"""A short page rests on the claims of its standard page.

It may leave out a detail, and says nothing that the standard page does not rest on. Source: our standard, "the same
facts".

Passes:
    en-short/sections/risks.yaml: {cites: [syrup-harm]}

Fails:
    en-short/sections/risks.yaml: {cites: [syrup-remission]}
"""

from collections.abc import Iterator

from ketaguide.checking.context import LintContext
from ketaguide.checking.parts import Finding
from ketaguide.model.walk import cites_in

ID = "short-facts"
LEVEL = "warning"


def check(context: LintContext) -> Iterator[Finding]:
    """Claims that stand behind a short page only."""
    for short, standard in context.pairs:
        if more := sorted(set(cites_in(short.section)) - set(cites_in(standard.section))):
            message = f"the short page rests on {', '.join(more)}, and the standard page does not"
            yield Finding(short.place, message, "tell the fact on the standard page too, or leave it out here")
