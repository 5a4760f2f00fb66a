"""A card, an options table, a timeline, a diagram and a myth cite the claims they rest on.

They state medical, legal or availability facts by their kind. The page about the guide (`roles` in guide.yaml) is
exempt. `uncited-facts` looks for facts in other blocks. Source: IPDAS v4, "provides citations to the studies"; PIF TICK
criterion 3; our standard.

Passes:
    en/sections/risks.yaml:
      blocks: [{kind: timeline, title: A day, steps: [{when: 9 am, text: You arrive.}], cites: [syrup-harm]}]

Fails:
    en/sections/risks.yaml:
      blocks: [{kind: timeline, title: A day, steps: [{when: 9 am, text: You arrive.}]}]
"""

from collections.abc import Iterator

from ketaguide.checking.context import LintContext
from ketaguide.checking.parts import Finding
from ketaguide.model.block import CareCard, Diagram, Myth, OptionsTable, Timeline

ID = "citations"
LEVEL = "error"

ALWAYS = (CareCard, OptionsTable, Timeline, Diagram, Myth)


def check(context: LintContext) -> Iterator[Finding]:
    """Blocks of these kinds that cite nothing."""
    about = context.guide.meta.roles.about
    for placed in context.placed_blocks:
        if isinstance(placed.block, ALWAYS) and not placed.cites and placed.page.section.id != about:
            kind = type(placed.block).__struct_config__.tag
            yield Finding(placed.place, f"this {kind} cites nothing", "add cites: [ids of the claims it rests on]")
