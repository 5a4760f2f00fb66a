"""Every page has its Easy Read page.

Easy Read is not a digest for a few: whoever needs it needs all of it. A page that is missing is shown in its standard
words, which say so. Source: Accessible Information Standard (DAPB1605); our standard, parity.

Passes:
    en-easy/sections/about-this-guide.yaml: {id: about-this-guide, title: About, nav_title: About, summary: [A test.],
      updated: 2026-02-01, questions: [ask-test], blocks: []}

Fails:
    en/sections/another.yaml: {id: another, title: Another, nav_title: Another, summary: [Test.], updated: 2026-02-01,
      questions: [ask-test], blocks: []}
"""

from collections.abc import Iterator

from ketaguide.checking.context import LintContext
from ketaguide.checking.parts import Finding
from ketaguide.model.guide import EASY, STANDARD

ID = "easy-pages"
LEVEL = "warning"


def check(context: LintContext) -> Iterator[Finding]:
    """Pages of one edition without the other."""
    if EASY not in context.guide.editions:
        return
    have = {edition_id: context.guide.editions[edition_id].sections for edition_id in (STANDARD, EASY)}
    for page in context.pages:
        if page.edition_id == STANDARD and page.section.id not in have[EASY]:
            yield Finding(page.place, "the page has no Easy Read page", f"write {EASY}/sections/{page.section.id}.yaml")
        elif page.edition_id == EASY and page.section.id not in have[STANDARD]:
            hint = f"write {STANDARD}/sections/{page.section.id}.yaml"
            yield Finding(page.place, "the Easy Read page has no standard page", hint)
