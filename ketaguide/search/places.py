"""Place names in a query, and the nations that each lies in."""

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

    name: str
    """The name as the guide spells it."""
    nations: tuple[Nation, ...]
    """The nations that have a place of that name."""
    rest: str
    """The query without it."""
    corrected: str = ""
    """The query with the name put right, if it was misspelt."""
    is_nation: bool = False
    """True for a name of the nation itself."""


class Places:
    """The place names of one edition."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._names: dict[tuple[str, ...], str] = {}
        self._nations: dict[tuple[str, ...], tuple[Nation, ...]] = {}
        self._itself: set[str] = set()
        for place in places:
            self._itself |= {*place.itself}
            for name in (*place.itself, *place.names):
                words = tuple(tokenize(name))
                self._names[words] = name
                self._nations[words] = (*self._nations.get(words, ()), place.nation)
        self._longest = max(map(len, self._names), default=0)
        self._single = [words[0] for words in self._names if len(words) == 1 and len(words[0]) >= _MISSPELT_FROM]
        self.words = frozenset(word for words in self._names for word in words)
        """Words of the names, which are never corrected."""

    def find(self, typed: str, is_known: Callable[[str], bool], *, as_typed: bool = False) -> FoundPlace | None:
        """The first place in a query.

        A word that is not a place may be a misspelt one, unless `is_known` is true for it; with `as_typed`, none is.
        """
        words = tokenize(typed)
        for length in range(self._longest, 0, -1):
            for start in range(len(words) - length + 1):
                if (name := tuple(words[start : start + length])) in self._names:
                    return self._found(name, [*words[:start], *words[start + length :]])
        for at, word in enumerate(() if as_typed else words):
            is_name = len(word) >= _MISSPELT_FROM and not is_known(word)
            if close := get_close_matches(word, self._single, n=1, cutoff=_LIKENESS) if is_name else []:
                before, after = words[:at], words[at + 1 :]
                return self._found((close[0],), [*before, *after], " ".join((*before, *close, *after)))
        return None

    def _found(self, words: tuple[str, ...], rest: list[str], corrected: str = "") -> FoundPlace:
        name = self._names[words]
        return FoundPlace(name, self._nations[words], " ".join(rest), corrected, name in self._itself)
