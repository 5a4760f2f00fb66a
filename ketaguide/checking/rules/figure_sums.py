"""Per 100 is what events and total make, to within one.

A slip of the pen here is shown as a picture of the wrong number of people. Where a study gives an adjusted figure, the
note of the figure says so. Source: our design, "Numbers live once".

Passes:
    evidence.yaml:
      claims:
        - {id: sum, topic: risk, statement: Syrup., certainty: low, certainty_from: source, verified: true, as_of: 2025-06,
           sources: [test-page], figures: [{measure: x, outcome: felt better, when: then, who: people,
           arms: [{name: syrup, per100: 50, events: 10, total: 20}]}]}

Fails:
    evidence.yaml:
      claims:
        - {id: sum, topic: risk, statement: Syrup., certainty: low, certainty_from: source, verified: true, as_of: 2025-06,
           sources: [test-page], figures: [{measure: x, outcome: felt better, when: then, who: people,
           arms: [{name: syrup, per100: 60, events: 10, total: 20}]}]}
"""

from collections.abc import Iterator

from ketaguide.checking.context import LintContext
from ketaguide.checking.parts import Finding

ID = "figure-sums"
LEVEL = "warning"


def check(context: LintContext) -> Iterator[Finding]:
    """Figures whose per 100 does not fit their counts."""
    for place, claim in context.claim_places():
        for at, figure in enumerate(claim.figures):
            for inner, arm in enumerate(figure.arms):
                if arm.events is None or not arm.total:
                    continue
                made = 100 * arm.events / arm.total
                if abs(made - arm.per100) > 1 and "adjusted" not in figure.note:
                    message = f"{arm.events} of {arm.total} is {made:.0f} in 100, and per100 says {arm.per100}"
                    placed = place.at("figures", at, "arms", inner, "per100")
                    yield Finding(placed, message, 'correct it, or say in note that the figure is "adjusted"')
