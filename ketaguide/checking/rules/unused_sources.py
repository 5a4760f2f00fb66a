"""Every source is named by a claim or a contact.

Source: our standard, "nothing is orphaned". The list of sources that a reader sees is the list of what was used.

Passes:
    sources.yaml: {sources: [{id: test-page, title: Who to call, publisher: Test Health Service}]}

Fails:
    sources.yaml: {sources: [{id: lonely, title: A book, publisher: A shop}]}
"""

from collections.abc import Iterator

from ketaguide.checking.context import LintContext
from ketaguide.checking.parts import Finding, Place

ID = "unused-sources"
LEVEL = "warning"


def check(context: LintContext) -> Iterator[Finding]:
    """Sources that nothing names."""
    used = {source for claim in context.guide.claims.values() for source in claim.sources}
    used |= {source for contact in context.guide.contacts.values() for source in contact.sources}
    for at, source in enumerate(context.guide.sources.values()):
        if source.id not in used:
            place = Place("sources.yaml", ("sources", at, "id"))
            yield Finding(place, f"nothing rests on {source.id!r}", "name it in a claim, or remove it")
