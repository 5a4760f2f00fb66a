"""Every source that a claim or a contact names is in sources.yaml.

Source: our standard, "every source resolves"; a reader sees title, publisher and year of each.

Passes:
    contacts.yaml:
      contacts:
        - {id: other, name: Other line, kind: listening, for_whom: anyone, phone: "0000", checked: 2026-02-28,
           check_by: 2026-08-28, sources: [test-page]}

Fails:
    contacts.yaml:
      contacts:
        - {id: other, name: Other line, kind: listening, for_whom: anyone, phone: "0000", checked: 2026-02-28,
           check_by: 2026-08-28, sources: [test-pages]}
"""

from collections.abc import Iterator

from ketaguide.checking.draft import Draft
from ketaguide.checking.nearest import nearest
from ketaguide.checking.parts import Found, Place

ID = "known-sources"
LEVEL = "error"


def check(draft: Draft) -> Iterator[Found]:
    """Ids of sources that do not exist."""
    named = [(place, claim.sources) for place, claim in draft.claim_places()]
    for at, contact in enumerate(draft.guide.contacts.values()):
        named.append((Place("contacts.yaml", ("contacts", at)), contact.sources))
    for place, sources in named:
        for at, source in enumerate(sources):
            if source not in draft.guide.sources:
                hint = nearest(source, draft.guide.sources)
                yield Found(place.at("sources", at), f"there is no source {source!r} in sources.yaml", hint)
