"""Turns input into a bounded search query: corrects spelling and expands lay words to the guide's own."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches
from typing import NamedTuple

from ketaguide.model.search_words import SearchWords

MOST_WORDS = 16
LONGEST_WORD = 40
_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = str.maketrans("", "", "'\u2019\u2018`\u00b4")
_INITIALS = re.compile(r"\b(?:[^\W_]\.){2,}")
_EXPANDED = 12
"""Limit of completions for an unfinished word."""
_LIKE_A_NAME, _LIKE_A_WORD = 0.74, 0.8
"""Minimum similarity of a misspelt word to a word of a title, and to one of the text (difflib's ratio)."""


def tokenize(text: str) -> list[str]:
    """Split a text into case-folded words without punctuation."""
    plain = text.casefold().translate(_APOSTROPHES)
    return _WORD.findall(_INITIALS.sub(lambda found: found[0].replace(".", ""), plain))


class Clause(NamedTuple):
    """One unit of a query: all of its words, or any one of its phrases."""

    words: tuple[str, ...]
    phrases: tuple[str, ...] = ()

    @property
    def expression(self) -> str:
        """The FTS5 expression. Words are quoted letters and digits, so none can act as an operator."""
        own = " AND ".join(f"({' OR '.join(word.split('|'))})" for word in self.words)
        return " OR ".join((f"({own})", *(f'"{" ".join(tokenize(phrase))}"' for phrase in self.phrases)))


class Query(NamedTuple):
    """A parsed query."""

    clauses: tuple[Clause, ...] = ()
    text: str = ""
    """The words searched for, after correction."""
    corrected: str = ""
    """Equal to `text` if that differs from what was typed, else empty."""
    expansions: tuple[str, ...] = ()


class QueryReader:
    """Parses input into queries, with the vocabulary of one index."""

    def __init__(
        self, names: Iterable[str], words: Iterable[str], synonyms: dict[str, str], search: SearchWords, places: frozenset[str]
    ) -> None:
        self._stop_words = {word for text in search.stop_words for word in tokenize(text)}
        self._synonyms = {tuple(tokenize(said)): means for said, means in synonyms.items()}
        self._synonyms.pop((), None)
        self._longest = max(map(len, self._synonyms), default=0)
        said = {word for phrase in self._synonyms for word in phrase}
        self._names = sorted(said | {*tokenize("\n".join(names))})
        self._words = sorted({*self._names, *tokenize("\n".join(words))})
        troubled = {word for text in search.distress for word in tokenize(text)}  # never corrected: dead is not read
        listed = {word for text in search.place_words for word in tokenize(text)} | places
        self._known = {*self._words, *self._stop_words, *troubled, *listed}

    def is_known(self, word: str) -> bool:
        """True for a word of the index or of the lists (stop words, distress, places), which is never corrected."""
        return word in self._known

    def telling(self, text: str, but: str) -> bool:
        """True when a text has a word that is neither a stop word nor in `but`."""
        return not {*tokenize(text)} <= {*self._stop_words, *tokenize(but)}

    def query(self, typed: str, in_index: Callable[[str], bool], *, as_typed: bool = False) -> Query:
        """Parse input; `in_index` is true for a word that the index contains. With `as_typed`, nothing is corrected."""
        asked = [word[:LONGEST_WORD] for word in tokenize(typed[: MOST_WORDS * LONGEST_WORD])][:MOST_WORDS]
        words = [word if as_typed or self._begins(word) or in_index(word) else self._nearest(word) for word in asked]
        clauses = tuple(self._clauses(words))
        also = tuple(dict.fromkeys(phrase for clause in clauses for phrase in clause.phrases))
        text = " ".join(words)
        return Query(clauses, text, text if words != asked else "", tuple(phrase for phrase in also if phrase.lower() != text))

    def _clauses(self, words: list[str]) -> Iterator[Clause]:
        """Yield the longest synonyms and single words; stop words only if there is nothing else."""
        wanted = any(word not in self._stop_words for word in words)
        at = 0
        while at < len(words):
            phrase = self._synonym(words, at)
            if phrase:
                at += len(phrase)
                yield Clause(tuple(f'"{word}"' for word in phrase), (self._synonyms[phrase],))
                continue
            word, at = words[at], at + 1
            if word not in self._stop_words or not wanted:
                yield Clause((self._forms(word, last=at == len(words)),))

    def _synonym(self, words: list[str], at: int) -> tuple[str, ...]:
        """The longest synonym that begins at a word; empty if none."""
        for length in range(min(self._longest, len(words) - at), 0, -1):
            phrase = tuple(words[at : at + length])
            if phrase in self._synonyms:
                return phrase
        return ()

    def _forms(self, word: str, *, last: bool) -> str:
        """A quoted word; if it may be unfinished, its prefix and completions too (stemming defeats the prefix alone)."""
        if not last or word in self._known or len(word) < 2:
            return f'"{word}"'
        longer = self._starting(word)[:_EXPANDED]
        return "|".join((f'"{word}"*', *(f'"{other}"' for other in longer)))

    def _starting(self, start: str) -> list[str]:
        first = bisect_left(self._words, start)
        found = []
        for word in self._words[first : first + _EXPANDED]:
            if not word.startswith(start):
                break
            found.append(word)
        return found

    def _begins(self, word: str) -> bool:
        """True when the vocabulary has this word or one that begins with it."""
        return word in self._known or bool(self._starting(word))

    def _nearest(self, word: str) -> str:
        """The most similar word of the index, preferably of a title; the word itself if none is similar."""
        if len(word) < 4:
            return word
        for known, cutoff in ((self._names, _LIKE_A_NAME), (self._words, _LIKE_A_WORD)):
            near = [other for other in known if abs(len(other) - len(word)) <= 2 and len(other) > 3]
            if close := get_close_matches(word, near, n=1, cutoff=cutoff):
                return close[0]
        return word
