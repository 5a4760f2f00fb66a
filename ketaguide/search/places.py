"""Place names in a query, and the nation that each lies in."""

from collections.abc import Callable, Iterable
from difflib import get_close_matches
from typing import NamedTuple

from ketaguide.model.contact import Nation
from ketaguide.model.search_words import Place
from ketaguide.search.query import tokenize

_LIKENESS = 0.85
"""Minimum similarity (difflib's ratio) of a misspelt name to a name of one word: one letter of six may differ."""
_MISSPELT_FROM = 5


class FoundPlace(NamedTuple):
    """A place in a query."""

    nation: Nation
    name: str
    """The name as the guide spells it."""
    rest: str
    """The query without it."""


class Places:
    """The place names of one edition."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._nations = {tuple(tokenize(name)): (name, place.nation) for place in places for name in place.names}
        self._longest = max(map(len, self._nations), default=0)
        self._single = {words[0]: words for words in self._nations if len(words) == 1 and len(words[0]) >= _MISSPELT_FROM}

    def find(self, typed: str, is_known: Callable[[str], bool]) -> FoundPlace | None:
        """The first place in a query; a word that is not a place may be a misspelt one, unless `is_known` is true for it."""
        words = tokenize(typed)
        for length in range(self._longest, 0, -1):
            for start in range(len(words) - length + 1):
                if found := self._nations.get(tuple(words[start : start + length])):
                    return FoundPlace(found[1], found[0], " ".join((*words[:start], *words[start + length :])))
        for at, word in enumerate(words):
            is_name = len(word) >= _MISSPELT_FROM and not is_known(word)
            if close := get_close_matches(word, self._single, n=1, cutoff=_LIKENESS) if is_name else []:
                name, nation = self._nations[self._single[close[0]]]
                return FoundPlace(nation, name, " ".join((*words[:at], *words[at + 1 :])))
        return None
