"""The meaning of a word is short, and does not use the word.

At most 60 words: it opens over a page and must be read at a glance. Source: PEMAT-P, "medical terms
are defined"; WCAG 2.2, 3.1.3.

Passes:
    en/glossary.yaml: {terms: [{id: test-syrup, term: test syrup, meaning: An invented medicine.}]}

Fails:
    en/glossary.yaml: {terms: [{id: test-syrup, term: test syrup, meaning: Test syrup is test syrup.}]}
"""

from collections.abc import Iterator

from ketaguide.checking.context import LintContext
from ketaguide.checking.parts import Finding, Place
from ketaguide.checking.text import words

ID = "glossary-meanings"
LEVEL = "warning"
MOST_WORDS = 60


def check(context: LintContext) -> Iterator[Finding]:
    """Meanings that are long, or go in a circle."""
    for edition in context.editions:
        for at, term in enumerate(edition.glossary.terms):
            place = Place(f"{edition.edition_id}/glossary.yaml", ("terms", at, "meaning"))
            text = term.meaning.text
            if place.file not in context.places.files:
                continue
            if (count := len(words(text))) > MOST_WORDS:
                message = f"the meaning of {term.term!r} has {count} words, {MOST_WORDS} at most"
                yield Finding(place, message, "keep what must be known at a glance; the page tells more")
            if text.lower().startswith(f"{term.term.lower()} is"):
                message = f"the meaning of {term.term!r} begins with the word itself"
                yield Finding(place, message, "say what it is: the view shows the word")
