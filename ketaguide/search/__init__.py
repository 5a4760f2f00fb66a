"""Full-text search over a guide, in an in-memory index that is never stored; and the word that a reader means."""

from difflib import get_close_matches

from ketaguide.model.contact import Nation
from ketaguide.model.edition import EditionId
from ketaguide.model.glossary import Term
from ketaguide.model.guide import Guide
from ketaguide.model.search_results import Results
from ketaguide.search.distress import Distress
from ketaguide.search.index import Index
from ketaguide.search.passages import tables, terms
from ketaguide.search.words import tokenize

_LIKENESS = 0.65
_LONGEST = 60


class Finder:
    """Searches one guide. Builds the index on first use and stores no query.

    Keeps only the index of the current edition and nation.
    """

    def __init__(self, guide: Guide) -> None:
        self.guide = guide
        self._here: tuple[EditionId, Nation | None] | None = None
        self._index: Index
        self._distress: dict[EditionId, Distress] = {}

    def find(self, typed: str, edition_id: EditionId, nation: Nation | None, *, as_typed: bool = False) -> Results:
        """Search for any input; never raises for what was typed. With `as_typed`, nothing is corrected."""
        if not typed.strip():
            return Results()
        self.prepare(edition_id, nation)
        return self._index.find(typed, distress=self.is_distress(typed, edition_id), as_typed=as_typed)

    def prepare(self, edition_id: EditionId, nation: Nation | None) -> None:
        """Build the index, so that the first words need not wait for it."""
        if self._here != (edition_id, nation):
            self._here, self._index = (edition_id, nation), Index(tables(self.guide, edition_id, nation))

    def is_distress(self, typed: str, edition_id: EditionId) -> bool:
        """True when the words call for crisis numbers above the results."""
        return self.distress(edition_id).matches(typed)

    def distress(self, edition_id: EditionId) -> Distress:
        """The words of distress of an edition."""
        if edition_id not in self._distress:
            words = self.guide.edition(edition_id).search
            names = (name for place in words.places for name in (*place.itself, *place.names))
            self._distress[edition_id] = Distress(words.distress, self.guide.calls_for_help(edition_id), names)
        return self._distress[edition_id]


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
