"""A page has 300 to 900 words in plain view.

Words in folds, answers and directories are looked up and not read through, so they do not count, and a page of five or
more answers or directories is one to look things up in: it is exempt. So is the short edition, which has a rule of
its own. The count is the one that "min read" is made from. Source: PEMAT-P, "chunks"; NHS content style guide.

Passes:
    en/sections/risks.yaml:
      blocks:
        - {kind: faq, id: q1, question: "Is it long?", answer: [{kind: paragraph, text: No.}]}
        - {kind: faq, id: q2, question: "Is it short?", answer: [{kind: paragraph, text: Yes.}]}
        - {kind: faq, id: q3, question: "Is it a page of answers?", answer: [{kind: paragraph, text: Yes.}]}
        - {kind: faq, id: q4, question: "Are they counted?", answer: [{kind: paragraph, text: No.}]}
        - {kind: faq, id: q5, question: "Why not?", answer: [{kind: paragraph, text: Nobody reads them all.}]}

Fails:
    en/sections/risks.yaml: {blocks: [{kind: paragraph, text: Hello.}]}
"""

from collections.abc import Iterator

from ketaguide.checking.context import LintContext
from ketaguide.checking.parts import Finding, PlacedSection
from ketaguide.model.block import Contacts, Details, Diagram, Faq
from ketaguide.model.guide import STANDARD

ID = "page-length"
LEVEL = "warning"
FEWEST, MOST = 300, 900
DIRECTORY = 5
"""Answers or directories that make a page one to look things up in."""


def check(context: LintContext) -> Iterator[Finding]:
    """Pages that are too short or too long."""
    for page in context.pages:
        looked_up = sum(isinstance(block, Faq | Contacts) for block in page.section.blocks)
        count = open_words(context, page)
        if page.edition_id == STANDARD and looked_up < DIRECTORY and not FEWEST <= count <= MOST:
            yield Finding(page.place, f"the page has {count} words, {FEWEST} to {MOST} are wanted", "cut, fold or add")


def open_words(context: LintContext, page: PlacedSection) -> int:
    """The number of words a reader meets without opening anything."""
    folded = {at for at, block in enumerate(page.section.blocks) if isinstance(block, Details | Faq | Contacts)}
    return sum(
        len(text.text.split())
        for text in context.texts_in(page)
        if (text.place.path[0] == "summary" or (text.place.path[0] == "blocks" and text.place.path[1] not in folded))
        and (text.role == "alternative" or not isinstance(text.block, Diagram))
    )
