"""A guide in which every word that an author can write means harm: by the types of the model, so no field is forgotten."""

from collections.abc import Callable
from functools import cache
from itertools import cycle
from typing import Any

import msgspec
from msgspec import inspect

from ketaguide import crisis
from ketaguide.model.guide import Guide
from ketaguide.model.overlay import Overlay
from ketaguide.model.prose import Prose, Scheme, Span
from ketaguide.session.takeaway import BRINGS

PAYLOAD = "\"'><script>pwned()</script><img src=x onerror=pwned()><a href=javascript:pwned() style=x></style></details>"
TEMPLATE = "{{ pwned() }}{% raise %}"
ADDRESSES = (
    "javascript:pwned()", " JavaScript:pwned()", "data:text/html,<script>pwned()</script>", "//example.org/x",
    "https://example.org/\" onmouseover=pwned() x=\"", "https://example.org/'><img src=x onerror=pwned()>",
    "https:javascript:pwned()", "vbscript:pwned()",
)  # fmt: skip
SCHEMES: tuple[Scheme, ...] = ("term", "section", "contact")
Change = Callable[[str, str], str]
"""(name of the field, words) to what stands there instead."""


def harm(guide: Guide, payload: str = PAYLOAD) -> Change:
    """Every text followed by markup that runs, every web address one that runs, each kind in turn.

    Ids too, the same everywhere so that they still find one another, but those that loading or the program knows by name.
    """
    held = {*(page for edition in guide.editions.values() for page in edition.sections), *guide.meta.order}
    held |= {crisis.EMERGENCY, *crisis.URGENT.values(), crisis.TALK, BRINGS, ""}
    turn = cycle(ADDRESSES)

    def change(name: str, words: str) -> str:
        if words in held:
            return words
        return next(turn) if name in ("url", "website") else words + payload

    return change


def spoiled(value: Any, change: Change, name: str = "", kind: Any = None) -> Any:
    """A copy of a value of the model with every text changed that no type holds to a pattern or to a list of words."""
    kind = kind.type if isinstance(kind, inspect.Metadata) else kind
    if isinstance(value, str):
        held = isinstance(kind, inspect.LiteralType) or (isinstance(kind, inspect.StrType) and kind.pattern)
        return value if held else change(name, value)
    if isinstance(value, Prose):
        return _spoiled_prose(value, change)
    if isinstance(value, msgspec.Struct):
        inner = _worded(change) if not _is_template(value) else change
        fields = {
            field.encode_name: spoiled(getattr(value, field.encode_name), inner, field.encode_name, field.type)
            for field in _fields(type(value))
        }
        return msgspec.structs.replace(value, **fields)
    if isinstance(value, tuple):
        item = getattr(kind, "item_type", None)
        return tuple(spoiled(one, change, name, item) for one in value)
    if isinstance(value, dict):
        keys, items = getattr(kind, "key_type", None), getattr(kind, "value_type", None)
        return {spoiled(key, change, name, keys): spoiled(one, change, name, items) for key, one in value.items()}
    return value


def _is_template(value: msgspec.Struct) -> bool:
    """Whether the program fills its words in; a brace too many there is refused when the guide is loaded."""
    return ".interface" in type(value).__module__ or ".speech" in type(value).__module__


def _worded(change: Change) -> Change:
    """The change, and what a template engine would run."""
    return lambda name, words: changed if (changed := change(name, words)) == words else changed + TEMPLATE * _is_words(name)


def _is_words(name: str) -> bool:
    """Whether a field is read by people; ids are compared with one another and must stay equal."""
    return name in ("title", "text", "name", "statement", "caveat", "funding", "publisher", "heading", "for_whom", "hours")


@cache
def _fields(kind: type) -> tuple[inspect.Field, ...]:
    found = inspect.type_info(kind)
    assert isinstance(found, inspect.StructType)
    return found.fields


def _spoiled_prose(prose: Prose, change: Change) -> Prose:
    """Every run of text changed, and links of every kind to nowhere good."""
    spans = [Span(change("text", one.text), one.strong, one.scheme, change("target", one.target)) for one in prose.spans]
    more = [Span(PAYLOAD, scheme=scheme, target=target) for scheme in SCHEMES for target in (PAYLOAD, *ADDRESSES[:2])]
    return Prose((*spans, Span(PAYLOAD, strong=True), *more))


def hostile_site(change: Change) -> Overlay:
    """A site file that means harm, in every field that loading does not hold to a form."""
    site = Overlay(name="Elm", hours="8am", logo_text="Elm")
    return msgspec.structs.replace(site, **{name: change(name, getattr(site, name)) for name in ("name", "hours", "logo_text")})
