"""Finds a glossary term by any of its names, or the nearest to what was typed."""

from difflib import get_close_matches

from ketaguide.model.edition import EditionId
from ketaguide.model.glossary import Term
from ketaguide.model.guide import Guide
from ketaguide.search.passages import terms
from ketaguide.search.words import tokenize

_LIKENESS = 0.65
_LONGEST = 60


def nearest_term(guide: Guide, edition_id: EditionId, asked: str) -> tuple[Term | None, bool]:
    """The entry of that name and True, the nearest entry and False, or (None, False)."""
    known: dict[str, Term] = {}
    for term in terms(guide, edition_id):
        for name in (term.term, term.id):
            known[_plain(name)] = term
    for term in terms(guide, edition_id):
        for name in term.also:
            known.setdefault(_plain(name), term)
    for synonym in guide.edition(edition_id).search.synonyms:
        if meant := known.get(_plain(synonym.means)):
            for name in synonym.words:
                known.setdefault(_plain(name), meant)
    plain = _plain(asked)[:_LONGEST]
    if plain in known:
        return known[plain], True
    close = get_close_matches(plain, known, n=1, cutoff=_LIKENESS)
    return (known[close[0]], False) if close else (None, False)


def _plain(text: str) -> str:
    return " ".join(tokenize(text))
