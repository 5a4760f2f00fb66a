"""A care card leads to the services of its level, and to no other.

The emergency card says 999 or A&E, now, and nothing to read: it has no links and no other contact. The urgent card
has the urgent service of each nation it is shown for. A non-urgent card never lists 999. Source: NHS design system,
care cards ("an emergency card does not send people off to read more"); our standard.

Passes:
    en/sections/risks.yaml:
      blocks: [{kind: care_card, urgency: emergency, heading: "Call 999 or go to A&E now if:", items: [a life is at risk],
        contacts: ["999", ae], cites: [who-to-call]}]

Fails:
    en/sections/risks.yaml:
      blocks: [{kind: care_card, urgency: emergency, heading: "Get help if:", items: ["see [risks](section:risks)"],
        contacts: [samaritans], cites: [who-to-call]}]
"""

from collections.abc import Iterator

from ketaguide import crisis
from ketaguide.checking.context import LintContext
from ketaguide.checking.parts import Finding, Place
from ketaguide.model.block import CareCard
from ketaguide.model.contact import NATIONS

ID = "care-card-contacts"
LEVEL = "error"

_EMERGENCY = frozenset({crisis.EMERGENCY, "ae"})


def check(context: LintContext) -> Iterator[Finding]:
    """Cards that lead to the wrong place."""
    for placed in context.placed_blocks:
        if isinstance(placed.block, CareCard):
            match placed.block.urgency:
                case "emergency":
                    yield from _emergency(placed.block, placed.place)
                case "urgent":
                    yield from _urgent(placed.block, placed.place)
                case "non_urgent":
                    if crisis.EMERGENCY in placed.block.contacts:
                        yield Finding(placed.place.at("contacts"), "a non-urgent card lists 999", "make it an emergency card")


def _emergency(card: CareCard, place: Place) -> Iterator[Finding]:
    if "999" not in card.heading or "now" not in card.heading.split():
        hint = 'write "Call 999 or go to A&E now if:"'
        yield Finding(place.at("heading"), "an emergency card does not say 999 now", hint)
    if crisis.EMERGENCY not in card.contacts or not _EMERGENCY.issuperset(card.contacts):
        hint = 'write contacts: ["999", ae]'
        yield Finding(place.at("contacts"), "an emergency card has other contacts than 999 and A&E", hint)
    for at, item in enumerate(card.items):
        if any(span.scheme for span in item.spans):
            yield Finding(place.at("items", at), "an emergency card has a link", "remove it: there is nothing to read now")


def _urgent(card: CareCard, place: Place) -> Iterator[Finding]:
    needed = {crisis.URGENT[nation] for nation in card.nations or NATIONS}
    if missing := sorted(needed - set(card.contacts)):
        message = f"an urgent card leaves out {', '.join(missing)}"
        yield Finding(place.at("contacts"), message, "add the urgent service of every nation the card is shown for")
