"""The parts of a text that a translation must keep: placeholders, links, strong words, numbers, addresses, options, keys."""

import re
from collections import Counter
from typing import NamedTuple

_LINK = re.compile(r"\]\(((?:term|section|contact):[^()\s]+)\)")
_PLACEHOLDER = re.compile(r"\{(?:[a-z_0-9]*\}|[a-z0-9, -]+:)")
_ADDRESS = re.compile(r"(?<![\w./-])(?:https?://)?[A-Za-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:/[\w./-]*\w)?|\bdocs/[\w./-]+")
_OPTION = re.compile(r"(?<!\w)--[a-z][a-z-]*")
_KEY = re.compile(r"\bF(?:[1-9]|1[0-2])\b")
_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_SEPARATORS = re.compile("[.,]")


class Kept(NamedTuple):
    """The parts that two texts must have in common, each as often in one as in the other."""

    placeholders: Counter[str]
    links: Counter[str]
    names: Counter[str]
    """Addresses, options of commands, and keys."""
    strong: int
    numbers: Counter[str]
    """Without the separators of thousands and decimals, which differ between languages."""


def kept(words: str) -> Kept:
    """Find what a translation of some words must keep."""
    links = _LINK.findall(words)
    rest = _PLACEHOLDER.sub(" ", _LINK.sub("]", words))
    names = []
    for pattern in (_ADDRESS, _OPTION, _KEY):
        names += pattern.findall(rest)
        rest = pattern.sub(" ", rest)
    numbers = (_SEPARATORS.sub("", number) for number in _NUMBER.findall(rest))
    return Kept(Counter(_PLACEHOLDER.findall(words)), Counter(links), Counter(names), rest.count("**") // 2, Counter(numbers))


def kept_words(words: str) -> str:
    """The parts that must stay, in the order of `Kept`, as the worksheet says it."""
    found = kept(words)
    parts = [*found.placeholders, *found.links, *found.names, *(["**"] if found.strong else [])]
    shown = [number for number in dict.fromkeys(_NUMBER.findall(words)) if _SEPARATORS.sub("", number) in found.numbers]
    return "  ".join([*parts, *shown])


def lost(words: str, translation: str, *, may_drop: frozenset[str] = frozenset()) -> list[tuple[str, str]]:
    """Every part that a translation lost or added: what is wrong, and the cure."""
    ours, theirs = kept(words), kept(translation)
    found: list[tuple[str, str]] = []
    for what, before, after in (
        ("placeholder", ours.placeholders, theirs.placeholders),
        ("link to", ours.links, theirs.links),
        ("name", ours.names, theirs.names),
        ("number", ours.numbers, theirs.numbers),
    ):
        if what == "placeholder":  # a language may need to say it twice
            before, after = Counter(set(before)), Counter(set(after))
        for part in (before - after).elements():
            if part not in may_drop:
                shown = _shown(part, words)
                found.append((f"the {what} {shown} is lost", _CURES[what].format(shown)))
        for part in (after - before).elements():
            found.append((f"the {what} {_shown(part, translation)} is not in the words", f"take it out; {_ADDED[what]}"))
    if ours.strong != theirs.strong:
        message = f"{ours.strong} parts are between ** and **, and in the translation {theirs.strong}"
        found.append((message, "write ** before and after the same words"))
    return found


_CURES = {
    "placeholder": "write {} where the program shall put it",
    "link to": "write [words]({}), with the words in your language",
    "name": "write {} as it is",
    "number": "write {} in digits, as it is",
}
_ADDED = {
    "placeholder": "the program has nothing to put there",
    "link to": "links are the same in each language",
    "name": "addresses, options and keys are the same in each language",
    "number": "write it in letters if your language needs it",
}


def _shown(part: str, text: str) -> str:
    """A number with its separators, as the text has it."""
    return next((number for number in _NUMBER.findall(text) if _SEPARATORS.sub("", number) == part), part)
