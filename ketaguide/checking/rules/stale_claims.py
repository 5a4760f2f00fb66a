"""A fact that may change is not older than 24 months when the guide's facts are checked.

Claims with `volatility: may-change` are prices, licences, services and rules. Their age is counted from `as_of` to
`facts_checked` in guide.yaml, so that the answer does not depend on the day the checker is run. Laws and decisions may
be old and in force, so this is for information: the views say "as of" beside each. Source: our standard; NHS
content policy, review cycles.

Passes:
    evidence.yaml:
      claims:
        - {id: offer, topic: availability, statement: The test clinic is open., certainty: high, certainty_from: source,
           verified: true, as_of: 2025-06, volatility: may-change, sources: [test-page]}

Fails:
    evidence.yaml:
      claims:
        - {id: offer, topic: availability, statement: The test clinic is open., certainty: high, certainty_from: source,
           verified: true, as_of: 2023-06, volatility: may-change, sources: [test-page]}
"""

from collections.abc import Iterator

from ketaguide.checking.context import LintContext
from ketaguide.checking.days import months_between
from ketaguide.checking.parts import Finding

ID = "stale-claims"
LEVEL = "info"
OLDEST = 24
"""Months."""


def check(context: LintContext) -> Iterator[Finding]:
    """Claims that may have changed since they were true."""
    checked = context.guide.meta.facts_checked
    for place, claim in context.claim_places():
        months = months_between(claim.as_of, checked)
        if claim.volatility == "may-change" and months > OLDEST:
            message = f"{claim.id!r} may have changed: it was true {months} months before the facts were checked"
            yield Finding(place.at("as_of"), message, "look for a newer source, or say on the page that it may have changed")
