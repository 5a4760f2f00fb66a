"""The funding of a trial that is shown as a picture is named, or is said not to be known.

Who paid changes what a reader makes of a result. A claim with figures has `funding`, or the view says that it could
not be confirmed; a trial that its maker paid for is never left open. Source: our standard, "who paid for the trial".

Passes:
    evidence.yaml:
      claims:
        - {id: paid, topic: benefit, statement: The maker of syrup ran it., certainty: low, certainty_from: source,
           verified: true, as_of: 2025-06, funding: The maker of syrup paid for the trial., sources: [test-page]}

Fails:
    evidence.yaml:
      claims:
        - {id: paid, topic: benefit, statement: The maker of syrup ran it., certainty: low, certainty_from: source,
           verified: true, as_of: 2025-06, sources: [test-page],
           figures: [{measure: x, outcome: felt better, arms: [{name: syrup, per100: 9}], when: then, who: people}]}
"""

import re
from collections.abc import Iterator

from ketaguide.checking.context import LintContext
from ketaguide.checking.parts import Finding

ID = "funding-named"
LEVEL = "error"
OF_TRIALS = frozenset({"benefit", "risks"})
"""Topics of claims that trials were made for."""
_MAKER = re.compile(r"\b(?:maker|manufacturer|company|industry|Janssen|Johnson)\b")


def check(context: LintContext) -> Iterator[Finding]:
    """Claims that speak of the maker and leave open who paid."""
    for place, claim in context.claim_places():
        if not claim.figures or claim.topic not in OF_TRIALS or claim.funding:
            continue
        if maker := _MAKER.search(f"{claim.statement} {claim.caveat}"):
            message = f"{claim.id!r} has figures and speaks of the {maker[0]}, and funding is empty"
            yield Finding(place, message, "say in funding who paid")
