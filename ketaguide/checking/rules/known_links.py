"""Every link in a sentence leads to a term, a page or a contact that is there.

Source: our standard, "every `term:`, `section:`, `contact:` resolves". A link may lead to a term or page of the
standard edition where Easy Read has none of its own.

Passes:
    en/sections/risks.yaml: {summary: ["See [test syrup](term:test-syrup) and [get help](section:get-help)."]}

Fails:
    en/sections/risks.yaml: {summary: ["See [test syrup](term:test-sirup) and [get help](section:help)."]}
"""

from collections.abc import Iterator

from ketaguide.checking.draft import Draft
from ketaguide.checking.nearest import nearest
from ketaguide.checking.parts import Found
from ketaguide.model.guide import STANDARD

ID = "known-links"
LEVEL = "error"

_NAMES = {"term": "word in glossary.yaml", "section": "page", "contact": "contact in contacts.yaml"}


def check(draft: Draft) -> Iterator[Found]:
    """Links that lead nowhere."""
    standard = draft.guide.editions[STANDARD]
    for text in draft.texts:
        if text.prose is None:
            continue
        edition = draft.guide.edition(text.variant or STANDARD)
        known = {
            "term": {term.id for term in (*standard.glossary.terms, *edition.glossary.terms)},
            "section": {*standard.sections, *edition.sections},
            "contact": set(draft.guide.contacts),
        }
        for span in text.prose.spans:
            if span.scheme and span.target not in known[span.scheme]:
                message = f"the link leads to no {_NAMES[span.scheme]}: {span.target!r}"
                yield Found(text.place, message, nearest(span.target, known[span.scheme]))
