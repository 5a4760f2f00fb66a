"""Every claim is verified and names where it was published.

Claims that were not held against a published source do not enter the guide. A claim without a source could not be
checked by a reader or a reviewer. Source: our standard, "Where facts come from"; DISCERN question 4.

Passes:
    evidence.yaml:
      claims:
        - {id: sure, topic: benefit, statement: Test syrup is red., certainty: high, certainty_from: source,
           verified: true, as_of: 2025-06, sources: [test-page]}

Fails:
    evidence.yaml:
      claims:
        - {id: sure, topic: benefit, statement: Test syrup is red., certainty: high, certainty_from: source,
           verified: false, as_of: 2025-06, sources: []}
"""

from collections.abc import Iterator

from ketaguide.checking.context import LintContext
from ketaguide.checking.parts import Finding

ID = "verified-claims"
LEVEL = "error"


def check(context: LintContext) -> Iterator[Finding]:
    """Claims that nobody verified, or that have no source."""
    for place, claim in context.claim_places():
        if not claim.verified:
            yield Finding(place.at("verified"), f"{claim.id!r} is not verified", "hold it against its source, or remove it")
        if not claim.sources:
            yield Finding(place.at("sources"), f"{claim.id!r} has no source", "say where it was published, or remove it")
