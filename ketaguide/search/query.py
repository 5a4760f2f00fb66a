"""What was typed, as words to look for: bounded, corrected, with the guide's own words beside those that people use."""

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
"""How many words that begin with what was typed are looked for."""
_LIKE_A_NAME, _LIKE_A_WORD = 0.74, 0.8
"""How like a misspelt word must be to a word of a title, and to one of the text (difflib's ratio)."""


def tokenize(text: str) -> list[str]:
    """The words of a text, in small letters, without signs."""
    plain = text.casefold().translate(_APOSTROPHES)
    return _WORD.findall(_INITIALS.sub(lambda found: found[0].replace(".", ""), plain))


class Clause(NamedTuple):
    """What belongs together in a query: the words that must all be there, or any one of the phrases."""

    words: tuple[str, ...]
    phrases: tuple[str, ...] = ()

    @property
    def expression(self) -> str:
        """As FTS5 reads it. Words are letters and digits in quotation marks, so nothing in them can be a command."""
        own = " AND ".join(f"({' OR '.join(word.split('|'))})" for word in self.words)
        return " OR ".join((f"({own})", *(f'"{" ".join(tokenize(phrase))}"' for phrase in self.phrases)))


class Query(NamedTuple):
    """Everything to look for."""

    clauses: tuple[Clause, ...] = ()
    text: str = ""
    """The words as they are looked for."""
    corrected: str = ""
    """The same where it is not what was typed, else nothing."""
    expansions: tuple[str, ...] = ()


class QueryReader:
    """Makes queries of what people type; knows the words of one index."""

    def __init__(self, names: Iterable[str], words: Iterable[str], synonyms: dict[str, str], search: SearchWords) -> None:
        self._stop_words = {word for text in search.stop_words for word in tokenize(text)}
        self._synonyms = {tuple(tokenize(said)): means for said, means in synonyms.items()}
        self._synonyms.pop((), None)
        self._longest = max(map(len, self._synonyms), default=0)
        said = {word for phrase in self._synonyms for word in phrase}
        self._names = sorted(said | {word for text in names for word in tokenize(text)})
        self._words = sorted({*self._names, *(word for text in words for word in tokenize(text))})
        troubled = {word for text in search.distress for word in tokenize(text)}  # never put right: dead is not read
        self._known = {*self._words, *self._stop_words, *troubled}

    def query(self, typed: str, in_index: Callable[[str], bool]) -> Query:
        """What to look for; `in_index` says whether a word is found as it is."""
        asked = [word[:LONGEST_WORD] for word in tokenize(typed[: MOST_WORDS * LONGEST_WORD])][:MOST_WORDS]
        words = [word if self._begins(word) or in_index(word) else self._nearest(word) for word in asked]
        clauses = tuple(self._clauses(words))
        also = tuple(dict.fromkeys(phrase for clause in clauses for phrase in clause.phrases))
        text = " ".join(words)
        return Query(clauses, text, text if words != asked else "", tuple(phrase for phrase in also if phrase.lower() != text))

    def _clauses(self, words: list[str]) -> Iterator[Clause]:
        """Synonyms as long as possible, then single words; little words only where there is nothing else."""
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
        """The longest synonym that begins at a word; nothing where none does."""
        for length in range(min(self._longest, len(words) - at), 0, -1):
            phrase = tuple(words[at : at + length])
            if phrase in self._synonyms:
                return phrase
        return ()

    def _forms(self, word: str, *, last: bool) -> str:
        """A word, and where it may not be finished what begins with it. A stem is no prefix of what is half typed."""
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
        """Whether some word of the index is this one or begins with it."""
        return word in self._known or bool(self._starting(word))

    def _nearest(self, word: str) -> str:
        """The most similar word of the index, of a title where there is one; the word itself where none is similar."""
        if len(word) < 4:
            return word
        for known, cutoff in ((self._names, _LIKE_A_NAME), (self._words, _LIKE_A_WORD)):
            near = [other for other in known if abs(len(other) - len(word)) <= 2 and len(other) > 3]
            if close := get_close_matches(word, near, n=1, cutoff=cutoff):
                return close[0]
        return word
