"""Every link in a sentence leads to a term, a page or a contact that is there.

Source: our standard, "every `term:`, `section:`, `contact:` resolves". A link may lead to a term or page of the
standard edition where the short edition has none of its own.

Passes:
    en/sections/risks.yaml: {summary: ["See [test syrup](term:test-syrup) and [get help](section:get-help)."]}

Fails:
    en/sections/risks.yaml: {summary: ["See [test syrup](term:test-sirup) and [get help](section:help)."]}
"""

from collections.abc import Iterator

from ketaguide.checking.context import LintContext
from ketaguide.checking.nearest import nearest
from ketaguide.checking.parts import Finding
from ketaguide.model.guide import STANDARD, Edition

ID = "known-links"
LEVEL = "error"

_NAMES = {"term": "no word {} in glossary.yaml", "section": "no page {}", "contact": "no contact {} in contacts.yaml"}


def check(context: LintContext) -> Iterator[Finding]:
    """Links that lead nowhere."""
    leads = {edition.edition_id: _leads(context, edition) for edition in context.editions}
    for text in context.texts:
        known = leads[text.edition_id or STANDARD]
        for span in text.prose.spans if text.prose else ():
            if span.scheme and span.target not in known[span.scheme]:
                message = f"the link leads nowhere: there is {_NAMES[span.scheme].format(repr(span.target))}"
                yield Finding(text.place, message, nearest(span.target, known[span.scheme]))


def _leads(context: LintContext, edition: Edition) -> dict[str, set[str]]:
    """Targets that links of an edition may have; what it does not have is taken from the standard words."""
    standard = context.guide.editions[STANDARD]
    return {
        "term": {term.id for term in (*standard.glossary.terms, *edition.glossary.terms)},
        "section": {*standard.sections, *edition.sections},
        "contact": set(context.guide.contacts),
    }
