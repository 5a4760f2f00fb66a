"""Every contact says how to reach it, and a directory never comes out empty.

A phone, a text number, a website or another way. A directory that filters by kind has a contact to show, in every
nation it is shown for; where there is none, a sentence says so. Source: our design, "Contacts".

Passes:
    en/sections/risks.yaml: {blocks: [{kind: contacts, kinds: [listening]}]}

Fails:
    en/sections/risks.yaml: {blocks: [{kind: contacts, kinds: [bereavement]}]}
"""

from collections.abc import Iterator

from ketaguide.checking.context import LintContext
from ketaguide.checking.parts import Finding, Place
from ketaguide.model.block import Contacts

ID = "contact-reach"
LEVEL = "error"
_ONE_GOES_THERE = frozenset({"ae", "gp"})


def check(context: LintContext) -> Iterator[Finding]:
    """Contacts without a way, directories without a contact."""
    contacts = context.guide.contacts.values()
    for at, contact in enumerate(contacts):
        ways = (contact.phone, contact.sms, contact.website, contact.other_ways, contact.id in _ONE_GOES_THERE)
        if not any(ways):
            place = Place("contacts.yaml", ("contacts", at))
            yield Finding(place, f"nothing says how to reach {contact.id!r}", "add a phone or a website")
    for placed in context.placed_blocks:
        block = placed.block
        if isinstance(block, Contacts):
            shown = [contact for contact in contacts if contact.id in block.ids or contact.kind in block.kinds]
            if not any(not block.nations or any(contact.serves(nation) for nation in block.nations) for contact in shown):
                yield Finding(placed.place, "this directory shows nobody", "name contacts, or another kind")
