"""Studies that disagree stand together.

`balance` in guide.yaml lists them. A page that cites one claim of a group of `together` cites the others; a page with two
or more pictures in which the treatment did better also cites every claim of `no_clear_difference`. Source: our standard,
"Both sides stand together"; IPDAS v4, balance.

Passes:
    guide.yaml: {balance: {together: [[syrup-harm, who-to-call]]}}
    en/sections/risks.yaml: {cites: [syrup-harm, who-to-call]}

Fails:
    guide.yaml: {balance: {together: [[syrup-harm, who-to-call]]}}
    en/sections/risks.yaml: {cites: [syrup-harm]}
"""

from collections.abc import Iterator

from ketaguide.checking.context import LintContext
from ketaguide.checking.nearest import nearest
from ketaguide.checking.parts import Finding, Place, PlacedSection
from ketaguide.model.block import IconArray
from ketaguide.model.walk import cites_in

ID = "both-sides"
LEVEL = "error"
ENOUGH = 2
"""Pictures of a better result that call for the other side."""


def check(context: LintContext) -> Iterator[Finding]:
    """Pages that tell one side, and claims of the lists that do not exist."""
    balance = context.guide.meta.balance
    for claim in dict.fromkeys([*balance.no_clear_difference, *(claim for group in balance.together for claim in group)]):
        if claim not in context.guide.claims:
            place = Place("guide.yaml", ("balance",))
            yield Finding(place, f"there is no claim {claim!r} in evidence.yaml", nearest(claim, context.guide.claims))
    for page in context.pages:
        cited = set(cites_in(page.section))
        for group in balance.together:
            said, missing = [claim for claim in group if claim in cited], [claim for claim in group if claim not in cited]
            if said and missing:
                message = f"{said[0]!r} is cited without {' and '.join(map(repr, missing))}, which disagrees"
                yield Finding(page.place, message, "tell both, side by side")
        missing = [claim for claim in balance.no_clear_difference if claim not in cited]
        if missing and _better(context, page) >= ENOUGH:
            message = f"the page shows {ENOUGH} or more better results and not {' or '.join(missing)}"
            yield Finding(page.place, message, "show or tell the trials that found no clear difference")


def _better(context: LintContext, page: PlacedSection) -> int:
    """The number of pictures of benefit show the treatment ahead."""
    count = 0
    for block in page.section.blocks:
        claim = context.guide.claims.get(block.claim) if isinstance(block, IconArray) else None
        if claim is None or claim.topic != "benefit" or claim.id in context.guide.meta.balance.no_clear_difference:
            continue
        figure = claim.figure(block.measure) if isinstance(block, IconArray) else None
        count += bool(figure and len(figure.arms) > 1 and figure.arms[0].per100 > figure.arms[1].per100)
    return count
