"""A guide with an attack in every text field, found by the types of the model, so that none is missed."""

from collections.abc import Callable
from functools import cache
from itertools import cycle
from typing import Any

import msgspec
from msgspec import inspect

from ketaguide import crisis
from ketaguide.model.guide import Guide
from ketaguide.model.overlay import Overlay
from ketaguide.model.plurals import Plurals
from ketaguide.model.prose import Prose, Scheme, Span

PAYLOAD = "\"'><script>pwned()</script><img src=x onerror=pwned()><a href=javascript:pwned() style=x></style></details>"
TEMPLATE = "{{ pwned() }}{% raise %}"
ADDRESSES = (
    "javascript:pwned()", " JavaScript:pwned()", "data:text/html,<script>pwned()</script>", "//example.org/x",
    "https://example.org/\" onmouseover=pwned() x=\"", "https://example.org/'><img src=x onerror=pwned()>",
    "https:javascript:pwned()", "vbscript:pwned()",
)  # fmt: skip
SCHEMES: tuple[Scheme, ...] = ("term", "section", "contact")
PATTERNS = ("folder", "pattern", "elsewhere", "whole", "costly", "texts", "begin", "either", "language")
"""Fields of editions and profiles that loading holds to a form, as rules of plurals are: names, expressions, languages."""
Change = Callable[[str, str], str]
"""(name of the field, text) → its replacement."""


def harm(guide: Guide, payload: str = PAYLOAD) -> Change:
    """Append executable markup to every text and replace every web address with an executable one, each kind in turn.

    Ids too, the same everywhere so that they still find one another, but those that loading or the program knows by name.
    """
    held = {*(page for edition in guide.editions.values() for page in edition.sections), *guide.meta.order}
    held |= {crisis.EMERGENCY, *crisis.URGENT.values(), crisis.TALKS[0], "gp-what-to-bring", ""}
    turn = cycle(ADDRESSES)

    def change(name: str, words: str) -> str:
        if words in held or name in PATTERNS:
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
    if isinstance(value, Plurals):
        return value
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
    """True if the program fills in its placeholders; loading refuses further braces there."""
    return ".interface" in type(value).__module__ or ".speech" in type(value).__module__


def _worded(change: Change) -> Change:
    """Extend a change by code that a template engine would run."""
    return lambda name, words: changed if (changed := change(name, words)) == words else changed + TEMPLATE * _is_words(name)


def _is_words(name: str) -> bool:
    """True if a field is shown to readers; ids are compared with each other and must stay equal."""
    return name in ("title", "text", "name", "statement", "caveat", "funding", "publisher", "heading", "for_whom", "hours")


@cache
def _fields(kind: type) -> tuple[inspect.Field, ...]:
    found = inspect.type_info(kind)
    assert isinstance(found, inspect.StructType)
    return found.fields


def _spoiled_prose(prose: Prose, change: Change) -> Prose:
    """Change every run of text and add hostile links of every kind."""
    spans = [Span(change("text", one.text), one.strong, one.scheme, change("target", one.target)) for one in prose.spans]
    more = [Span(PAYLOAD, scheme=scheme, target=target) for scheme in SCHEMES for target in (PAYLOAD, *ADDRESSES[:2])]
    return Prose((*spans, Span(PAYLOAD, strong=True), *more))


def hostile_site(change: Change) -> Overlay:
    """A site file with an attack in every field that loading does not restrict to a format."""
    site = Overlay(name="Elm", hours="8am", logo_text="Elm")
    return msgspec.structs.replace(site, **{name: change(name, getattr(site, name)) for name in ("name", "hours", "logo_text")})
