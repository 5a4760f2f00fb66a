"""Studies that disagree stand together.

Where one trial of a pair is cited on a page, so is the other; and a page with two or more pictures in which the
treatment did better also cites the trials that found no clear difference. The pairs are listed in this rule. Source:
our standard, "Both sides stand together"; IPDAS v4, balance.

Passes:
    en/sections/risks.yaml: {cites: [ben-elektd-response, ben-ketect-remission]}

Fails:
    en/sections/risks.yaml: {cites: [ben-elektd-response]}
"""

from collections.abc import Iterator

from ketaguide.checking.draft import Draft
from ketaguide.checking.parts import Found, Page
from ketaguide.model.block import IconArray
from ketaguide.model.walk import cites_in

ID = "both-sides"
LEVEL = "error"

PAIRS = (("ben-elektd-response", "ben-ketect-remission"),)
"""One found ketamine no worse than ECT, the other found it worse."""
NO_CLEAR_DIFFERENCE = ("ben-karmadep2", "ben-lii-masked")
"""Trials that hid better who got what, or compared with more, and found no clear difference."""
ENOUGH = 2
"""Pictures of a better result that call for the other side."""


def check(draft: Draft) -> Iterator[Found]:
    """Pages that tell one side."""
    for page in draft.pages:
        cited = set(cites_in(page.section))
        for one, other in (*PAIRS, *(pair[::-1] for pair in PAIRS)):
            if one in cited and other not in cited:
                yield Found(page.place, f"{one!r} is cited without {other!r}, which disagrees", "tell both, side by side")
        missing = [claim for claim in NO_CLEAR_DIFFERENCE if claim not in cited]
        if missing and _better(draft, page) >= ENOUGH:
            message = f"the page shows {ENOUGH} or more better results and not {' or '.join(missing)}"
            yield Found(page.place, message, "show or tell the trials that found no clear difference")


def _better(draft: Draft, page: Page) -> int:
    """How many pictures of benefit show the treatment ahead."""
    count = 0
    for block in page.section.blocks:
        claim = draft.guide.claims.get(block.claim) if isinstance(block, IconArray) else None
        if claim is None or claim.topic != "benefit" or claim.id in NO_CLEAR_DIFFERENCE or not isinstance(block, IconArray):
            continue
        figure = claim.figure(block.measure)
        count += bool(figure and len(figure.arms) > 1 and figure.arms[0].per100 > figure.arms[1].per100)
    return count
