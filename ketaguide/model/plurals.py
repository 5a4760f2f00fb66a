"""Counted words: the forms that a language has, and the rule for each. Source: Unicode CLDR, language plural rules."""

import re
from functools import cache
from typing import Literal

from ketaguide.model.base import StrictStruct

PluralForm = Literal["zero", "one", "two", "few", "many", "other"]
FORMS: tuple[PluralForm, ...] = ("zero", "one", "two", "few", "many", "other")
"""Every form that CLDR knows, in its order; `other` takes the numbers that no rule takes."""


class Plurals(StrictStruct, frozen=True, kw_only=True):
    """The forms of counted words beyond `other`, and the numbers that take each.

    A rule is written as in CLDR: `n % 10 = 2..4 and n % 100 != 12..14`. Only whole numbers are counted, so `i` is the
    number too, and `v`, `w`, `f`, `t`, `c` and `e` are 0. A form that is left out is none of the language's.
    """

    zero: str = ""
    """Numbers that take this form. Example: n = 0"""
    one: str = ""
    """Numbers that take this form. Example: n = 1"""
    two: str = ""
    """Numbers that take this form. Example: n = 2"""
    few: str = ""
    """Numbers that take this form. Example: n % 100 = 3..10"""
    many: str = ""
    """Numbers that take this form. Example: n = 6"""

    @property
    def forms(self) -> tuple[PluralForm, ...]:
        """The forms of the language, in CLDR's order."""
        return tuple(form for form in FORMS if form == "other" or getattr(self, form))

    def form(self, n: int) -> PluralForm:
        """The form that a number takes."""
        return next((form for form in self.forms if form != "other" and holds(getattr(self, form), n)), "other")


class Counted(StrictStruct, frozen=True, kw_only=True):
    """A text about a number, "{n}", in every form that the language of its edition has."""

    zero: str = ""
    """The form for the numbers that plurals in edition.yaml gives it, and so for the others. Example: no pages"""
    one: str = ""
    """A form of plurals. Example: '{n} page'"""
    two: str = ""
    """A form of plurals. Example: '{n} pages'"""
    few: str = ""
    """A form of plurals. Example: '{n} pages'"""
    many: str = ""
    """A form of plurals. Example: '{n} pages'"""
    other: str
    """The form for all other numbers. Example: '{n} pages'"""


def form_of(words: Counted, n: int, plurals: Plurals | None) -> str:
    """The form of a counted text that a number takes."""
    return str(getattr(words, plurals.form(n) if plurals else "other"))


_RELATION = re.compile(r"\s*([nivwftce])\s*(?:%\s*([1-9][0-9]{0,6}))?\s*(!?=)\s*([0-9., ]+?)\s*")
_RANGE = re.compile(r"\s*([0-9]{1,9})(?:\.\.([0-9]{1,9}))?\s*")


_Relation = tuple[str, int, bool, list[range]]
"""(operand, modulus or 0 for none, True for =, ranges)."""


@cache
def _parsed(rule: str) -> list[list[_Relation]]:
    """A rule as alternatives of relations. ValueError if it is none."""
    return [[_relation(part) for part in re.split(r"\band\b", either)] for either in re.split(r"\bor\b", rule)]


def _relation(text: str) -> _Relation:
    found = _RELATION.fullmatch(text)
    ranges = [_RANGE.fullmatch(part) for part in found[4].split(",")] if found else []
    if found is None or not all(ranges):
        raise ValueError(f"{text.strip()!r} is not a relation")
    values = [range(int(one[1]), int(one[2] or one[1]) + 1) for one in ranges if one]
    return found[1], int(found[2] or 0), found[3] == "=", values


def holds(rule: str, n: int) -> bool:
    """True if a whole number satisfies a plural rule of CLDR. ValueError if it is none."""
    return any(all(_is_so(n, *relation) for relation in either) for either in _parsed(rule))


def _is_so(n: int, operand: str, modulus: int, equal: bool, ranges: list[range]) -> bool:
    value = n if operand in "ni" else 0
    value = value % modulus if modulus else value
    return any(value in one for one in ranges) == equal
