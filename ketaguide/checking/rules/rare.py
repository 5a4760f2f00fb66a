""""Rare" and "uncommon" stand with their figure, or say that there is none.

For one reader rare is 1 in 100 and for another 1 in a million. Where no figure is known, say so in the same block.
Source: NHS content style guide; EMA guideline on side effects in leaflets.

Passes:
    en/sections/risks.yaml:
      blocks: [{kind: paragraph, text: "It is rare: we found no figure for how often.", cites: [syrup-harm]}]

Fails:
    en/sections/risks.yaml:
      blocks: [{kind: paragraph, text: It is rare., cites: [syrup-harm]}]
"""

import re
from collections.abc import Iterator

from ketaguide.checking.draft import Draft
from ketaguide.checking.parts import Found
from ketaguide.checking.text import shares
from ketaguide.checking.wording import RARE

ID = "rare"
LEVEL = "warning"
_NO_FIGURE = re.compile(r"no figures?|not known|do(?:es)? not (?:know|say)|could not|how often|how many", re.IGNORECASE)


def check(draft: Draft) -> Iterator[Found]:
    """Rare, without how rare."""
    for text in draft.having("rare", "uncommon"):
        said = RARE.search(text.text) if text.page else None
        if said and text.role not in ("saying", "question") and not any(shares(text.text)) and not _NO_FIGURE.search(text.text):
            yield Found(text.place, f"{said[0]!r} stands without a figure", 'give it, or say "we found no figure"')
