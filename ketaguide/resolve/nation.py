"""Rewrites texts for the chosen nation, so that no sentence begins with a number of another one.

Three forms of sentence are known, and the content uses no other (tests/render/test_nation_numbers.py):
- "call 111, or Elm line in the North", a phrase of the profile: the nation's own service stays;
- an item that begins "In England and Wales:" or "Scotland:": left out for the others, unless nothing would be left;
- a last sentence that begins "In Northern Ireland," and links to a service: left out for the others.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import TypeVar, cast

import msgspec

from ketaguide.model.block import Block, BulletList
from ketaguide.model.contact import Nation
from ketaguide.model.guide import Section
from ketaguide.model.options import GridCell
from ketaguide.model.profile import ProfileNation
from ketaguide.model.prose import Prose, Span
from ketaguide.model.walk import word_fields
from ketaguide.resolve.view import GuideView

T = TypeVar("T")
H = TypeVar("H", bound=Block | GridCell)

NationText = tuple[tuple[Nation, ...], Prose]
"""A piece of a text, or an item of a list, with the nations whose readers see it; all where nobody is left out."""


def shown(parts: Iterable[H], nation: Nation | None) -> Iterator[H]:
    """Yield the parts that are for a nation (None: all)."""
    return (part for part in parts if nation is None or not part.nations or nation in part.nations)


def for_nation(value: T, view: GuideView) -> T:
    """Rewrite every text of a value for the view's nation; with none chosen, the value as it is."""
    return cast(T, _forms(view).rewritten(value, view.nation)) if view.nation else value


def summary_for(section: Section, view: GuideView) -> tuple[Prose, ...]:
    """The summary of a page for the view's nation."""
    return for_nation(_forms(view).items(section.summary, view.nation), view) if view.nation else section.summary


def parts_by_nation(prose: Prose, view: GuideView) -> tuple[NationText, ...]:
    """A text cut where nations see different words, in order; whole for a reader who has chosen one."""
    nations, forms = view.profile.ids, _forms(view)
    is_cut = view.nation is None and forms.names_one(prose.text)
    kept = {nation: forms.kept(prose, nation) for nation in nations} if is_cut else {}
    cuts = sorted({0, len(prose.text), *(at for ranges in kept.values() for found in ranges for at in found)})
    if len(cuts) == 2:
        return ((nations, prose),)
    return tuple(
        (tuple(one for one in nations if any(a <= start and end <= b for a, b in kept[one])), Prose(_cut(prose, start, end)))
        for start, end in pairwise(cuts)
    )


def items_by_nation(items: tuple[Prose, ...], view: GuideView) -> tuple[NationText, ...]:
    """The items of a list with the nations whose lists have them; for all once a nation is chosen."""
    if view.nation:
        return tuple((view.profile.ids, item) for item in items)
    lists = {nation: {id(item) for item in _forms(view).items(items, nation)} for nation in view.profile.ids}
    return tuple((tuple(nation for nation in lists if id(item) in lists[nation]), item) for item in items)


def _forms(view: GuideView) -> "_Forms":
    lists = view.edition.meta.lists
    between = (lists.between, lists.last) if lists else (", ",)
    return _Forms(view.profile.nations, view.profile.either, view.labels.for_nations, between)


_NEVER = "(?!)"
_PIECE = re.compile(r"\{([a-z0-9, -]+): ([^{}]+)\}")


@lru_cache(maxsize=4)
class _Forms:
    """The forms of sentences that name nations of a country, in the words of an edition: "In {nations}:"."""

    def __init__(
        self, nations: tuple[ProfileNation, ...], either: tuple[str, ...], label: str, between: tuple[str, ...]
    ) -> None:
        lead, end = map(re.escape, label.split("{nations}")) if label.count("{nations}") == 1 else (_NEVER, "")
        self._between = "|".join(map(re.escape, between))
        self._names = {nation.id: nation.name for nation in nations}
        name = "|".join(map(re.escape, sorted(self._names.values(), key=len, reverse=True))) or _NEVER
        several = rf"(?P<nations>(?:{name})(?:(?:{self._between})(?:{name}))*)"
        self._named = re.compile(name)
        self._item = re.compile(rf"(?:{lead})?{several}{end}")
        self._last = re.compile(rf"(?<=[.!?] ){lead}{several},? [^.!?]*[.!?]$")
        self._groups: list[tuple[Nation, ...]] = []
        phrases = "|".join(map(self._phrase, either)) or _NEVER
        self._urgent = re.compile(rf"(?:{phrases})(?:,(?= ))?")

    def _phrase(self, phrase: str) -> str:
        """A pattern for a phrase, with a group for each of its pieces, whose nations are noted."""
        pattern, at = "", 0
        for piece in _PIECE.finditer(phrase):
            self._groups.append(tuple(piece[1].split(", ")))
            pattern += f"{re.escape(phrase[at : piece.start()])}({re.escape(piece[2])})"
            at = piece.end()
        return pattern + re.escape(phrase[at:])

    def names_one(self, text: str) -> bool:
        """True for a text that names a nation."""
        return self._named.search(text) is not None

    def rewritten(self, value: object, nation: Nation) -> object:
        """A value with every text in it rewritten; the value itself where nothing changes."""
        if isinstance(value, Prose):
            return self._prose(value, nation)
        if isinstance(value, str):
            return self._prose(Prose((Span(value),)), nation).text if self._urgent.search(value) else value
        if isinstance(value, tuple):
            new = tuple(self.rewritten(item, nation) for item in value)
            return new if any(now is not before for now, before in zip(new, value, strict=True)) else value
        if isinstance(value, msgspec.Struct):
            changed: dict[str, object] = {}
            for name in word_fields(type(value)):
                before = getattr(value, name)
                if isinstance(value, BulletList) and name == "items":
                    before = self.items(before, nation)
                if (now := self.rewritten(before, nation)) is not getattr(value, name):
                    changed[name] = now
            return msgspec.structs.replace(value, **changed) if changed else value
        return value

    def items(self, items: tuple[Prose, ...], nation: Nation) -> tuple[Prose, ...]:
        """The items of a list without those for other nations."""
        kept = tuple(item for item in items if not self._is_for_others(self._item.match(item.text), nation))
        return kept if kept and len(kept) < len(items) else items

    def kept(self, prose: Prose, nation: Nation) -> list[tuple[int, int]]:
        """The ranges of a text that a nation's readers see, in order."""
        last = self._last.search(prose.text)
        is_out = (
            last and self._is_for_others(last, nation) and any(span.scheme == "contact" for span in _cut(prose, *last.span()))
        )
        return list(self._around(prose.text, nation, last.start() - 1 if last and is_out else len(prose.text)))

    def _is_for_others(self, found: re.Match[str] | None, nation: Nation) -> bool:
        return found is not None and self._names[nation] not in re.split(self._between, found["nations"])

    def _prose(self, prose: Prose, nation: Nation) -> Prose:
        """A text with the nation's own urgent service, and without a last sentence that names a service of others."""
        ranges = self.kept(prose, nation) if self.names_one(prose.text) else []
        if len(ranges) < 2 and (not ranges or ranges[0] == (0, len(prose.text))):
            return prose
        return Prose(tuple(span for start, end in ranges for span in _cut(prose, start, end)))

    def _around(self, text: str, nation: Nation, end: int) -> Iterator[tuple[int, int]]:
        start = 0
        for found in self._urgent.finditer(text, 0, end):
            pieces = (at for at, nations in enumerate(self._groups, 1) if found[at] is not None and nation in nations)
            if own := next(pieces, 0):
                yield from ((start, found.start()), found.span(own))
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
