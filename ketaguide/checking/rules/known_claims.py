"""Every claim that a page, a term or a question cites is in evidence.yaml.

A citation of nothing would show a fact without its source. Source: our standard, "every claim resolves".

Passes:
    en/sections/risks.yaml: {cites: [syrup-harm]}

Fails:
    en/sections/risks.yaml: {cites: [syrup-harms]}
"""

from collections.abc import Iterator

from ketaguide.checking.context import LintContext
from ketaguide.checking.nearest import nearest
from ketaguide.checking.parts import Finding

ID = "known-claims"
LEVEL = "error"


def check(context: LintContext) -> Iterator[Finding]:
    """Ids of claims that do not exist."""
    claims = context.guide.claims
    for place, value in context.structs:
        for at, claim in enumerate(getattr(value, "cites", ())):
            if claim not in claims:
                yield Finding(place.at("cites", at), f"there is no claim {claim!r} in evidence.yaml", nearest(claim, claims))
