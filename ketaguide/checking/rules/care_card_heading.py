"""The heading of a care card is one action, and ends in "if:".

The bullets that follow finish the sentence. At most two places to go, so that a frightened person need not choose;
charities and listening lines are support and never the action of a card (the urgent services of the four nations are).
The view puts the level before it in words. Source: NHS design system, "help users decide when and where to get care".

Passes:
    en/sections/risks.yaml:
      blocks: [{kind: care_card, urgency: urgent, heading: "Call 111 if:", items: [you cannot cope], cites: [who-to-call],
        contacts: [nhs111-england, nhs111-wales, nhs24-scotland, lifeline-ni]}]

Fails:
    en/sections/risks.yaml:
      blocks: [{kind: care_card, urgency: urgent, heading: Call Samaritans, items: [you cannot cope], cites: [who-to-call],
        contacts: [nhs111-england, nhs111-wales, nhs24-scotland, lifeline-ni]}]
"""

import re
from collections.abc import Iterator

from ketaguide import crisis
from ketaguide.checking.context import LintContext
from ketaguide.checking.parts import Finding
from ketaguide.model.block import CareCard

ID = "care-card-heading"
LEVEL = "error"

_LEVEL_SAID = re.compile(r"^(?:emergency|urgent|non-urgent)\b", re.IGNORECASE)
_SUPPORT = frozenset({"listening", "text", "crisis-line", "young-people", "information", "carers", "bereavement"})
MOST_PLACES = 2


def check(context: LintContext) -> Iterator[Finding]:
    """Headings that are not one action ending in "if:"."""
    services = [
        contact.name.split(" (")[0]
        for contact in context.guide.contacts.values()
        if contact.kind in _SUPPORT and contact.id not in crisis.URGENT.values()
    ]
    for placed in context.placed_blocks:
        if not isinstance(placed.block, CareCard):
            continue
        place, heading = placed.place.at("heading"), placed.block.heading
        if not heading.endswith("if:"):
            yield Finding(
                place, 'the heading of a care card does not end in "if:"', 'write one action, as in "See your GP if:"'
            )
        if _LEVEL_SAID.search(heading):
            yield Finding(place, "the heading says its level", "remove it: the view says the level in words")
        if heading.count(" or ") >= MOST_PLACES:
            yield Finding(place, "the heading names too many places to go", "keep one, or two joined by or")
        for service in services:
            if service in heading and re.search(rf"\b{re.escape(service)}\b", heading):
                yield Finding(place, f"{service} stands in the heading of a care card", "name it below the card instead")
