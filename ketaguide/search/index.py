"""The index of one edition for one nation, in memory, and its ranking; assets/finder.js ranks the same."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable
from itertools import pairwise
from math import log2

from msgspec.structs import replace

from ketaguide.model.contact import Nation
from ketaguide.model.search_results import Bit, PlaceNote, Results, SearchResult
from ketaguide.search.passages import Passage, Tables
from ketaguide.search.query import Clause, Query, QueryReader
from ketaguide.search.words import stemmer, tokenize

_WORD = re.compile(r"[^\s.,;:!?()\[\]\"\u201c\u201d/\u2013\u2014-]+")
"""A word to mark in a sentence."""
_BRACKETS = re.compile(r"\(.*?\)|,.*")
"""The part of a service's name that people leave out."""
_FIRST = 3
"""Number of results that are seen at once."""
_NEAR = 2
"""Number of questions offered where nothing was found."""
_LEAST = 60
"""Minimum letters of an excerpt; a shorter sentence is shown with the next."""


class Index:
    """Passages by the stems of their words."""

    def __init__(self, tables: Tables) -> None:
        self._rules, self._nations, self._asked = tables["rules"], tables["nations"], tables["asked"]
        self._stem = stemmer("english" if self._rules["stem"] else "")
        self._calls = {self._stem(word) for word in self._rules["calls"]}
        self._rows = [Passage(*row) for row in tables["passages"]]
        self._points: dict[str, dict[int, int]] = defaultdict(dict)
        """Stem → passages, each with the points of the fields it stands in."""
        self._pairs: dict[tuple[str, str], set[int]] = defaultdict(set)
        """Neighbouring stems of a title → passages."""
        self._exact: dict[str, dict[int, int]] = defaultdict(dict)
        """A whole name → passages, with 0 for a name of the passage and 1 for the heading of a part."""
        self._said: dict[int, list[set[str]]] = {}
        """Passage → the stems of each sentence, once it was a result."""
        words: set[str] = set()
        names: set[str] = set()
        for at, row in enumerate(self._rows):
            self._add(at, row, words, names)
        self._reader = QueryReader(tables, words, names, self.weight)
        self._focus = [self._reader.telling_stems(tokenize(row.head or row.title)) for row in self._rows]
        self._named = [self._reader.telling_stems(tokenize(_BRACKETS.sub("", row.title))) for row in self._rows]

    def _add(self, at: int, row: Passage, words: set[str], names: set[str]) -> None:
        counts: dict[str, int] = defaultdict(int)
        for word, count in Counter(tokenize("\n".join((*row.sentences, row.more)))).items():
            words.add(word)
            counts[self._stem(word)] += count
        levels = self._rules["text"]
        points = {name: levels[min(count, len(levels) - 1)] for name, count in counts.items()}
        best: dict[str, int] = {}
        for field, text in (("title", row.title), *(("names", name) for name in row.names), ("head", row.head)):
            said = tokenize(text)
            names.update(said)
            stems = [self._stem(word) for word in said]
            for name in stems:
                best[name] = max(best.get(name, 0), self._rules[field])
            for pair in pairwise(stems):
                self._pairs[pair].add(at)
            if said and (field == "head" or not row.head):
                self._exact[" ".join(said)].setdefault(at, int(field == "head"))
        for name in {**points, **best}:
            self._points[name][at] = points.get(name, 0) + best.get(name, 0)

    def weight(self, name: str) -> int:
        """The weight of a stem: the rarer, the more; 0 if it does not occur."""
        return _rarity(len(self._rows), len(self._points.get(name, ())))

    def find(self, typed: str, *, distress: bool = False, as_typed: bool = False) -> Results:
        """Search for what was typed, best match first; a place alone begins with its nation's answer.

        Beside words of distress a place counts for nothing: no nation comes between them and who to call.
        """
        query = self._reader.read(typed, as_typed=as_typed, distress=distress)
        ranked = self._ranked(query, distress)
        stems, most = query.stems, self._rules["most"]
        found = [self._result(at, stems) for at in ranked[:most]]
        if query.places:
            answers = [self._of_nation(name, nation) for name, nation in query.places]
            leads = query.is_alone or not found or found[0].section == answers[0].section
            found = [*found[: not leads], *answers, *found[not leads :]][:most]
        near = [] if found or distress else self._near(" ".join(query.words))
        meant = dict.fromkeys(clause.meant for clause in query.clauses if clause.meant)
        said, corrected = " ".join(query.words), query.corrected if found else ""
        names = PlaceNote(query.places[0][0], tuple(nation for _, nation in query.places)) if query.places else None
        return Results(
            asked=True, corrected=corrected, typed=typed if corrected else "", distress=distress, found=tuple(found),
            near=tuple(self._result(at, stems) for at in near) or (() if found or distress else self._most_asked()),
            is_near=bool(near),
            place=None if query.is_nation else names, expansions=tuple(text for text in meant if text.lower() != said),
        )  # fmt: skip

    def _ranked(self, query: Query, distress: bool) -> list[int]:
        """The passages that match, best first, one of each page; with words of distress, only those that match them all."""
        if distress and not all(clause.weight for clause in query.clauses):
            return []
        sums: dict[int, int] = defaultdict(int)
        covered: dict[int, int] = defaultdict(int)
        for clause in query.clauses:
            best: dict[int, int] = {}
            for percent, way in clause.ways:
                first, *more = (self._points.get(name, {}) for name in way)
                for at in first if not more else [at for at in first if all(at in other for other in more)]:
                    value = sum(self.weight(name) * self._points[name][at] for name in way) * percent // 100
                    best[at] = max(best.get(at, 0), value // len(way) * clause.size)
            for at, value in best.items():
                sums[at] += value
                covered[at] += clause.weight
        for pair in {*pairwise(map(self._stem, query.words))}:
            points = self._rules["phrase"][any(map(self._reader.is_telling, pair))]
            for at in self._pairs.get(pair, ()):
                if at in sums:
                    sums[at] += _rarity(len(self._rows), len(self._pairs[pair])) * points
        total = max(sum(clause.weight for clause in query.clauses), 1)
        said, only = " ".join(query.words), query.clauses[0] if len(query.clauses) == 1 else None
        if only and not all(map(self.weight, only.ways[0][1])):  # a name that the guide does not use
            said = " ".join(tokenize(only.meant))
        exact = self._exact.get(said, {})
        for at in exact:
            sums[at], covered[at] = sums[at], total
        most = max(covered.values(), default=0)
        stems = query.stems
        asks = distress or not stems.isdisjoint(self._calls)
        ranks = []
        for at, value in sums.items():
            row = self._rows[at]
            if covered[at] * 100 < most * self._rules["kept"] or (distress and covered[at] < total):
                continue
            if row.is_crisis and not asks and not stems.issuperset(self._named[at]):
                continue
            cover = covered[at] * 100 // total
            score = value * cover // 100
            focus = self._share(self._focus[at], stems)
            score = score * (100 + self._rules["focus"] * focus // 100) // 100 * self._rules["kinds"][row.kind] // 100
            ranks.append((exact.get(at, 2), -score, at))
        ranks.sort()
        seen: dict[tuple[str, str], int] = {}
        for _, _, at in ranks:
            seen.setdefault((self._rows[at].kind, self._rows[at].id), at)
        return list(seen.values()) if distress else self._with_meant(list(seen.values()), query.clauses)

    def _with_meant(self, ranked: list[int], clauses: list[Clause]) -> list[int]:
        """The page that a lay word is another name for is among the first three: relatives and the page for families."""
        for title in (clause.meant for clause in clauses if clause.meant):
            named = (at for at, stems in enumerate(self._focus) if stems == self._reader.telling_stems(tokenize(title)))
            page = next((at for at in named if self._rows[at].kind == "section" and not self._rows[at].head), None)
            if page is None or any(self._rows[at].section == self._rows[page].id for at in ranked[:_FIRST]):
                continue
            own = next((at for at in ranked if self._rows[at][:2] == self._rows[page][:2]), page)
            others = [at for at in ranked if at != own]
            ranked = [*others[:1], own, *others[1:]]
        return ranked

    def _near(self, said: str) -> list[int]:
        """The two questions that share most runs of three letters with a query; none if two do not share any."""
        questions = [(at, " ".join(tokenize(row.title))) for at, row in enumerate(self._rows) if row.kind == "faq"]
        ranks = ((-len(_threes(title) & _threes(said)), at) for at, title in questions)
        best = [at for shared, at in sorted(ranks)[:_NEAR] if shared]
        return best if len(best) == _NEAR else []

    def _most_asked(self) -> tuple[SearchResult, ...]:
        """The first questions of the first page, each as a result that opens its page."""
        pages = {row.id: at for at, row in reversed([*enumerate(self._rows)]) if row.kind == "section"}
        asked = [(pages[page], text) for page, text in self._asked if page in pages]
        return tuple(replace(self._result(at, set()), title=text) for at, text in asked[:_NEAR])

    def _share(self, title: list[str], stems: set[str]) -> int:
        """The percentage of a title that a query says."""
        whole = sum(map(self.weight, title))
        return sum(self.weight(name) for name in title if name in stems) * 100 // whole if whole else 0

    def _result(self, at: int, stems: set[str]) -> SearchResult:
        row = self._rows[at]
        sentence, excerpt = self._excerpt(at, stems)
        snippet = _marked(excerpt, stems, self._stem)
        hits = (bit for text in (row.title, *row.names) for bit in _marked(text, stems, self._stem))
        matched = dict.fromkeys(bit.text.lower() for bit in (*hits, *snippet) if bit.marked)
        return SearchResult(
            kind=row.kind, id=row.id, section=row.section, title=row.title, heading=row.head, matched=tuple(matched),
            snippet=snippet, sentence=sentence,
        )  # fmt: skip

    def _excerpt(self, at: int, stems: set[str]) -> tuple[str, str]:
        """The sentence that says most of a query (of a question, its answer's first), and as it is shown.

        Of a claim that people hear, it is shown after the verdict: alone it could seem to bear the claim out. A part that is
        a heading alone shows how its page begins.
        """
        row = self._rows[at]
        if not row.sentences:
            begins = (one.sentences[0] for one in self._rows if one.id == row.id and not one.head and one.sentences)
            return "", next(begins, "")
        if at not in self._said:
            self._said[at] = [{*map(self._stem, tokenize(sentence))} for sentence in row.sentences]
        said = [sum(map(self.weight, sentence & stems)) for sentence in self._said[at]]
        verdicts = int(row.kind == "myth" and len(said) > 1)
        best = 0 if row.kind == "faq" else said.index(max(said[verdicts:]), verdicts)
        sentence = row.sentences[best]
        if verdicts:
            return sentence, f"{row.sentences[0]} {sentence}"
        is_short = len(sentence) < _LEAST and best + 1 < len(row.sentences)
        return sentence, f"{sentence} {row.sentences[best + 1]}" if is_short else sentence

    def _of_nation(self, name: str, nation: Nation) -> SearchResult:
        page, title, text, _ = self._nations[nation]
        return SearchResult(kind="nation", id=nation, section=page, title=title, matched=(name.lower(),), snippet=(Bit(text),))


def _threes(text: str) -> set[str]:
    return {text[at : at + 3] for at in range(len(text) - 2)}


def _rarity(total: int, count: int) -> int:
    """A weight in thousandths: an integer, so that no rounding differs between the program and the web pages."""
    return round(1000 * log2(1 + total / count)) if count else 0


def _marked(text: str, stems: set[str], stem: Callable[[str], str]) -> tuple[Bit, ...]:
    """A text in runs, its words of some stems marked."""
    bits, end = [], 0
    for found in _WORD.finditer(text):
        if any(stem(word) in stems for word in tokenize(found[0])):
            bits += [Bit(text[end : found.start()]), Bit(found[0], marked=True)]
            end = found.end()
    return tuple(bit for bit in (*bits, Bit(text[end:])) if bit.text)
