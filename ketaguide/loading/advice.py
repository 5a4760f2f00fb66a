"""Advice to authors about one value: expected, found, and what to write."""

import difflib
import re
from collections.abc import Iterable
from string import Formatter
from typing import Annotated, Any, Literal, get_args, get_origin

import msgspec

from ketaguide.loading.prose import ProseError, parse_prose
from ketaguide.model.prose import Prose

_ID = re.compile(r"[\w-]+")
_BULLETS = tuple("-\u2013\u2014*\u2022\u00b7")
"""Hyphen, dashes, star, bullet and middle dot, as word processors write lists."""
_ONE_VALUE = "write one value after the colon"
_EXPECTED = {str: "text", int: "a whole number", bool: "true or false", Prose: "text"}


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Advice with the nearest known name, or with all of them."""
    known = sorted(known)
    return nearest(name, known, f"use one of: {', '.join(known)}")


def nearest(name: str, known: Iterable[str], otherwise: str = "add it, or remove the reference") -> str:
    """Advice with the nearest known name, or what to do where none is near."""
    known = list(known)
    names = re.split(r"[\s,;]+", name)
    if len(names) > 1 and set(names) <= set(known):
        return f"write {', '.join(names)}, with a comma between them"
    close = misspelt(name, known)
    return f"did you mean {close!r}?" if close else otherwise


def misspelt(name: str, known: Iterable[str]) -> str:
    """The nearest known name; empty if none is near."""
    return next(iter(difflib.get_close_matches(name, list(known), n=1, cutoff=0.6)), "")


def list_hint(value: Any) -> str:
    """Advice on writing a list, for a value that is not one."""
    if isinstance(value, str) and value.startswith(_BULLETS):
        return f'start each item on a line of its own with a hyphen and a space, "- ", and not with "{value[0]}"'
    ids = [part.strip(" ()") for part in value.split(",")] if isinstance(value, str) else []
    if ids and all(map(_ID.fullmatch, ids)):
        return f"write it in square brackets: [{', '.join(ids)}]"
    return 'start each item on a line of its own with "- "'


def placeholders(text: str) -> set[str] | None:
    """The placeholders of a format string, each with its format and conversion; None if its braces do not match."""
    try:
        parts = [part[1:] for part in Formatter().parse(text) if part[1] is not None]
    except ValueError:
        return None
    return {f"{name}{spec or ''}{conversion or ''}" for name, spec, conversion in parts}


def in_braces(names: Iterable[str]) -> str:
    """Names of placeholders as an author writes them."""
    return ", ".join(f"{{{name}}}" for name in sorted(names))


def kind_of(value: Any) -> str:
    """A value described in an author's terms."""
    if isinstance(value, dict):
        return "fields"
    if isinstance(value, list):
        return "a list"
    return repr(value) if value else "nothing"


def plain_fault(value: Any, type_: Any) -> tuple[str, str]:
    """Message and advice for a single value that does not fit its type."""
    if get_origin(type_) is Literal:
        return f"{_quoted(value)} is not allowed here", did_you_mean(str(value), [str(choice) for choice in get_args(type_)])
    if get_origin(type_) is Annotated:
        return _bounded_fault(value, *get_args(type_))
    if type_ is Prose and isinstance(value, str):
        try:
            parse_prose(value)
        except ProseError as error:
            return error.message, error.hint
    expected = _EXPECTED.get(type_, "a single value")
    if isinstance(value, dict) and value and expected == "text":
        hint = "put quotes around the whole text: it has a colon and a space in it"
        return f"expected text, got the field {next(iter(value))!r}", hint
    hint = "put quotes around the whole text if it starts with a bracket; else write one text after the colon"
    hint = hint if isinstance(value, list) and expected == "text" else "write true or false" if type_ is bool else _ONE_VALUE
    return f"expected {expected}, got {kind_of(value)}", hint


def _bounded_fault(value: Any, type_: Any, meta: msgspec.Meta) -> tuple[str, str]:
    if meta.pattern:
        return f"expected {meta.title or 'a date'}, got {_quoted(value)}", f"write it as {(meta.examples or ['2026-01-31'])[0]}"
    bounds = "" if meta.ge is None else f" from {meta.ge} to {meta.le}" if meta.le is not None else f", {meta.ge} or more"
    return f"expected {_EXPECTED.get(type_, 'a value')}{bounds}, got {kind_of(value)}", "write the number alone, in digits"


def _quoted(value: Any) -> str:
    return repr(value) if isinstance(value, str) else kind_of(value)
