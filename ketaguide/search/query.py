"""Reads what was typed: puts slips right, finds places, and adds the guide's own words; assets/finder.js does the same."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from ketaguide.model.contact import Nation
from ketaguide.search.passages import Tables
from ketaguide.search.words import stemmer, tokenize

MOST_WORDS = 32
LONGEST_WORD = 40
_COMPLETIONS = 12
"""Limit of completions of an unfinished word."""

Stems = tuple[str, ...]


class Clause(NamedTuple):
    """One unit of a query: it matches where all stems of one of its ways stand."""

    weight: int
    """0 if the guide does not have it."""
    size: int
    """The number of words typed for it: a way of more words counts no more."""
    ways: tuple[tuple[int, Stems], ...]
    """(percent that a match counts, stems)."""
    meant: str = ""
    """The guide's own words for it, if it is a lay expression."""


class Query(NamedTuple):
    """A query as it is read."""

    words: list[str]
    """All words, after correction."""
    clauses: list[Clause]
    corrected: str
    """The words after correction; empty if nothing was corrected."""
    places: list[tuple[str, Nation]]
    """(name of a place as the guide spells it, nation)."""
    is_nation: bool
    """True where the place is a nation itself."""
    is_alone: bool
    """True where the other words only ask what there is in the place."""

    @property
    def stems(self) -> set[str]:
        """The stems of all clauses, in any of their ways."""
        return {name for clause in self.clauses for _, way in clause.ways for name in way}


class QueryReader:
    """Reads queries with the words of one index."""

    def __init__(self, tables: Tables, words: Iterable[str], names: Iterable[str], weight: Callable[[str], int]) -> None:
        self._rules, self._weight = tables["rules"], weight
        self._stem = stemmer("english" if self._rules["stem"] else "")
        self._stop = {word for text in tables["stop"] for word in tokenize(text)}
        self._stop_stems = {self._stem(word) for word in self._stop}
        self._synonyms: dict[Stems, str] = {}
        self._places: dict[tuple[str, ...], list[tuple[str, Nation]]] = {}
        self._nations = {nation: answer[3] for nation, answer in tables["nations"].items()}
        for means, *lay in tables["synonyms"]:
            self._synonyms |= {tuple(map(self._form, tokenize(said))): means for said in lay}
        self._itself = {name for _, itself, _ in tables["places"] for name in itself}
        for nation, itself, places in tables["places"]:
            for name in (*itself, *places):
                self._places.setdefault(tuple(tokenize(name)), []).append((name, nation))
        self._here = {word for text in tables["here"] for word in tokenize(text)}
        self._place_words = {word for name in self._places for word in name}
        self._names = {*names, *(word for row in tables["synonyms"] for text in row for word in tokenize(text))}
        said = {*words, *self._names}
        self._spelt = sorted({*said, *self._place_words})
        self._right = [(word, _letters(word)) for word in self._spelt if len(word) > 3 and (word in said or len(word) > 5)]
        troubled = {word for text in tables["distress"] for word in tokenize(text)}  # never corrected: dead is not read
        self._known = {*self._spelt, *self._stop, *troubled, *self._here}
        self._stems = {self._stem(word) for word in self._known}

    def read(self, typed: str, *, as_typed: bool = False, distress: bool = False) -> Query:
        """Read a query; with `as_typed`, nothing is corrected. Beside words of distress a place counts for nothing."""
        asked = [word[:LONGEST_WORD] for word in tokenize(typed)[:MOST_WORDS]]
        words = asked if as_typed else [self._nearest(word) for word in asked]
        whole = self._whole_place(words)
        found, rest = self._found_places(whole)
        is_alone = {*self.telling(rest)} <= self._here
        clauses = self._clauses(rest, []) if found and distress else self._clauses(whole, found)
        return Query(
            words, list(dict.fromkeys(clauses)), " ".join(words) if words != asked else "", [] if distress else found,
            bool(found) and found[0][0] in self._itself, is_alone,
        )  # fmt: skip

    def is_telling(self, stem_: str) -> bool:
        """True for the stem of a telling word."""
        return stem_ not in self._stop_stems

    def telling(self, words: Iterable[str]) -> list[str]:
        """The words that are neither stop words, single letters nor numbers that are in no name: 225, but not 999."""
        known = (word for word in words if not word.isdigit() or word in self._names)
        return [word for word in known if word not in self._stop and len(word) > 1]

    def _whole_place(self, words: list[str]) -> list[str]:
        """The words, the last one completed if it is the beginning of nothing but a place."""
        longer = self._starting(words[-1]) if words and len(words[-1]) > 3 and words[-1] not in self._known else []
        return [*words[:-1], longer[0]] if longer and self._place_words.issuperset(longer) else words

    def _found_places(self, words: list[str]) -> tuple[list[tuple[str, Nation]], list[str]]:
        """The first place in a query, with the longest name; and the other words."""
        for length in range(max(map(len, self._places), default=0), 0, -1):
            for at in range(len(words) - length + 1):
                if found := self._places.get(tuple(words[at : at + length])):
                    return found, [*words[:at], *words[at + length :]]
        return [], words

    def _clauses(self, words: list[str], places: list[tuple[str, Nation]]) -> Iterator[Clause]:
        """Yield a clause for each place, lay expression and telling word; stop words only if there is nothing else."""
        wanted = bool(self.telling(words))
        place = tuple(tokenize(places[0][0])) if places else ()
        at = 0
        while at < len(words):
            if place and tuple(words[at : at + len(place)]) == place:
                own = tuple(map(self._stem, place))
                nations = [tuple(map(self._stem, tokenize(self._nations[nation]))) for _, nation in places]
                yield self._clause(own, nations, self._rules["meant"])
                at, place = at + len(place), ()
            elif length := self._synonym(words, at):
                yield self._lay(words[at : at + length])
                at += length
            else:
                at += 1
                if not wanted or self.telling(words[at - 1 : at]):
                    yield self._word(words[at - 1], last=at == len(words))

    def _lay(self, words: list[str]) -> Clause:
        """A lay expression; one with a common word is a phrase, and only what it means counts (does it work)."""
        means = self._synonyms[tuple(map(self._form, words))]
        way = self._stems_of(tokenize(means))
        clause = self._clause(self._stems_of(words), [way], self._rules["meant"], means)
        is_phrase = not self._stop.isdisjoint(words) and all(map(self._weight, way))
        return clause._replace(ways=clause.ways[1:]) if is_phrase else clause

    def _clause(self, own: Stems, others: Iterable[Stems], percent: int, meant: str = "") -> Clause:
        """A clause with the weight of its rarest way that the guide has, 0 if it has none; `percent` is that of other ways."""
        ways, size = ((100, own), *((percent, way) for way in others if way)), len(own)
        weights = (list(map(self._weight, way)) for _, way in ways)
        return Clause(max((sum(each) * size // len(each) for each in weights if all(each)), default=0), size, ways, meant)

    def _word(self, word: str, *, last: bool) -> Clause:
        """A word; an unfinished one stands for the words that begin with it."""
        longer = self._starting(word) if last and len(word) > 1 and word not in self._known else []
        return self._clause((self._stem(word),), dict.fromkeys((self._stem(other),) for other in longer), self._rules["begun"])

    def telling_stems(self, words: list[str]) -> list[str]:
        """The stems of the telling words, each once."""
        return list(dict.fromkeys(map(self._stem, self.telling(words))))

    def _stems_of(self, words: list[str]) -> Stems:
        """The stems of the telling words; of all, if there is no other."""
        return tuple(dict.fromkeys(map(self._stem, self.telling(words) or words)))

    def _synonym(self, words: list[str], at: int) -> int:
        """The length of the longest lay expression that begins at a word; 0 if none."""
        longest = max(map(len, self._synonyms), default=0)
        for length in range(min(longest, len(words) - at), 0, -1):
            if tuple(map(self._form, words[at : at + length])) in self._synonyms:
                return length
        return 0

    def _starting(self, start: str) -> list[str]:
        first = bisect_left(self._spelt, start)
        return [word for word in self._spelt[first : first + _COMPLETIONS] if word.startswith(start)]

    def _nearest(self, word: str) -> str:
        """The most similar word of the guide, preferably of a title; the word itself if it is known or none is similar."""
        limit = max((slips for length, slips in self._rules["slips"] if len(word) >= length), default=0)
        if not limit or word in self._known or self._stem(word) in self._stems or self._starting(word) or not word.isalpha():
            return word
        letters, best = _letters(word), (limit + 1, True, True, word)
        for other, mask in self._right:
            if (letters ^ mask).bit_count() > 2 * limit or abs(len(other) - len(word)) > limit:
                continue
            if other[0] != word[0] and limit == 1:
                continue
            if (slips := distance(word, other)) <= limit:
                best = min(best, (slips, other not in self._names, other[0] != word[0], other))
        return best[3]

    def _form(self, word: str) -> str:
        """The form under which a lay word is listed: short words as they are, else stems (care is not car)."""
        return self._stem(word) if len(word) > 4 else word


def _letters(word: str) -> int:
    """The letters of a word as bits."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) - 97) if letter >= "a" else 0
    return bits


def distance(a: str, b: str) -> int:
    """Letters added, left out, changed or swapped with the next, between two words."""
    before: list[int] = []
    last = list(range(len(b) + 1))
    for i in range(1, len(a) + 1):
        row = [i]
        for j in range(1, len(b) + 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] != b[j - 1]))
            if i > 1 and j > 1 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, last = last, row
    return last[-1]
