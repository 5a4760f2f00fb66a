"""The index of one edition for one nation: SQLite's full-text search, in memory."""

import re
import sqlite3
import weakref
from collections.abc import Iterator

from ketaguide.model.contact import NATIONS, Nation
from ketaguide.model.guide import EditionId, Guide
from ketaguide.model.search_results import Bit, PlaceNote, ResultKind, Results, SearchResult
from ketaguide.resolve.place import NationAnswer, nation_answer
from ketaguide.resolve.view import GuideView
from ketaguide.resolve.wording import nation_name
from ketaguide.search.passages import passages, terms
from ketaguide.search.places import FoundPlace, Places
from ketaguide.search.query import Query, QueryReader, tokenize

MAX_RESULTS = 20
"""Limit of results."""
MIN_RESULTS = 3
"""With fewer results that match every word, results that match any word follow."""
_SNIPPET_WORDS = 18
_ON, _OFF = "\x02", "\x03"
"""Markers around matches. Content holds no control characters, so they cannot clash with it."""
_CUT_NUMBER = re.compile(r"(?<=\s)\d[\d ]*\.\.\.$|^\.\.\.[\d ]*\d(?=\s)")
"""A truncated number at either end of a snippet, which must not look like a whole phone number."""

_TABLE = """CREATE VIRTUAL TABLE passages USING fts5(
    kind UNINDEXED, id UNINDEXED, section UNINDEXED, title, names, body, menu UNINDEXED, plain UNINDEXED,
    tokenize = 'porter unicode61 remove_diacritics 2')"""
_SEARCH = f"""SELECT rowid, kind, id, section, title, highlight(passages, 3, '{_ON}', '{_OFF}'),
    snippet(passages, 4, '{_ON}', '{_OFF}', '...', {_SNIPPET_WORDS}),
    iif(kind = 'contact', highlight(passages, 5, '{_ON}', '{_OFF}'),
        snippet(passages, 5, '{_ON}', '{_OFF}', '...', {_SNIPPET_WORDS}))
    FROM passages WHERE passages MATCH ?
    ORDER BY ? NOT IN (plain, menu), plain <> ?, kind <> 'faq' OR NOT instr(highlight(passages, 3, '{_ON}', '{_OFF}'), '{_ON}'),
    bm25(passages, 0, 0, 0, 8, 5, 1), rowid LIMIT {MAX_RESULTS}"""
_ANY = "SELECT 1 FROM passages WHERE passages MATCH ? LIMIT 1"


class Index:
    """An FTS5 index of passages, with the query reader for its words."""

    def __init__(self, guide: Guide, edition_id: EditionId, nation: Nation | None) -> None:
        found = list(passages(guide, edition_id, nation))
        self._base = sqlite3.connect(":memory:", check_same_thread=False)  # the collector may close it in another thread
        weakref.finalize(self, self._base.close)
        self._base.execute(_TABLE)
        rows = ((*passage[:-1], " ".join(tokenize(passage.menu)), " ".join(tokenize(passage.title))) for passage in found)
        self._base.executemany("INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
        view = GuideView(guide, edition_id)
        self._labels = view.labels
        self._answers = {nation: nation_answer(view, nation) for nation in NATIONS}
        names = (text for passage in found for text in (passage.title, passage.names))
        search = guide.edition(edition_id).search
        self._places = Places(search.places if any(self._answers.values()) else ())
        self._here = " ".join(search.place_words)
        bodies = (passage.body for passage in found)
        self._reader = QueryReader(names, bodies, _synonyms(guide, edition_id), search, self._places.words)

    def find(self, typed: str, *, distress: bool = False, as_typed: bool = False) -> Results:
        """Search for what was typed, best match first; a place alone begins with its nation's answer.

        Beside words of distress a place counts for nothing: no nation comes between them and who to call.
        """
        asked, place = typed, self._places.find(typed, self._reader.is_known, as_typed=as_typed)
        answers = (
            [_of_nation(place, nation, answer) for nation in place.nations if (answer := self._answers[nation])]
            if place
            else []
        )
        alone = bool(place and answers and not self._reader.telling(place.rest, but=f"{answers[0].title} {self._here}"))
        if place and not self._has(place.name):  # the guide does not speak of the place
            names = " ".join(nation_name(nation, self._labels) for nation in place.nations)
            typed = f"{place.rest} {names}" if alone and not distress else place.rest
        query = self._reader.query(typed, self._has, as_typed=as_typed)
        joints = (" AND ",) if distress else (" AND ", " OR ")  # any single word of distress occurs in half the guide
        found = list(self._nearest(query, joints)) if query.clauses else []
        corrected = (place.corrected if place else "") or query.corrected if found else ""
        note = None
        if place and answers and not distress:
            leads = alone or not found or found[0].section == answers[0].section
            found = [*found[: not leads], *answers, *found[not leads : MAX_RESULTS - len(answers)]]
            note = None if place.is_nation else PlaceNote(place.name, place.nations)
        return Results(
            asked=True, corrected=corrected, typed=asked if corrected else "", expansions=query.expansions, distress=distress,
            place=note, found=tuple(found),
        )  # fmt: skip

    def _nearest(self, query: Query, joints: tuple[str, ...]) -> Iterator[SearchResult]:
        """Yield passages with every word, then those with any."""
        seen: set[int] = set()
        meant = " ".join(tokenize(query.expansions[0])) if len(query.clauses) == 1 and query.expansions else query.text
        for joint in joints:
            if len(seen) >= MIN_RESULTS:
                return
            expression = joint.join(f"({clause.expression})" for clause in query.clauses)
            for row in self._base.execute(_SEARCH, (expression, query.text, meant)):
                if row[0] not in seen and len(seen) < MAX_RESULTS:
                    seen.add(row[0])
                    yield _found(*row[1:])

    def _has(self, word: str) -> bool:
        """True when the index contains a word or another form of it."""
        return self._base.execute(_ANY, (f'"{word}"',)).fetchone() is not None


def _synonyms(guide: Guide, edition_id: EditionId) -> dict[str, str]:
    """Lay word → the guide's own: other names of glossary terms, overridden by the synonym table."""
    also = {name: term.term for term in terms(guide, edition_id) for name in term.also}
    return also | {said: synonym.means for synonym in guide.edition(edition_id).search.synonyms for said in synonym.words}


def _found(kind: ResultKind, id_: str, section: str, title: str, marked: str, names: str, body: str) -> SearchResult:
    """Build a result: the snippet, and every word that matched in it, in the title or in the names."""
    snippet = _bits(_CUT_NUMBER.sub("...", body))
    hits = (bit.text.lower() for bit in (*_bits(marked), *_bits(names), *snippet) if bit.marked)
    return SearchResult(kind=kind, id=id_, section=section, title=title, matched=tuple(dict.fromkeys(hits)), snippet=snippet)


def _of_nation(place: FoundPlace, nation: Nation, answer: NationAnswer) -> SearchResult:
    matched, snippet = (place.name.lower(),), (Bit(answer.text),)
    return SearchResult(kind="nation", id=nation, section=answer.page, title=answer.title, matched=matched, snippet=snippet)


def _bits(text: str) -> tuple[Bit, ...]:
    """Split marked text into runs."""
    bits: list[Bit] = []
    for part in text.split(_ON):
        hit, off, rest = part.partition(_OFF)
        if not off:
            bits.append(Bit(part))
        else:
            bits += [Bit(hit, marked=True), Bit(rest)]
    return tuple(bit for bit in bits if bit.text)
