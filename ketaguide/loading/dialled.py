"""Phone number checks for site files, including numbers hidden in words."""

import re
from collections.abc import Container, Iterator, Mapping

from ketaguide.loading.lookalike import ServiceDetails, one_off, unaccented
from ketaguide.loading.problem import TextFault
from ketaguide.model.profile import Phones

MOST_DIGITS = 2
"""The longest run of digits that nobody could dial: 999 and 111 have three."""

_FORM = re.compile(r"[0-9]{2,6}( [0-9]{2,6})+", re.ASCII)
_TIME = r"[0-9]{1,2}(?:[.:][0-5][0-9])? ?(?:am|pm|noon|midnight)\b|(?:[01]?[0-9]|2[0-4]):[0-5][0-9]"
_HARMLESS = re.compile(
    rf"(?<![0-9.:£])(?<![0-9] )(?:{_TIME}|24/7|twenty.four.seven|365 days|£[0-9]{{1,3}}(?:\.[0-9][0-9])?|"
    r"\b(?-i:[A-Z]{1,2}[0-9][0-9A-Z]? [0-9][A-Z]{2})\b)(?![.:]?[0-9])(?! [0-9])",
    re.IGNORECASE | re.ASCII,
)
"""Clock times, prices and postcodes with no adjacent digit."""
_DIGITS = {
    "zero": "0", "oh": "0", "o": "0", "nought": "0", "naught": "0", "nil": "0", "one": "1", "two": "2", "three": "3",
    "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12",
    "twenty": "2", "thirty": "3", "forty": "4", "fifty": "5", "sixty": "6", "seventy": "7", "eighty": "8", "ninety": "9",
    "hundred": "00", "ix": "9", "xi": "11",
}  # fmt: skip
_ELSEWHERE = (
    "zero un deux trois quatre cinq six sept huit neuf", "null eins zwei drei vier funf sechs sieben acht neun",
    "nul een twee drie vier vijf zes zeven acht negen", "cero uno dos tres cuatro cinco seis siete ocho nueve",
    "zero uno due tre quattro cinque sei sette otto nove", "zero um dois tres quatro cinco seis sete oito nove",
    "zero unu doi trei patru cinci sase sapte opt noua", "zero jeden dwa trzy cztery piec szesc siedem osiem dziewiec",
    "dim un dau tri pedwar pump chwech saith wyth naw", "neoni aon dha tri ceithir coig sia seachd ochd naoi",
    "naid haon do tri ceathair cuig se seacht ocht naoi",
)  # fmt: skip
"""Nought to nine in French, German, Dutch, Spanish, Italian, Portuguese, Romanian, Polish, Welsh, Gaelic and Irish."""
_ALL_DIGITS = {word: str(digit) for line in _ELSEWHERE for digit, word in enumerate(line.split())} | {
    "ein": "1", "zwo": "2", "dwy": "2", "tair": "3", "pedair": "4", "onze": "11", "elf": "11", "cent": "00", "hundert": "00",
    **_DIGITS,
}  # fmt: skip
_SPELLED = "|".join(sorted((word for word in _ALL_DIGITS if len(word) > 2), key=len, reverse=True))
_JOINED = re.compile(rf"(?:(?:{_SPELLED})(?:und|and|zig|ssig)?)+")
_ROMAN = ("cxi", "cxii", "cxvi", "cxix", "cmxi", "mcxi", "cmxcix", "cmlxxxviii")
"""Emergency numbers in Roman numerals."""
_AND_ELSEWHERE = ("and", "et", "und", "en", "y", "e", "i", "a")
_TIMES = {"double": 2, "triple": 3, "treble": 3}
_TOKEN = re.compile(r"[^\W_]+")
_LOOKS = str.maketrans("OoIl", "0011")


def number_faults(number: str, services: dict[str, ServiceDetails], phones: Phones, *, text: bool) -> Iterator[TextFault]:
    """Yield the fault of a number that is costly, incomplete, disused, or the same as or close to another's."""
    if not _FORM.fullmatch(number) and not number.isdigit():
        yield f"{number[:40]!r} is not a phone number", f'write digits in groups: "{phones.like}"'
        return
    digits = number.replace(" ", "")
    theirs = {known.replace(" ", ""): one for one in services.values() for known in one.numbers}
    if one := theirs.get(digits):
        yield f"{number!r} is the number of {one.name!r}", "the guide shows it already; remove it, or write this contact's own"
    elif near := next((one for known, one in theirs.items() if one.crisis and _nearly(digits, known)), None):
        message = f"{number!r} is nearly the number of {near.name!r}"
        yield message, "correct it; if it is right, give another way to reach them: people would mistake one for the other"
    elif right := next((dead.instead for dead in phones.dead if dead.said == digits), ""):
        yield f"the number {number!r} is dead or wrong", right
    elif phones.costly and re.match(phones.costly, digits, re.ASCII):
        begin = f": {phones.begin}" if phones.begin else ""
        yield f"{number!r} is a number that costs more than a call", f"write an ordinary number{begin}"
    elif phones.whole and not re.fullmatch(phones.whole, digits, re.ASCII):
        yield f"{number!r} is not a whole number", f"write all of it, as it is rung from anywhere: {phones.like}"
    elif text and phones.texts and not re.fullmatch(phones.texts, digits, re.ASCII):
        yield f"{number!r} is not a number that takes texts at the usual price", f"write a mobile number: {phones.like_text}"
    elif not _FORM.fullmatch(number):
        yield f"{number!r} is not written in groups", f'write digits in groups: "{phones.like}"'


def _nearly(digits: str, known: str) -> bool:
    """True when a reader could misdial one number as the other: one digit off, or digits added before or after it."""
    return one_off(known, digits) or (len(known) >= 6 and digits.lstrip("0").startswith(known.lstrip("0")))


def read_as_number(text: str) -> str:
    """A dialable number found in text, in digits or words (three digits or more); empty if none."""
    rest = _HARMLESS.sub(" time ", text)
    return _dialled(rest, _DIGITS, ("then", "x"), ("and",)) or _dialled(rest, _ALL_DIGITS, ("x",), _AND_ELSEWHERE, words=2)


def _dialled(text: str, known: Mapping[str, str], skipped: Container[str], between: Container[str], words: int = 0) -> str:
    """A number of figures and known words, of which at least `words` are not English ("12 Sept" is a date)."""
    run, first, times, before, spelled, foreign = "", 0, 1, 0, False, 0
    for token in _TOKEN.finditer(text):
        word = token[0]
        small = unaccented(word)
        if (
            sum(map(str.isdigit, word)) > MOST_DIGITS
            or (word.isdigit() and word[0] == "0" and len(word) > 1)
            or small in _ROMAN
        ):
            return word
        if small in _TIMES:
            times = _TIMES[small]
            continue
        if small in skipped or (small in between and spelled):
            continue
        read = known.get(small) or (_joined(small) if words else "")
        spelled = bool(read)
        digits = read or word.translate(_LOOKS)
        if not digits.isdigit():
            run, times, foreign = "", 1, 0
            continue
        foreign += spelled and small not in _DIGITS
        first = first if run else token.start()
        run, times, before = run + digits * times, 1, token.end()
        if len(run) > MOST_DIGITS and (foreign >= words or (len(digits) > MOST_DIGITS and spelled)):
            return text[first:before]
    return ""


def _joined(word: str) -> str:
    """The digits of number words written as one word: "neunneunneun"; empty if it is not such a word."""
    return "".join(_ALL_DIGITS[one] for one in re.findall(_SPELLED, word)) if _JOINED.fullmatch(word) else ""
