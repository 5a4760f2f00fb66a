"""Every public claim that needs an answer has one, and every myth answers a claim.

topics.yaml lists what the public is told and the guide judged overstated, misleading, unsupported or out of date. Each
is named in the `answers` of a myth on a standard page. A verdict is a word or two. Source: our standard.

Passes:
    topics.yaml: {claims: [{id: always-works, article: a, says: It always works., verdict: overstated}]}

Fails:
    topics.yaml: {claims: [{id: never-fails, article: a, says: It never fails., verdict: overstated}]}
"""

from collections.abc import Iterator

from ketaguide.checking.context import LintContext
from ketaguide.checking.nearest import nearest
from ketaguide.checking.parts import Finding, Place
from ketaguide.model.block import Myth
from ketaguide.model.guide import STANDARD

ID = "myths"
LEVEL = "error"
LONGEST_VERDICT = 40


def check(context: LintContext) -> Iterator[Finding]:
    """Claims without an answer, answers to no claim."""
    claims = {claim.id: at for at, claim in enumerate(context.guide.topics.claims)}
    answered = set[str]()
    for placed in context.placed_blocks:
        if not isinstance(placed.block, Myth):
            continue
        if placed.page.edition_id == STANDARD:
            answered |= set(placed.block.answers)
        for at, claim in enumerate(placed.block.answers):
            if claim not in claims:
                message = f"there is no public claim {claim!r} in topics.yaml"
                yield Finding(placed.place.at("answers", at), message, nearest(claim, claims))
        if len(placed.block.verdict) > LONGEST_VERDICT:
            message = f"a verdict of more than {LONGEST_VERDICT} characters"
            yield Finding(placed.place.at("verdict"), message, "make it a word or two")
    for claim, at in claims.items():
        if claim not in answered:
            place = Place("topics.yaml", ("claims", at, "id"))
            yield Finding(place, f"no myth answers the public claim {claim!r}", "add its id to the answers of one")
