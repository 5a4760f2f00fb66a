"""The parts of a text that a translation must keep: placeholders, links, strong words, numbers, addresses, options, keys."""

import re
from collections import Counter

_LINK = re.compile(r"\]\(((?:term|section|contact):[^()\s]+)\)")
_PLACEHOLDER = re.compile(r"\{(?:[a-z_0-9]*\}|[a-z0-9, -]+:)")
_ADDRESS = re.compile(r"(?<![\w./-])(?:https?://)?[A-Za-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:/[\w./-]*\w)?|\bdocs/[\w./-]+")
_OPTION = re.compile(r"(?<!\w)--[a-z][a-z-]*")
_KEY = re.compile(r"\bF(?:[1-9]|1[0-2])\b")
_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_SEPARATORS = re.compile("[.,]")


_CURES = {
    "placeholder": ("write {} where the program shall put it", "the program has nothing to put there"),
    "link to": ("write [words]({}), with the words in your language", "links are the same in each language"),
    "name": ("write {} as it is", "addresses, options and keys are the same in each language"),
    "number": ("write {} in digits, as it is", "write it in letters if your language needs it"),
}
"""The cure for a part that is lost, and the reason why none is added."""


def kept(words: str) -> dict[str, Counter[str]]:
    """Find what a translation of some words must keep: each part as often as it stands there, by its name in `_CURES`.

    Numbers are without the separators of thousands and decimals, which differ between languages. A placeholder counts once:
    a language may need to say it twice.
    """
    links = _LINK.findall(words)
    rest = _PLACEHOLDER.sub(" ", _LINK.sub("]", words))
    names = []
    for pattern in (_ADDRESS, _OPTION, _KEY):
        names += pattern.findall(rest)
        rest = pattern.sub(" ", rest)
    numbers = (_SEPARATORS.sub("", number) for number in _NUMBER.findall(rest))
    parts = ([*dict.fromkeys(_PLACEHOLDER.findall(words))], links, names, numbers)
    return dict(zip(_CURES, map(Counter, parts), strict=True))


def kept_words(words: str) -> str:
    """The parts that must stay, as the worksheet says it."""
    found = kept(words)
    strong = ["**"] if words.count("**") > 1 else []
    shown = [number for number in dict.fromkeys(_NUMBER.findall(words)) if _SEPARATORS.sub("", number) in found["number"]]
    return "  ".join([*found["placeholder"], *found["link to"], *found["name"], *strong, *shown])


def lost(words: str, translation: str, *, may_drop: frozenset[str] = frozenset()) -> list[tuple[str, str]]:
    """Every part that a translation lost or added: what is wrong, and the cure."""
    ours, theirs = kept(words), kept(translation)
    found: list[tuple[str, str]] = []
    for what, (cure, reason) in _CURES.items():
        for part in (ours[what] - theirs[what]).elements():
            if part not in may_drop:
                shown = _shown(part, words)
                found.append((f"the {what} {shown} is lost", cure.format(shown)))
        for part in (theirs[what] - ours[what]).elements():
            found.append((f"the {what} {_shown(part, translation)} is not in the words", f"take it out; {reason}"))
    strong, theirs_strong = words.count("**") // 2, translation.count("**") // 2
    if strong != theirs_strong:
        message = f"{strong} parts are between ** and **, and in the translation {theirs_strong}"
        found.append((message, "write ** before and after the same words"))
    return found


def _shown(part: str, text: str) -> str:
    """A number with its separators, as the text has it."""
    return next((number for number in _NUMBER.findall(text) if _SEPARATORS.sub("", number) == part), part)
