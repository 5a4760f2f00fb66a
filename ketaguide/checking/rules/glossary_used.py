"""Every word of the glossary is linked from somewhere a reader is.

A word that no page, answer or question links to is either not needed or not explained where it stands. Links within
the glossary do not count. The words of the short edition are those of the standard edition, so a link in either is enough.
Source: our standard, "every glossary term is used"; PEMAT-P, "medical terms defined".

Passes:
    en/sections/risks.yaml: {summary: ["This is [test syrup](term:test-syrup)."]}

Fails:
    en/glossary.yaml: {terms: [{id: lonely, term: lonely, meaning: A word that nobody uses.}]}
"""

from collections.abc import Iterator

from ketaguide.checking.context import LintContext
from ketaguide.checking.parts import Finding, Place
from ketaguide.model.guide import STANDARD
from ketaguide.model.prose import links

ID = "glossary-used"
LEVEL = "warning"


def check(context: LintContext) -> Iterator[Finding]:
    """Terms that nothing links to."""
    for edition in context.editions:
        file = f"{edition.edition_id}/glossary.yaml"
        if file not in context.places.files:
            continue
        used = {
            target
            for text in context.texts
            if text.prose
            and text.edition_id in (edition.edition_id, STANDARD)
            and not text.place.file.endswith("/glossary.yaml")
            for target in links(text.prose, "term")
        }
        for at, term in enumerate(edition.glossary.terms):
            if term.id not in used:
                message = f"nothing links to the word {term.term!r}"
                hint = f"link it where it stands: [{term.term}](term:{term.id})"
                yield Finding(Place(file, ("terms", at, "id")), message, hint)
