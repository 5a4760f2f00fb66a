"""Every page has its short page.

A page that is missing is shown in its standard words, which say so. Source: our standard, parity.

Passes:
    en-short/sections/about-this-guide.yaml: {id: about-this-guide, title: About, nav_title: About, summary: [A test.],
      updated: 2026-02-01, questions: [ask-test], blocks: []}

Fails:
    en/sections/another.yaml: {id: another, title: Another, nav_title: Another, summary: [Test.], updated: 2026-02-01,
      questions: [ask-test], blocks: []}
"""

from collections.abc import Iterator

from ketaguide.checking.context import LintContext
from ketaguide.checking.parts import Finding
from ketaguide.model.guide import SHORT, STANDARD

ID = "short-pages"
LEVEL = "warning"


def check(context: LintContext) -> Iterator[Finding]:
    """Pages of one edition without the other."""
    if SHORT not in context.guide.editions:
        return
    have = {edition_id: context.guide.editions[edition_id].sections for edition_id in (STANDARD, SHORT)}
    for page in context.pages:
        if page.edition_id == STANDARD and page.section.id not in have[SHORT]:
            yield Finding(page.place, "the page has no short page", f"write {SHORT}/sections/{page.section.id}.yaml")
        elif page.edition_id == SHORT and page.section.id not in have[STANDARD]:
            hint = f"write {STANDARD}/sections/{page.section.id}.yaml"
            yield Finding(page.place, "the short page has no standard page", hint)
