"""A made-up language: words reversed, with accents on every letter that can have one, 40 % longer, and six plural forms.

It stands for a translation in tests, which no machine may make of medical words: whatever is still in the language of the
guide shows at once. Placeholders, links, numbers, addresses, options of commands and single letters stay as they are.
"""

import re
from math import ceil

PLURALS = {"zero": "n = 0", "one": "n = 1", "two": "n = 2", "few": "n = 3", "many": "n = 6"}
"""The rules of Welsh, which has all six forms (Unicode CLDR)."""
_ACCENTED = str.maketrans("acdeghijklnorstuwyz", "àçđéğħïĵķļñöřšťûŵýž")
_STAYS = re.compile(
    r"\{(?:[a-z_0-9]*\}|[a-z0-9, -]+:)|\]\((?:term|section|contact):[^)]+\)|https?://\S+|(?:[A-Za-z0-9-]+\.)+[a-z]{2,}(?:/[\w./-]*\w)?"
    r"|docs/[\w./-]+|--[a-z-]+|\bF\d+\b|\d+"
)
_WORD = re.compile(r"[^\W\d_]+")


def invented(words: str, *, longer: bool = True) -> str:
    """Some words in the made-up language."""
    pieces, at = [], 0
    for kept in _STAYS.finditer(words):
        pieces += [_said(words[at : kept.start()], longer=longer), kept[0]]
        at = kept.end()
    return "".join([*pieces, _said(words[at:], longer=longer)])


def _said(text: str, *, longer: bool) -> str:
    return _WORD.sub(lambda found: _word(found[0], longer=longer), text)


def _word(word: str, *, longer: bool) -> str:
    if len(word) == 1:
        return word
    turned = word[::-1].lower().translate(_ACCENTED)
    if turned.isascii():
        turned = f"{turned[:-1]}ŵ"
    turned += "ö" * ceil(len(word) * 0.4) if longer else ""
    return turned.capitalize() if word[0].isupper() else turned


def left(text: str, allowed: frozenset[str] = frozenset()) -> list[str]:
    """Words of a text that are in no made-up language: two plain letters or more, and not allowed."""
    bare = _STAYS.sub(" ", text)
    return [word for word in _WORD.findall(bare) if len(word) > 1 and word.isascii() and word.lower() not in allowed]
