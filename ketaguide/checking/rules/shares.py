"""Shares of people are "N out of 100", and "fewer than 1 out of 100" for less.

One denominator, so that any two shares can be compared without sums. "1 in 10" beside "1 in 25" is easily misread: the
second looks like more. The NHS content style guide allows "1 in 10"; we do not, for that reason. "N in 100" stands in
claims, which a reader sees beside the pictures, and in differences ("18 more in 100"). A claim may keep a publication's
1,000 or 10,000 for what is rarer than 1 out of 100. What others say (a myth's saying) may say "in". A percentage is a
sign: see `signs`. Source: IPDAS v4, "same denominator"; our standard.

Passes:
    en/sections/risks.yaml:
      blocks: [{kind: paragraph, text: "55 out of 100 on syrup, and 41 out of 100 on water.", cites: [syrup-response]}]

Fails:
    en/sections/risks.yaml:
      blocks: [{kind: paragraph, text: "One in ten felt worse, and 4 in 10 better.", cites: [syrup-response]}]
"""

import re
from collections.abc import Iterator

from ketaguide.checking.context import LintContext
from ketaguide.checking.parts import Finding

ID = "shares"
LEVEL = "error"

_NOT_PEOPLE = (
    "minutes?|hours?|days?|weeks?|months?|years?|trials?|studies|sessions?|visits?|groups?|parts?|places?|nations?|steps?"
    "|other|ways?"
)
_OTHER = "two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty|a (?:hundred|thousand|million)"
_SHARE = re.compile(
    rf"\b(?:\d[\d,]*|one|two|three|four|five|nine)(?: people| person| adults?)? (in|out of) (?:every |each )?"
    rf"(\d[\d,]*|{_OTHER})\b(?![.-]?\d)(?! (?:{_NOT_PEOPLE})\b)",
    re.IGNORECASE,
)
_QUICK = re.compile(rf"\b(?:in|out of) (?:every |each )?(?:\d|{_OTHER})", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")


def check(context: LintContext) -> Iterator[Finding]:
    """Shares with another denominator, or written otherwise."""
    for text in context.words:
        for share in _SHARE.finditer(text.text) if _QUICK.search(text.text) else ():
            how, whole = share[1].lower(), share[2]
            in_claim = text.place.file == "evidence.yaml"
            if whole == "100":
                if how == "in" and not in_claim and text.role != "saying":
                    yield Finding(text.place, f"{share[0]!r} is a share written in another way", 'write "N out of 100"')
            elif not (_YEAR.fullmatch(whole) or (in_claim and len(whole) > len("100"))):
                hint = 'write "N out of 100", or "fewer than 1 out of 100"; people who were counted are "N of the M people"'
                yield Finding(text.place, f"{share[0]!r} is not out of 100", hint)
