"""Every page stands in the contents.

A page that guide.yaml does not list cannot be reached. Source: our standard, "nothing is orphaned".

Passes:
    guide.yaml:
      parts: [{id: all, title: All, sections: [about-this-guide, every-kind, risks, see-your-gp, get-help]}]

Fails:
    guide.yaml: {parts: [{id: all, title: All, sections: [about-this-guide, every-kind, see-your-gp, get-help]}]}
"""

from collections.abc import Iterator

from ketaguide.checking.context import LintContext
from ketaguide.checking.parts import Finding
from ketaguide.model.guide import STANDARD

ID = "unused-pages"
LEVEL = "error"


def check(context: LintContext) -> Iterator[Finding]:
    """Pages that cannot be reached."""
    listed = set(context.guide.meta.order)
    for page in context.pages:
        if page.edition_id == STANDARD and page.section.id not in listed:
            yield Finding(page.place, "the page is not in the contents", "add its id to a part in guide.yaml")
