"""Every file in the content folder is one that is read.

A page with a misspelt name, or a copy left behind, would never be seen by a reader and never be checked. Names of
pages are small letters, digits and hyphens, and end in .yaml. Source: our design, "Layout".

Passes:
    en/sections/another.yaml: {id: another, title: Another, nav_title: Another, summary: [Test.], updated: 2026-02-01,
      questions: [ask-test], blocks: []}

Fails:
    en/sections/Another Page.yaml: {id: another}
"""

from collections.abc import Iterator

from ketaguide.checking.context import LintContext
from ketaguide.checking.parts import Finding, Place
from ketaguide.model.guide import SHORT

ID = "unexpected-files"
LEVEL = "warning"


def check(context: LintContext) -> Iterator[Finding]:
    """Files that nothing reads."""
    for file in context.places.others:
        shown = ascii(file)[1:-1]  # a file's name may hold anything at all
        hint = f"rename it to {SHORT}" if file == "en-easy" else "rename it to what it should be, or remove it"
        yield Finding(Place(shown), "nothing reads this file", hint)
