"""The words beside a picture of 100 people say the number of every group.

Words come first and the picture beside them; whoever cannot see the picture misses nothing. Source: our standard,
"words beside every picture"; WCAG 2.2, 1.1.1.

Passes:
    en/sections/risks.yaml:
      blocks: [{kind: icon_array, claim: syrup-response, measure: response, labels: [Syrup, Water],
        words: "55 out of 100 felt better on syrup, and 41 out of 100 on water."}]

Fails:
    en/sections/risks.yaml:
      blocks: [{kind: icon_array, claim: syrup-response, measure: response, labels: [Syrup, Water],
        words: More people felt better on syrup.}]
"""

from collections.abc import Iterator

from ketaguide.checking.context import LintContext
from ketaguide.checking.parts import Finding
from ketaguide.checking.text import shares
from ketaguide.model.block import IconArray

ID = "icon-array-words"
LEVEL = "error"


def check(context: LintContext) -> Iterator[Finding]:
    """Pictures whose words leave a number out."""
    for placed in context.placed_blocks:
        if not isinstance(placed.block, IconArray) or not (claim := context.guide.claims.get(placed.block.claim)):
            continue
        figure = claim.figure(placed.block.measure)
        said = [share[1:] for share in shares(placed.block.words.text)]
        arms = figure.arms if figure else ()
        other = [part for part, whole in said if whole == 100 and part not in {arm.per100 for arm in arms}]
        for arm in arms:
            if (arm.per100, 100) in said:
                continue
            message, hint = (
                f"the words do not say {arm.per100} out of 100 ({arm.name})",
                "say the number of every group in words",
            )
            if other:
                _, part = min((abs(one - arm.per100), one) for one in other)
                message = f"{claim.id} now says {arm.per100} ({arm.name}); this page says {part}"
                hint = f"write {arm.per100} out of 100, and correct the difference"
            yield Finding(placed.place.at("words"), message, hint)
