"""A short page keeps a figure, a risk and the questions of its standard page.

Where the standard page says a share ("41 out of 100"), so does the short page, at least once; where it cites claims of
the topic `risks`, the short page cites one. Both end with the same questions to ask. Source: our standard, "a benefit
never without".

Passes:
    en/sections/risks.yaml: {summary: [It helped 55 out of 100 people. It harmed 9 out of 100.]}
    en-short/sections/risks.yaml: {summary: [It harmed 9 out of 100 people.]}

Fails:
    en/sections/risks.yaml: {summary: [It helped 55 out of 100 people.]}
    en-short/sections/risks.yaml: {summary: [It helped some people.], blocks: []}
"""

from collections.abc import Iterator

from ketaguide.checking.context import LintContext
from ketaguide.checking.parts import Finding, PlacedSection
from ketaguide.checking.rules.short_numbers import shares_of
from ketaguide.model.walk import cites_in

ID = "short-parts"
LEVEL = "error"


def check(context: LintContext) -> Iterator[Finding]:
    """Short pages without a figure, without a risk, or with other questions."""
    for short, standard in context.pairs:
        if shares_of(context, standard) and not shares_of(context, short):
            message = "the standard page says a share (N out of 100), and this page none"
            yield Finding(short.place, message, "say the one that matters most, with the group it is compared with")
        if _cites_risks(context, standard) and not _cites_risks(context, short):
            message = "the standard page tells risks, and this page cites no claim about one"
            yield Finding(short.place, message, "say what can go wrong, and cite the claim")
        if set(short.section.questions) != set(standard.section.questions):
            message = "the questions to ask are not those of the standard page"
            yield Finding(short.place.at("questions"), message, f"write questions: [{', '.join(standard.section.questions)}]")


def _cites_risks(context: LintContext, page: PlacedSection) -> bool:
    return any(claim.topic == "risks" for claim in context.cited(tuple(cites_in(page.section))))
