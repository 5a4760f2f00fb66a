"""A short page names the contacts and the care cards of its standard page, no fewer and no others.

The same help for every reader. Contacts count wherever they stand: in a card, a directory or a link. Source: our
standard, "the same facts and the same contacts".

Passes:
    en-short/sections/risks.yaml: {summary: [It raises pressure.]}

Fails:
    en-short/sections/risks.yaml: {summary: ["Talk to [Samaritans](contact:samaritans)."]}
"""

from collections.abc import Iterator

from ketaguide.checking.context import LintContext
from ketaguide.checking.parts import Finding, PlacedSection
from ketaguide.model.block import CareCard, Contacts
from ketaguide.model.prose import links

ID = "short-contacts"
LEVEL = "error"


def check(context: LintContext) -> Iterator[Finding]:
    """Contacts and cards of one edition that the other lacks."""
    for short, standard in context.pairs:
        mine, theirs = _help(context, short), _help(context, standard)
        if missing := sorted(theirs - mine):
            message = f"the standard page has {', '.join(missing)}, and the short page has not"
            yield Finding(short.place, message, "add it: in a card, a directory or a link")
        if more := sorted(mine - theirs):
            message = f"the short page has {', '.join(more)}, and the standard page has not"
            yield Finding(short.place, message, "add it to the standard page, or remove it here")


def _help(context: LintContext, page: PlacedSection) -> set[str]:
    """Every contact of a page, and the level of every card."""
    found = {target for text in context.texts_in(page) if text.prose for target in links(text.prose, "contact")}
    for block in page.section.blocks:
        if isinstance(block, CareCard):
            found |= {f"{block.urgency} card", *block.contacts}
        elif isinstance(block, Contacts):
            found |= {*block.ids, *(contact.id for contact in context.guide.contacts.values() if contact.kind in block.kinds)}
    return found
