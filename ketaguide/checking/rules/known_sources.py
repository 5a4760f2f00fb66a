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

from ketaguide.checking.context import LintContext
from ketaguide.checking.nearest import nearest
from ketaguide.checking.parts import Finding, Place

ID = "known-sources"
LEVEL = "error"


def check(context: LintContext) -> Iterator[Finding]:
    """Ids of sources that do not exist."""
    named = [(place, claim.sources) for place, claim in context.claim_places()]
    for at, contact in enumerate(context.guide.contacts.values()):
        named.append((Place("contacts.yaml", ("contacts", at)), contact.sources))
    for place, sources in named:
        for at, source in enumerate(sources):
            if source not in context.guide.sources:
                hint = nearest(source, context.guide.sources)
                yield Finding(place.at("sources", at), f"there is no source {source!r} in sources.yaml", hint)
