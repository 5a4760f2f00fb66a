"""Every claim is cited somewhere.

What no page says needs no upkeep, and a claim that fell out of a page may have been meant to stay. Source: our
standard, "the claims actually used".

Passes:
    evidence.yaml:
      claims:
        - {id: syrup-harm, topic: risk, statement: Syrup is red., certainty: high, certainty_from: source, verified: true,
           as_of: 2025-06, sources: [test-page]}

Fails:
    evidence.yaml:
      claims:
        - {id: lonely, topic: risk, statement: Syrup is red., certainty: high, certainty_from: source, verified: true,
           as_of: 2025-06, sources: [test-page]}
"""

from collections.abc import Iterator

from ketaguide.checking.context import LintContext
from ketaguide.checking.parts import Finding
from ketaguide.model.walk import cites_in

ID = "unused-claims"
LEVEL = "warning"


def check(context: LintContext) -> Iterator[Finding]:
    """Claims that nothing cites."""
    used = {claim for page in context.pages for claim in cites_in(page.section)}
    for edition in context.editions:
        used |= {*cites_in(edition.glossary), *cites_in(edition.quiz)}
    for place, claim in context.claim_places():
        if claim.id not in used:
            yield Finding(place.at("id"), f"nothing cites {claim.id!r}", "cite it where it is said, or remove it")
