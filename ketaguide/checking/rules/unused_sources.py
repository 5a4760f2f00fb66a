"""Every source is named by a claim or a contact.

Source: our standard, "nothing is orphaned". The list of sources that a reader sees is the list of what was used.

Passes:
    sources.yaml: {sources: [{id: test-page, title: Who to call, publisher: Test Health Service}]}

Fails:
    sources.yaml: {sources: [{id: lonely, title: A book, publisher: A shop}]}
"""

from collections.abc import Iterator

from ketaguide.checking.draft import Draft
from ketaguide.checking.parts import Found, Place

ID = "unused-sources"
LEVEL = "warning"


def check(draft: Draft) -> Iterator[Found]:
    """Sources that nothing names."""
    used = {source for claim in draft.guide.claims.values() for source in claim.sources}
    used |= {source for contact in draft.guide.contacts.values() for source in contact.sources}
    for at, source in enumerate(draft.guide.sources.values()):
        if source.id not in used:
            place = Place("sources.yaml", ("sources", at, "id"))
            yield Found(place, f"nothing rests on {source.id!r}", "name it in a claim, or remove it")
