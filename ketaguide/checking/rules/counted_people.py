"""People who were counted stand with their total, where the claim gives it.

"33 people improved" is much of 38 and little of 380. Where a claim that is cited gives a count with its total, the
sentence that says the count says the total too, or the block around it does. The checker knows a count by its number
and the words after it, and may be wrong: it warns. Source: our standard; IPDAS v4, "probabilities with a
reference class".

Passes:
    en/sections/risks.yaml:
      blocks: [{kind: paragraph, text: "108 of the 195 people felt better on syrup.", cites: [syrup-response]}]

Fails:
    en/sections/risks.yaml:
      blocks: [{kind: paragraph, text: "108 people felt better on syrup.", cites: [syrup-response]}]
"""

import re
from collections.abc import Iterator

from ketaguide.checking.context import LintContext
from ketaguide.checking.parts import Finding
from ketaguide.checking.text import shares
from ketaguide.model.evidence import Claim

ID = "counted-people"
LEVEL = "warning"

_COUNT = re.compile(
    r"(?<![\d,.£])(\d[\d,]*) (?:people|adults|patients|women|men|who|had|were|got|felt|said|did|responded|relapsed|improved"
    r"|stopped|left|dropped|died)\b"
)
_STATED = re.compile(r"\b[Oo]f (?:those|these|the|them) ?\d")
_NUMBER = re.compile(r"\d[\d,]*(?<!,)")


def check(context: LintContext) -> Iterator[Finding]:
    """Counts of people without the number they are of."""
    counts = {claim.id: _counts(claim) for claim in context.guide.claims.values()}
    for text in context.counting:
        known = {pair for claim in text.cites for pair in counts.get(claim, ())} if not _STATED.search(text.text) else set()
        for said in _COUNT.finditer(text.text) if known else ():
            totals = {total for events, total in known if events == _value(said[1])}
            near = "\n".join(other.text for other in context.texts_near(text)) if totals else ""
            if totals and totals.isdisjoint(map(_value, _NUMBER.findall(near))):
                hint = " or ".join(f'write "{said[1]} of the {total:,}"' for total in sorted(totals))
                yield Finding(text.place, f"{said[0]!r} is said without how many there were", hint)


def _counts(claim: Claim) -> set[tuple[int, int]]:
    """Every count of people in a claim, with its total."""
    arms = [arm for figure in claim.figures for arm in figure.arms]
    texts = (claim.statement, claim.caveat, *(figure.note for figure in claim.figures))
    found = {(part, whole) for text in texts for _, part, whole in shares(text) if whole not in (100, 1000, 10_000)}
    return found | {(arm.events, arm.total) for arm in arms if arm.events is not None and arm.total}


def _value(number: str) -> int:
    return int(number.replace(",", ""))
