"""Words and sentences of plain text, as rules count them."""

import re
from collections.abc import Iterable
from functools import lru_cache


def either(words: Iterable[str]) -> str:
    """A pattern for any of some words, with an s or without; one that matches nothing if there are none."""
    return f"(?:{'|'.join(f'{re.escape(word)}s?' for word in words) or '(?!)'})"


_TITLES = ("Dr.", "Mr.", "Mrs.", "Ms.", "Prof.", "St.", "vs.", "approx.")
_END = re.compile(r"""[.!?]["')\]]*(?=\s+["'(\[]*[A-Z0-9£])""")


@lru_cache(maxsize=20_000)
def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text. A list item or a heading is one even without a full stop."""
    found: list[str] = []
    start = 0
    for match in _END.finditer(text):
        if text[start : match.end()].endswith(_TITLES):
            continue
        found.append(text[start : match.end()].strip())
        start = match.end()
    rest = text[start:].strip()
    return (*found, rest) if rest else tuple(found)


def words(text: str) -> list[str]:
    """The words of a text: what stands between spaces and has a letter or a digit."""
    return [word for word in text.split() if any(map(str.isalnum, word))]


def is_question(sentence: str) -> bool:
    """True for a question."""
    return sentence.rstrip("\"')").endswith("?")


_OF_MANY = re.compile(r"[fnFN]\s+(?:\w+\s+)?\d")
"""The middle of every share: a quick search that spares most texts the slow one."""
_NUMBERS = {"no": 0, "none": 0, "one": 1, "two": 2, "three": 3}
SHARE = rf"\b(\d[\d,]*|{'|'.join(_NUMBERS)})\b(?:\s+people)?\s+(?:(?:out\s+)?of|in)\s+(?:the\s+|every\s+)?(\d[\d,]*)\b"
_SHARE = re.compile(SHARE, re.IGNORECASE)


@lru_cache(maxsize=20_000)
def shares(text: str) -> tuple[tuple[str, int, int], ...]:
    """Every "N in M" or "N (out) of M" of a text: as written, N and M."""
    found = _SHARE.finditer(text) if _OF_MANY.search(text) else ()
    return tuple((match[0], number(match[1]), number(match[2])) for match in found)


def said_shares(of: Iterable[tuple[int, int]]) -> str:
    """Shares as a message lists them."""
    return ", ".join(f"{part} in {whole}" for part, whole in sorted(of))


def number(text: str) -> int:
    """A number in digits, with commas or without, or a small one in letters."""
    return _NUMBERS[text.lower()] if text.lower() in _NUMBERS else int(text.replace(",", ""))


MENTION = re.compile(
    r"\bsuicid\w*|\bself-?harm\w*|\bharm(?:ed|ing)? (?:your|them|him|her|my|one)sel(?:f|ves)"
    r"|\b(?:end|ending|take|taking|took) (?:your|their|his|her|my|one's) (?:own )?li(?:fe|ves)\b"
    r"|\bkill(?:ing)? (?:your|them|my)sel(?:f|ves)",
    re.IGNORECASE,
)
"""Matches a mention of suicide or self-harm."""
