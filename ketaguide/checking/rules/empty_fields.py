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

import msgspec

from ketaguide.checking.context import LintContext
from ketaguide.checking.parts import Finding, Place

ID = "empty-fields"
LEVEL = "error"
_MAY_BE_EMPTY = {"questions", "do", "dont"}
"""Lists that have a rule of their own, or where one of two is enough."""


def check(context: LintContext) -> Iterator[Finding]:
    """Required fields with nothing in them."""
    for start, value in context.structs:
        required = _required(type(value))
        for name in value.__struct_fields__:
            for place in _empty(getattr(value, name), start, name, name in required):
                yield Finding(place, f"{name!r} is empty", "fill it in")


def _empty(item: object, start: Place, name: str, required: bool) -> Iterator[Place]:
    """Positions in a field that have nothing in them: all of it, or an item of its list."""
    if item in ("", ()):
        if required:
            yield start.at(name)
    elif isinstance(item, tuple) and "" in item:
        yield from (start.at(name, at) for at, each in enumerate(item) if each == "")


@cache
def _required(type_: type[msgspec.Struct]) -> frozenset[str]:
    fields = {field.name for field in msgspec.structs.fields(type_) if field.required}
    return frozenset(fields - _MAY_BE_EMPTY)
