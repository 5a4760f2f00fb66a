"""Splits text into words and reduces them to stems, as assets/finder.js does; the rules are data (rules.json)."""

import json
import re
import unicodedata
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

Rules = dict[str, Any]

_WORD = re.compile(r"[^\W_]+")
_APART = re.compile(r"(?<![a-z0-9])can\s+not(?![a-z0-9])")
_INITIALS = re.compile(r"(?<![a-z0-9])(?:[a-z0-9]\.){2,}")
_APOSTROPHES = str.maketrans("", "", "'\u2019\u2018`\u00b4\u02bc\uff07")


@cache
def rules() -> Rules:
    """The rules of the search: suffixes, weights of fields and kinds, limits. The web's index holds a copy."""
    found: Rules = json.loads((Path(__file__).parent / "rules.json").read_text(encoding="utf-8"))
    return found


def fold(text: str) -> str:
    """Text in plain lower-case letters: no accents, apostrophes, or letters of other widths and styles."""
    text = text.translate(_APOSTROPHES)
    if not text.isascii():
        apart = unicodedata.normalize("NFKD", text)
        text = "".join(letter for letter in apart if not unicodedata.category(letter).startswith("M"))
    return text.lower()


def tokenize(text: str) -> list[str]:
    """Split a text into words of plain letters and digits, of any script."""
    if text.isascii() and text.isalnum():
        return [text.lower()]
    plain = _APART.sub("cannot", fold(text))
    return _WORD.findall(_INITIALS.sub(lambda found: found[0].replace(".", ""), plain))


@cache
def _endings() -> list[dict[str, list[tuple[str, str, int]]]]:
    """The endings that are taken off, one of each step, by their last letter."""
    steps: list[dict[str, list[tuple[str, str, int]]]] = []
    for listed in rules()["stem"]:
        steps.append({})
        for ending, instead, least in listed:
            steps[-1].setdefault(ending[-1], []).append((ending, instead, least))
    return steps


@cache
def stem(word: str) -> str:
    """The part of a word that its other forms share."""
    word = rules()["forms"].get(word, word)
    for endings in _endings():
        for ending, instead, least in endings.get(word[-1], ()):
            if word.endswith(ending) and len(word) - len(ending) >= least:
                word = word[: len(word) - len(ending)] + instead
                break
    return word


def stemmer(stems: str) -> Callable[[str], str]:
    """The function that reduces words as an edition declares: by English rules, or not at all."""
    return stem if stems == "english" else str
