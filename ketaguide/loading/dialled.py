"""Phone number checks for site files, including numbers hidden in words."""

import re
from collections.abc import Iterator

from ketaguide.loading.lookalike import Service, one_off
from ketaguide.model.dead_numbers import DEAD

MOST_DIGITS = 2
"""The longest run of digits that nobody could dial: 999 and 111 have three."""

_FORM = re.compile(r"[0-9]{2,6}( [0-9]{2,6})+", re.ASCII)
_WHOLE = re.compile(
    r"01(?:1[3-8]|[2-9]1)[0-9]{7}|01[02-9][02-9][0-9]{6,7}|02[03489][0-9]{8}|03[0347][0-9]{8}|07([1-57-9][0-9]{8}|624[0-9]{6})|080[08][0-9]{6,7}",
    re.ASCII,
)
"""Complete UK numbers: landline, 03, mobile and freephone."""
_MOBILE = re.compile(r"07.*", re.ASCII)
_COSTLY = re.compile(r"09|08[47]|07[06]|118|1?4?1?00|\+", re.ASCII)

_TIME = r"[0-9]{1,2}(?:[.:][0-5][0-9])? ?(?:am|pm|noon|midnight)\b|(?:[01]?[0-9]|2[0-4]):[0-5][0-9]"
_HARMLESS = re.compile(
    rf"(?<![0-9.:£])(?<![0-9] )(?:{_TIME}|24/7|365 days|£[0-9]{{1,3}}(?:\.[0-9][0-9])?|"
    r"\b(?-i:[A-Z]{1,2}[0-9][0-9A-Z]? [0-9][A-Z]{2})\b)(?![.:]?[0-9])(?! [0-9])",
    re.IGNORECASE | re.ASCII,
)
"""Clock times, prices and postcodes with no adjacent digit."""
_DIGITS = {
    "zero": "0", "oh": "0", "o": "0", "nought": "0", "naught": "0", "nil": "0", "one": "1", "two": "2", "three": "3",
    "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12",
    "hundred": "00",
}  # fmt: skip
_TIMES = {"double": 2, "triple": 3, "treble": 3}
_TOKEN = re.compile(r"[^\W_]+")
_LOOKS = str.maketrans("OoIl", "0011")


def number_faults(number: str, services: dict[str, Service], *, text: bool) -> Iterator[tuple[str, str]]:
    """Yield (message, advice) for a number that is costly, incomplete, disused, or the same as or close to another's."""
    if not _FORM.fullmatch(number) and not number.isdigit():
        yield f"{number[:40]!r} is not a phone number", 'write digits in groups: "0131 496 0000"'
        return
    digits = number.replace(" ", "")
    theirs = {known.replace(" ", ""): one for one in services.values() for known in one.numbers}
    if one := theirs.get(digits):
        yield f"{number!r} is the number of {one.name!r}", "the guide shows it already; remove it, or write this contact's own"
    elif near := next((one for known, one in theirs.items() if one.crisis and _nearly(digits, known)), None):
        message = f"{number!r} is nearly the number of {near.name!r}"
        yield message, "correct it; if it is right, give another way to reach them: people would mistake one for the other"
    elif right := DEAD.get(digits):
        yield f"the number {number!r} is dead or wrong", right
    elif _COSTLY.match(digits):
        yield f"{number!r} is a number that costs more than a call", "write an ordinary UK number: 01, 02, 03, 07, 0800 or 0808"
    elif not _WHOLE.fullmatch(digits):
        yield f"{number!r} is not a whole number of the UK", "write all of it, as it is rung from anywhere: 0131 496 0000"
    elif text and not _MOBILE.fullmatch(digits):
        yield f"{number!r} is not a number that takes texts at the usual price", "write a mobile number: 07700 900 000"
    elif not _FORM.fullmatch(number):
        yield f"{number!r} is not written in groups", 'write digits in groups: "0131 496 0000"'


def _nearly(digits: str, known: str) -> bool:
    """True when a reader could misdial one number as the other: one digit off, or digits added before or after it."""
    return one_off(known, digits) or (len(known) >= 6 and digits.lstrip("0").startswith(known.lstrip("0")))


def read_as_number(text: str) -> str:
    """A dialable number found in text, in digits or words (three digits or more); empty if none."""
    rest = _HARMLESS.sub(" time ", text)
    run, first, times, before, spelled = "", 0, 1, 0, False
    for token in _TOKEN.finditer(rest):
        word = token[0]
        small = word.casefold()
        if sum(map(str.isdigit, word)) > MOST_DIGITS or (word.isdigit() and word[0] == "0" and len(word) > 1):
            return word
        if small in _TIMES:
            times = _TIMES[small]
            continue
        if small in ("then", "x") or (small == "and" and spelled):
            continue
        spelled = small in _DIGITS
        digits = _DIGITS.get(small) or word.translate(_LOOKS)
        if not digits.isdigit():
            run, times = "", 1
            continue
        first = first if run else token.start()
        run, times, before = run + digits * times, 1, token.end()
        if len(run) > MOST_DIGITS:
            return rest[first:before]
    return ""
