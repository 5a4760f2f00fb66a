"""The words that are linked to a term are that term, or one of its other names.

A reader who opens an underlined word wants that word explained. Endings may differ (relapse, relapsed). Source: WCAG
2.2, success criterion 2.4.4 and 3.1.3.

Passes:
    en/sections/risks.yaml: {summary: ["Take [test syrup](term:test-syrup)."]}

Fails:
    en/sections/risks.yaml: {summary: ["Take [this thing](term:test-syrup)."]}
"""

import re
from collections.abc import Iterator

from ketaguide.checking.context import LintContext
from ketaguide.checking.parts import Finding
from ketaguide.model.glossary import Term
from ketaguide.model.guide import STANDARD

ID = "glossary-named"
LEVEL = "warning"


def check(context: LintContext) -> Iterator[Finding]:
    """Links whose words are not the term's."""
    for text in context.texts:
        for span in text.prose.spans if text.prose else ():
            if span.scheme != "term":
                continue
            terms = [context.guide.term(span.target, text.edition_id or STANDARD), context.guide.term(span.target)]
            if all(terms) and not any(_names(term, span.text) for term in terms if term):
                name = terms[0].term if terms[0] else ""
                message = f"{span.text!r} is linked to the word {name!r}"
                yield Finding(text.place, message, f"link the words {name!r} themselves, or list these in the term's also")


def _names(term: Term, said: str) -> bool:
    """True if what is said shares a stem with a name of the term."""
    stems = {stem for name in (term.term, *term.also, term.id) for stem in _stems(name)}
    return bool(stems & _stems(said))


def _stems(text: str) -> set[str]:
    return {word[:5] if len(word) > 5 else word.rstrip("s") for word in re.findall(r"\w+", text.lower()) if len(word) > 1}
