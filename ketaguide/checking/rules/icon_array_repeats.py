"""A picture stands once on a page.

The same 100 people twice weigh twice in a reader's mind. Source: IPDAS v4, balance of presentation.

Passes:
    en/sections/risks.yaml:
      blocks: [{kind: icon_array, claim: syrup-response, measure: response, labels: [Syrup, Water],
        words: "55 out of 100 felt better on syrup, and 41 out of 100 on water."}]

Fails:
    en/sections/risks.yaml:
      blocks:
        - {kind: icon_array, claim: syrup-response, measure: response, labels: [Syrup, Water],
           words: "55 out of 100 felt better on syrup, and 41 out of 100 on water."}
        - {kind: icon_array, claim: syrup-response, measure: response, labels: [Syrup, Water],
           words: "Again, 55 out of 100 felt better on syrup, and 41 out of 100 on water."}
"""

from collections.abc import Iterator

from ketaguide.checking.context import LintContext
from ketaguide.checking.parts import Finding
from ketaguide.model.block import IconArray

ID = "icon-array-repeats"
LEVEL = "warning"


def check(context: LintContext) -> Iterator[Finding]:
    """Pictures shown twice."""
    for page in context.pages:
        seen = set[tuple[str, str]]()
        for at, block in enumerate(page.section.blocks):
            if isinstance(block, IconArray):
                if (key := (block.claim, block.measure)) in seen:
                    yield Finding(page.place.at("blocks", at), "this picture stands on the page already", "keep one of the two")
                seen.add(key)
