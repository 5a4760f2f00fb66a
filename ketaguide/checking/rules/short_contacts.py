"""A short page has the care cards and the directories of its standard page, whole, and names no other contact.

Every card stands there with the same level, the same nations, the same contacts and as many points; its words may be
simpler. Every contact of a directory stays. A contact that is only linked in a sentence may be left out. Source: our
standard, "crisis cards and contacts stay whole".

Passes:
    en/sections/risks.yaml: {blocks: [{kind: paragraph, text: "Talk to [Samaritans](contact:samaritans)."}]}
    en-short/sections/risks.yaml: {summary: [It raises pressure.], blocks: []}

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
    """Cards and contacts that a short page lacks, and contacts that it alone has."""
    for short, standard in context.pairs:
        cards = _cards(context, short)
        for theirs in _cards(context, standard):
            if not any(_is_whole(mine, theirs) for mine in cards):
                message = (
                    f"the standard page has a card {theirs.urgency} with {len(theirs.items)} points, and this page has not"
                )
                hint = f"add it whole, with contacts: [{', '.join(theirs.contacts)}]"
                yield Finding(short.place, message, hint)
        mine, directories = _named(context, short), _of_directories(context, standard)
        if missing := sorted(directories - mine):
            message = f"the standard page lists {', '.join(missing)}, and this page does not"
            yield Finding(short.place, message, "add the directory: a block contacts with the same kinds or ids")
        if more := sorted(mine - _named(context, standard)):
            message = f"this page has {', '.join(more)}, and its standard page has not"
            yield Finding(short.place, message, "add it to the standard page, or remove it here")


def _cards(context: LintContext, page: PlacedSection) -> list[CareCard]:
    return [placed.block for placed in context.blocks_in(page) if isinstance(placed.block, CareCard)]


def _is_whole(mine: CareCard, theirs: CareCard) -> bool:
    same = (mine.urgency, mine.nations, set(mine.contacts)) == (theirs.urgency, theirs.nations, set(theirs.contacts))
    return same and len(mine.items) >= len(theirs.items)


def _of_directories(context: LintContext, page: PlacedSection) -> set[str]:
    found = set[str]()
    for placed in context.blocks_in(page):
        if isinstance(placed.block, Contacts):
            kinds = placed.block.kinds
            found |= {*placed.block.ids, *(contact.id for contact in context.guide.contacts.values() if contact.kind in kinds)}
    return found


def _named(context: LintContext, page: PlacedSection) -> set[str]:
    """Every contact of a page: in a card, a directory or a link."""
    linked = {target for text in context.texts_in(page) if text.prose for target in links(text.prose, "contact")}
    return linked.union(*(card.contacts for card in _cards(context, page))) | _of_directories(context, page)
