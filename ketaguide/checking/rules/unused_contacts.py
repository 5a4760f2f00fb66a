"""Every contact is shown on some page.

By id, by kind, or in a link. A contact that no page shows helps nobody. Source: our standard, "nothing is
orphaned".

Passes:
    en/sections/risks.yaml: {blocks: [{kind: contacts, kinds: [carers]}]}
    contacts.yaml:
      contacts:
        - {id: other, name: Other line, kind: carers, for_whom: anyone, phone: "0800 123 4567", checked: 2026-02-28,
           check_by: 2026-08-28, sources: [test-page]}

Fails:
    contacts.yaml:
      contacts:
        - {id: other, name: Other line, kind: carers, for_whom: anyone, phone: "0800 123 4567", checked: 2026-02-28,
           check_by: 2026-08-28, sources: [test-page]}
"""

from collections.abc import Iterator

from ketaguide.checking.context import LintContext
from ketaguide.checking.parts import Finding, Place
from ketaguide.model.block import CareCard, Contacts
from ketaguide.model.prose import links

ID = "unused-contacts"
LEVEL = "warning"


def check(context: LintContext) -> Iterator[Finding]:
    """Contacts that no page shows."""
    ids = {target for text in context.texts if text.prose for target in links(text.prose, "contact")}
    kinds = set[str]()
    for placed in context.placed_blocks:
        if isinstance(placed.block, CareCard):
            ids |= set(placed.block.contacts)
        elif isinstance(placed.block, Contacts):
            ids |= set(placed.block.ids)
            kinds |= set(placed.block.kinds)
    for at, contact in enumerate(context.guide.contacts.values()):
        if contact.id not in ids and contact.kind not in kinds:
            place = Place("contacts.yaml", ("contacts", at, "id"))
            yield Finding(place, f"no page shows {contact.id!r}", "add it to a page, or remove it")
