"""Detects words of distress, for which crisis numbers are shown. Compares words only, and concludes nothing.

Ignores spacing, case, accents, signs, doubled letters and digits in place of letters, and tolerates small typing errors in
longer phrases. A false positive does no harm; a miss might.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

_LOOKALIKES = str.maketrans("013457@$!|", "oieastasil")
_LIKENESS = 0.85
"""Minimum similarity (difflib's ratio) of a typing error to a phrase: one letter of seven may differ."""
_SLIPS_FROM = 7
"""Minimum letters for tolerating typing errors; in a shorter phrase, one letter makes another word."""
_PARTS = 16
"""Limit of words that are joined into one phrase: s u i c i d e."""
_SLIPS_IN = 400
"""Characters at each end of a long text that are searched for typing errors."""


class Distress:
    """Matches phrases anywhere in a text, and `alone` words when they are the whole text.

    A name of a place is never a slip of a phrase (Aberdeen, a burden).
    """

    def __init__(self, phrases: Iterable[str], alone: Iterable[str] = (), names: Iterable[str] = ()) -> None:
        self._names = {_squash(_plain(name)) for name in names}
        self._alone = {_letters(_plain(words)) for words in alone}
        self._phrases = {_squash(_plain(phrase)) for phrase in phrases} - {""}
        self._longest = max(map(len, self._phrases), default=0)

    def matches(self, typed: str) -> bool:
        """True when a text contains one of the phrases, tolerating spacing and small misspellings."""
        plain = _plain(typed)
        if _letters(plain) in self._alone:
            return True
        for text in {plain, plain.translate(_LOOKALIKES)}:
            words = [word for word in map(_squash, re.split(r"[\s\-_.,;:/]+", text)) if word]
            if any(run in self._phrases for run in self._runs(words)) or self._inside(words):
                return True
        ends = plain if len(plain) <= 2 * _SLIPS_IN else f"{plain[:_SLIPS_IN]} {plain[-_SLIPS_IN:]}"
        return self._slips([word for word in map(_squash, ends.split()) if word])

    def taken_for_slips(self) -> list[str]:
        """The names that would be taken for slips of a phrase."""
        alike = Distress(self._phrases)
        return sorted(name for name in self._names if alike.matches(name))

    def _runs(self, words: list[str]) -> Iterator[str]:
        """Yield adjacent words joined, up to the length of the longest phrase."""
        for start in range(len(words)):
            run = ""
            for word in words[start : start + _PARTS]:
                run += word if not run.endswith(word[0]) else word[1:]
                if len(run) > self._longest:
                    break
                yield run

    def _inside(self, words: list[str]) -> bool:
        """True when a phrase stands inside words typed without spaces: howtokillmyself."""
        joined = [word for word in words if len(word) > _SLIPS_FROM]
        return any(phrase in word for word in joined for phrase in self._phrases if len(phrase) >= _SLIPS_FROM)

    def _slips(self, words: list[str]) -> bool:
        """True when adjacent words are a misspelling of one of the longer phrases."""
        matcher = SequenceMatcher(autojunk=False)
        for run in {run for run in self._runs(words) if len(run) >= _SLIPS_FROM - 1} - self._names:
            matcher.set_seq2(run)
            for phrase in self._phrases:
                if len(phrase) < _SLIPS_FROM or abs(len(phrase) - len(run)) > 1 or phrase[0] != run[0]:
                    continue
                matcher.set_seq1(phrase)
                if matcher.real_quick_ratio() >= _LIKENESS and matcher.quick_ratio() >= _LIKENESS <= matcher.ratio():
                    return True
        return False


def _plain(text: str) -> str:
    """Case-folded, decomposed text (NFKD) without accents: fullwidth and mathematical letters become plain ones first."""
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _letters(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())


def _squash(word: str) -> str:
    """Letters and digits of a word, repeated ones collapsed to one."""
    return re.sub(r"(.)\1+", r"\1", _letters(word))
