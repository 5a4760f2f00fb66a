"""Checks names in a site file: the name of a place or a team, with no promise of help in a crisis and no instruction."""

import re
from collections.abc import Iterator

from ketaguide.loading.lookalike import unaccented
from ketaguide.loading.problem import TextFault

_URGENCY = re.compile(
    r"emergenc|urgen|cris[ie]s|suicid|danger|distress|despair|at risk\b|\bsos\b|kryzys|krise|notfall|notruf|argyfwng|eigeandail"
)
"""Words for a crisis, in English and in languages of readers in the UK."""
_LINE = re.compile(
    r"\b(?:help|hot|life|safe|care|info|text|phone|talk|advice|support|crisis|emergency)?lines?\b|\b(?:tele)?phone|\bnumbers?\b"
)
_HELP = re.compile(r"\b(?:calls?|texts?|chats?|help|listen\w*|talk)\b")
_FOR_ALL = re.compile(
    r"\b(?:mental health|nhs|free\w*|confidential|national|uk|always|any ?time|instant\w*|immediate\w*|24 ?(?:hours?|hrs?|h|7)"
    r"|twenty four|(?:day|night) (?:and|or) (?:day|night)|round the clock)\b"
)
_PROMISED = re.compile(r"\b(?:help|hot|life|safe) ?lines?\b")
_PLACE = re.compile(
    r"\b(?:teams?|units?|wards?|clinics?|cent(?:re|er)s?|houses?|hubs?|cafes?|havens?|sanctuary|surger(?:y|ies)|practices?"
    r"|groups?|nurses?|hospitals?|pharmac(?:y|ies)|librar(?:y|ies)|chemists?)\b"
)
_GENERIC = frozenset(
    ("a", "and", "for", "in", "of", "or", "the", "urgent", "emergency", "crisis", "suicide", "suicidal", "distress", "danger",
     "nhs", "uk", "national", "mental", "health", "care", "help", "support", "free", "adult", "response", "prevention", "first",
     "service", "services")
)  # fmt: skip
"""Words that name no place of their own."""
_TOLD = re.compile(
    r"\b(?:get|seek|find|need|want)\b.*\bhelp\b|\b(?:help|talk|listen\w*|support)\b.*\b(?:now|here|tonight|today)\b"
    r"|\b(?:help|call|ring|dial|phone|text|try|use|contact|come)\b.*\b(?:us|me|here|this|now|tonight|first(?! floor| aid))\b"
)
_DRAWN = str.maketrans("01345@$!|", "oieasasii")


def name_faults(text: str) -> Iterator[TextFault]:
    """Yield the fault of a name that a person in a crisis could read as the number to call."""
    plain = _plain(text)
    if told := _TOLD.search(plain):
        yield f"the name {text!r} tells people what to do: {told[0]!r}", "write the name alone; expect holds the rest"
    elif promise := _promise(plain):
        advice = "write the name of a place or a team: Northside crisis team; for_whom says who it is for"
        yield f"the name {text!r} promises help in a crisis: {promise!r}", advice


def _plain(text: str) -> str:
    """The words of a name in small letters without accents and signs; a digit within a word is the letter it looks like."""
    small = unaccented(text).replace("'", "").split()
    words = (word.translate(_DRAWN) if word[:1].isalpha() else word for word in small)
    return " ".join(re.findall(r"\w+", " ".join(words)))


def _promise(plain: str) -> str:
    """The words in a name that promise help to anybody in a crisis; empty if none."""
    if line := _PROMISED.search(plain):
        return line[0]
    urgent, for_all, is_place = _URGENCY.search(plain), _FOR_ALL.search(plain), _PLACE.search(plain)
    way = _LINE.search(plain) or (None if is_place else _HELP.search(plain))
    if way and (what := urgent or for_all):
        return f"{what[0]} … {way[0]}"
    is_service = plain.endswith(" service") and not _GENERIC.issuperset(plain.split())
    return urgent[0] if urgent and not is_place and not is_service else ""
