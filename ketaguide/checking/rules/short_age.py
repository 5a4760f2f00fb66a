"""A short page is not older than its standard page.

When the standard page changes, the short page is read again and its date set, changed or not. Until then the views
tell the reader that it is older. Source: our standard, parity.

Passes:
    en-short/sections/risks.yaml: {updated: 2026-02-01}

Fails:
    en-short/sections/risks.yaml: {updated: 2025-12-31}
"""

from collections.abc import Iterator

from ketaguide.checking.context import LintContext
from ketaguide.checking.parts import Finding

ID = "short-age"
LEVEL = "warning"


def check(context: LintContext) -> Iterator[Finding]:
    """Short pages that were left behind."""
    for short, standard in context.pairs:
        if short.section.updated < standard.section.updated:
            message = f"updated {short.section.updated}, and the standard page {standard.section.updated}"
            yield Finding(short.place.at("updated"), message, "hold it against the standard page, then set the date")
