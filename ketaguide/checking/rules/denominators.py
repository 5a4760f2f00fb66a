"""All shares of people in a block have the same denominator.

"1 in 10" beside "20 in 100" makes a reader do sums, and many get them wrong. Counts of the people in a study ("108 of
195 people") are not shares and may stand beside them. Source: NHS content style guide, numbers; IPDAS v4, "same
denominator".

Passes:
    en/sections/risks.yaml:
      blocks: [{kind: paragraph, text: "55 out of 100 on syrup, 41 out of 100 on water.", cites: [syrup-response]}]

Fails:
    en/sections/risks.yaml:
      blocks: [{kind: paragraph, text: "55 out of 100 on syrup, 4 in 10 on water.", cites: [syrup-response]}]
"""

import re
from collections.abc import Iterator

from ketaguide.checking.draft import Draft
from ketaguide.checking.parts import Found
from ketaguide.model.block import Details, Faq

ID = "denominators"
LEVEL = "error"
_TIME = "minutes?|hours?|days?|weeks?|months?|years?|trials?|studies"
_SHARE = re.compile(rf"\b\d[\d,]* (?:in|out of) (?:every )?(10{{1,6}}|[2-9]0?)\b(?! (?:{_TIME}))")


def check(draft: Draft) -> Iterator[Found]:
    """Blocks that mix denominators."""
    for spot in draft.spots:
        if isinstance(spot.block, Details | Faq):
            continue  # their blocks are looked at one by one
        wholes = dict.fromkeys(whole for text in draft.texts_of(spot) for whole in _SHARE.findall(text.text))
        if len(wholes) > 1:
            message = f"this block counts out of {' and out of '.join(wholes)}"
            yield Found(spot.place, message, "use one denominator, 100 wherever a picture stands near")
