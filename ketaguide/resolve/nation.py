"""Rewrites texts for the chosen nation, so that no sentence begins with a number of another one.

Three forms of sentence are known, and the content uses no other (tests/render/test_nation_numbers.py):
- "call 111, or Lifeline in Northern Ireland": the nation's own service stays, with the option to choose if 111 names one;
- an item that begins "In England and Wales:" or "Scotland:": left out for the others, unless nothing would be left;
- a last sentence that begins "In Northern Ireland," and links to a service: left out for the others.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TypeVar, cast

import msgspec

from ketaguide import crisis
from ketaguide.model.block import BulletList
from ketaguide.model.contact import NATIONS, Nation
from ketaguide.model.guide import Section
from ketaguide.model.prose import Prose, Span
from ketaguide.model.walk import word_fields

T = TypeVar("T")

_NAME = "|".join(crisis.NATION_NAMES.values())
_NATIONS = rf"(?P<nations>(?:{_NAME})(?:(?:, | and )(?:{_NAME}))*)"
_NAMED = re.compile(_NAME)
_ITEM = re.compile(rf"(?:In )?{_NATIONS}:")
_LAST = re.compile(rf"(?<=[.!?] )In {_NATIONS},? [^.!?]*[.!?]$")
_URGENT = re.compile(
    r"(?P<shared>111(?: and choose the mental health option)?), or (?:call )?(?P<northern_ireland>Lifeline) in Northern Ireland"
    r"(?P<comma>,(?= ))?"
)


def for_nation(value: T, nation: Nation | None) -> T:
    """Rewrite every text of a value for a nation; None returns the value as it is."""
    return cast(T, _rewritten(value, nation)) if nation else value


def summary_for(section: Section, nation: Nation | None) -> tuple[Prose, ...]:
    """The summary of a page for a nation."""
    return for_nation(_items(section.summary, nation), nation) if nation else section.summary


def _rewritten(value: object, nation: Nation) -> object:
    if isinstance(value, Prose):
        return _prose(value, nation)
    if isinstance(value, str):
        return _prose(Prose((Span(value),)), nation).text if "Lifeline" in value else value
    if isinstance(value, tuple):
        new = tuple(_rewritten(item, nation) for item in value)
        return new if any(now is not before for now, before in zip(new, value, strict=True)) else value
    if isinstance(value, msgspec.Struct):
        changed: dict[str, object] = {}
        for name in word_fields(type(value)):
            before = getattr(value, name)
            if isinstance(value, BulletList) and name == "items":
                before = _items(before, nation)
            if (now := _rewritten(before, nation)) is not getattr(value, name):
                changed[name] = now
        return msgspec.structs.replace(value, **changed) if changed else value
    return value


Part = tuple[tuple[Nation, ...], Prose]
"""A piece of a text, or an item of a list, with the nations whose readers see it; all four where nobody is left out."""


def parts_by_nation(prose: Prose) -> tuple[Part, ...]:
    """A text cut where nations see different words: what all four see with no nation chosen, in order."""
    kept = {nation: _kept(prose, nation) for nation in NATIONS} if _NAMED.search(prose.text) else {}
    cuts = sorted({0, len(prose.text), *(at for ranges in kept.values() for found in ranges for at in found)})
    if len(cuts) == 2:
        return ((NATIONS, prose),)
    return tuple(
        (tuple(one for one in NATIONS if any(a <= start and end <= b for a, b in kept[one])), Prose(_cut(prose, start, end)))
        for start, end in pairwise(cuts)
    )


def items_by_nation(items: tuple[Prose, ...]) -> tuple[Part, ...]:
    """The items of a list with the nations whose lists have them."""
    lists = {nation: {id(item) for item in _items(items, nation)} for nation in NATIONS}
    return tuple((tuple(nation for nation in NATIONS if id(item) in lists[nation]), item) for item in items)


def _items(items: tuple[Prose, ...], nation: Nation) -> tuple[Prose, ...]:
    """The items of a list without those for other nations."""
    kept = tuple(item for item in items if not _is_for_others(_ITEM.match(item.text), nation))
    return kept if kept and len(kept) < len(items) else items


def _is_for_others(found: re.Match[str] | None, nation: Nation) -> bool:
    return found is not None and crisis.NATION_NAMES[nation] not in re.split(", | and ", found["nations"])


def _prose(prose: Prose, nation: Nation) -> Prose:
    """A text with the nation's own urgent service, and without a last sentence that names a service of others."""
    ranges = _kept(prose, nation) if _NAMED.search(prose.text) else []
    if len(ranges) < 2 and (not ranges or ranges[0] == (0, len(prose.text))):
        return prose
    return Prose(tuple(span for start, end in ranges for span in _cut(prose, start, end)))


def _kept(prose: Prose, nation: Nation) -> list[tuple[int, int]]:
    """The ranges of a text that a nation's readers see, in order."""
    last = _LAST.search(prose.text)
    is_out = last and _is_for_others(last, nation) and any(span.scheme == "contact" for span in _cut(prose, *last.span()))
    end = last.start() - 1 if last and is_out else len(prose.text)
    return list(_around(prose.text, nation, end))


def _around(text: str, nation: Nation, end: int) -> Iterator[tuple[int, int]]:
    start = 0
    for found in _URGENT.finditer(text, 0, end):
        own = found.span("northern_ireland" if nation == "northern-ireland" else "shared")
        yield from ((start, found.start()), own)
        start = found.end()
    yield (start, end)


def _cut(prose: Prose, start: int, end: int) -> tuple[Span, ...]:
    """The spans between two positions of the text."""
    spans, at = [], 0
    for span in prose.spans:
        text = span.text[max(start - at, 0) : max(end - at, 0)]
        at += len(span.text)
        if text:
            spans.append(msgspec.structs.replace(span, text=text))
    return tuple(spans)
