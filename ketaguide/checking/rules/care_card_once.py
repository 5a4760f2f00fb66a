"""At most one care card of each level on a page.

Two emergency cards make neither stand out. Cards may repeat on other pages. Source: NHS design system, care cards;
NHS service manual.

Passes:
    en/sections/risks.yaml:
      blocks:
        - {kind: care_card, urgency: non_urgent, heading: "See your GP if:", items: [x], contacts: [gp], cites: [who-to-call]}

Fails:
    en/sections/risks.yaml:
      blocks:
        - {kind: care_card, urgency: non_urgent, heading: "See your GP if:", items: [x], contacts: [gp], cites: [who-to-call]}
        - {kind: care_card, urgency: non_urgent, heading: "Ask your GP if:", items: [y], contacts: [gp], cites: [who-to-call]}
"""

from collections.abc import Iterator

from ketaguide.checking.context import LintContext
from ketaguide.checking.parts import Finding
from ketaguide.model.block import CareCard

ID = "care-card-once"
LEVEL = "error"


def check(context: LintContext) -> Iterator[Finding]:
    """Second cards of a level."""
    for page in context.pages:
        seen = set[str]()
        for at, block in enumerate(page.section.blocks):
            if isinstance(block, CareCard):
                if block.urgency in seen:
                    message = f"this is the second {block.urgency} care card on the page"
                    yield Finding(page.place.at("blocks", at), message, "make one card of the two")
                seen.add(block.urgency)
