"""Rewrites texts for the chosen nation, so that no sentence begins with a number of another one.

Three forms of sentence are known, and the content uses no other (tests/render/test_nation_numbers.py):
- "call 111, or Lifeline in Northern Ireland": the nation's own service stays, with the option to choose if 111 names one;
- an item that begins "In England and Wales:" or "Scotland:": left out for the others, unless nothing would be left;
- a last sentence that begins "In Northern Ireland," and links to a service: left out for the others.
"""

import re
from typing import TypeVar, cast

import msgspec

from ketaguide import crisis
from ketaguide.model.block import BulletList
from ketaguide.model.contact import Nation
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


def _items(items: tuple[Prose, ...], nation: Nation) -> tuple[Prose, ...]:
    """The items of a list without those for other nations."""
    kept = tuple(item for item in items if not _is_for_others(_ITEM.match(item.text), nation))
    return kept if kept and len(kept) < len(items) else items


def _is_for_others(found: re.Match[str] | None, nation: Nation) -> bool:
    return found is not None and crisis.NATION_NAMES[nation] not in re.split(", | and ", found["nations"])


def _prose(prose: Prose, nation: Nation) -> Prose:
    """A text with the nation's own urgent service, and without a last sentence that names a service of others."""
    if not _NAMED.search(prose.text):
        return prose
    while found := _URGENT.search(prose.text):
        own = found.span("northern_ireland" if nation == "northern-ireland" else "shared")
        rest = (found.end(), len(prose.text))
        prose = Prose((*_cut(prose, 0, found.start()), *_cut(prose, *own), *_cut(prose, *rest)))
    last = _LAST.search(prose.text)
    if last and _is_for_others(last, nation) and any(span.scheme == "contact" for span in _cut(prose, *last.span())):
        return Prose(_cut(prose, 0, last.start() - 1))
    return prose


def _cut(prose: Prose, start: int, end: int) -> tuple[Span, ...]:
    """The spans between two positions of the text."""
    spans, at = [], 0
    for span in prose.spans:
        text = span.text[max(start - at, 0) : max(end - at, 0)]
        at += len(span.text)
        if text:
            spans.append(msgspec.structs.replace(span, text=text))
    return tuple(spans)
