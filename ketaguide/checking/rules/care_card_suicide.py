"""Suicidal thoughts lead to an urgent or emergency card, never to a routine appointment.

Whoever thinks of ending their life is sent to 111's mental health option, Lifeline or 999 the same day. Source:
our standard, "Care cards"; NICE NG225.

Passes:
    en/sections/risks.yaml:
      blocks: [{kind: care_card, urgency: non_urgent, heading: "See your GP if:", items: [you have felt low for two weeks],
        contacts: [gp], cites: [who-to-call]}]

Fails:
    en/sections/risks.yaml:
      blocks: [{kind: care_card, urgency: non_urgent, heading: "See your GP if:", items: [you have thoughts of suicide],
        contacts: [gp], cites: [who-to-call]}]
"""

from collections.abc import Iterator

from ketaguide.checking.context import LintContext
from ketaguide.checking.parts import Finding
from ketaguide.checking.text import MENTION
from ketaguide.model.block import CareCard

ID = "care-card-suicide"
LEVEL = "error"


def check(context: LintContext) -> Iterator[Finding]:
    """Non-urgent cards that speak of suicide or self-harm."""
    for placed in context.placed_blocks:
        if isinstance(placed.block, CareCard) and placed.block.urgency == "non_urgent":
            for at, item in enumerate(placed.block.items):
                if said := MENTION.search(item.text):
                    message = f"a non-urgent card speaks of {said[0]!r}"
                    yield Finding(placed.place.at("items", at), message, "move it to the urgent or the emergency card")
