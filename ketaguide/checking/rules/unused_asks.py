"""Every question to ask is offered on some page.

Readers meet the questions at the end of pages. Source: our standard, "nothing is orphaned"; PEMAT-P, action.

Passes:
    en/questions.yaml: {groups: [{id: gp, title: GP, questions: [{id: ask-test, text: "What now?"}]}]}

Fails:
    en/questions.yaml: {groups: [{id: gp, title: GP, questions: [{id: ask-nobody, text: "What now?"}]}]}
"""

from collections.abc import Iterator

from ketaguide.checking.context import LintContext
from ketaguide.checking.parts import Finding, Place
from ketaguide.model.guide import STANDARD

ID = "unused-asks"
LEVEL = "warning"


def check(context: LintContext) -> Iterator[Finding]:
    """Questions that no page offers."""
    used = {ask for page in context.pages for ask in page.section.questions}
    for at, group in enumerate(context.guide.editions[STANDARD].asks.groups):
        for inner, ask in enumerate(group.questions):
            if ask.id not in used:
                place = Place(f"{STANDARD}/questions.yaml", ("groups", at, "questions", inner, "id"))
                yield Finding(
                    place, f"no page offers the question {ask.id!r}", "add it to the questions of a page, or remove it"
                )
