"""Nothing that must be filled in is left empty.

A required text or list that is empty leaves a gap on the page: a heading of nothing, a card without bullets. What may
be left out is simply left out. Source: our design, "what a type can require is a required field".

Passes:
    en/sections/risks.yaml: {title: Risks of test syrup}

Fails:
    en/sections/risks.yaml: {title: "", blocks: [{kind: list, items: []}]}
"""

from collections.abc import Iterator
from functools import cache
from typing import Any

import msgspec

from ketaguide.checking.draft import Draft
from ketaguide.checking.parts import Found, Place

ID = "empty-fields"
LEVEL = "error"
_MAY_BE_EMPTY = {"questions", "do", "dont"}
"""Lists that have a rule of their own, or where one of two is enough."""


def check(draft: Draft) -> Iterator[Found]:
    """Required fields with nothing in them."""
    for start, value in draft.files():
        for place in _empty(value, start):
            yield Found(place, f"{place.path[-1]!r} is empty", "fill it in")


def _empty(value: Any, place: Place) -> Iterator[Place]:
    if isinstance(value, msgspec.Struct):
        required = _required(type(value))
        for name in value.__struct_fields__:
            item = getattr(value, name)
            if not item and isinstance(item, str | tuple):
                if name in required:
                    yield place.at(name)
            elif isinstance(item, tuple | msgspec.Struct):
                yield from _empty(item, place.at(name))
    elif isinstance(value, tuple):
        for at, item in enumerate(value):
            if item == "":
                yield place.at(at)
            else:
                yield from _empty(item, place.at(at))


@cache
def _required(type_: type[msgspec.Struct]) -> frozenset[str]:
    fields = {field.name for field in msgspec.structs.fields(type_) if field.required}
    return frozenset(fields - _MAY_BE_EMPTY)
