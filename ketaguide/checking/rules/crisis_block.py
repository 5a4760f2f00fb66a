"""A page that mentions suicide or self-harm carries the emergency and the urgent card.

Somebody may read it while thinking of it. The cards stand on the page itself, in plain view and not in a fold. The
evidence behind a page does not count as a mention. Source: Samaritans' media guidelines, 6th edition, 2020; our
standard.

Passes:
    en/sections/risks.yaml:
      summary: [Some people think of suicide.]
      blocks:
        - {kind: care_card, urgency: emergency, heading: "Call 999 or go to A&E now if:", items: [a life is at risk],
           contacts: ["999", ae], cites: [who-to-call]}
        - {kind: care_card, urgency: urgent, heading: "Call 111 if:", items: [you cannot cope], cites: [who-to-call],
           contacts: [nhs111-england, nhs111-wales, nhs24-scotland, lifeline-ni]}

Fails:
    en/sections/risks.yaml: {summary: [Some people think of suicide.]}
"""

from collections.abc import Iterator

from ketaguide.checking.context import LintContext
from ketaguide.checking.parts import Finding
from ketaguide.checking.text import MENTION
from ketaguide.model.block import CareCard

ID = "crisis-block"
LEVEL = "error"


def check(context: LintContext) -> Iterator[Finding]:
    """Pages that mention it and lack a card."""
    for page in context.pages:
        levels = {block.urgency for block in page.section.blocks if isinstance(block, CareCard) and not block.nations}
        missing = [level for level in ("emergency", "urgent") if level not in levels]
        mentioned = next((text for text in context.texts_in(page) if MENTION.search(text.text)), None)
        if mentioned and missing:
            message = f"the page speaks of suicide or self-harm and has no {' and no '.join(missing)} care card"
            yield Finding(mentioned.place, message, "add the cards of the page get-help, after the block that speaks of it")
