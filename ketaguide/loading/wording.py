"""Messages to authors about one value: expected, found, advice."""

import difflib
from collections.abc import Iterable
from typing import Annotated, Any, Literal, get_args, get_origin

import msgspec

from ketaguide.loading.prose import ProseError, parse_prose
from ketaguide.model.prose import Prose

_EXPECTED = {str: "text", int: "a whole number", bool: "true or false", Prose: "text"}


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Advice with the nearest known name, or with all of them."""
    known = sorted(known)
    close = difflib.get_close_matches(name, known, n=1, cutoff=0.6)
    return f"did you mean {close[0]!r}?" if close else f"use one of: {', '.join(known)}"


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
    return f"expected {_EXPECTED.get(type_, 'a single value')}, got {kind_of(value)}", "write one value after the colon"


def _bounded_fault(value: Any, type_: Any, meta: msgspec.Meta) -> tuple[str, str]:
    if meta.pattern:
        return f"expected a date, got {_quoted(value)}", f"write it as {(meta.examples or ['2026-01-31'])[0]}"
    bounds = "" if meta.ge is None else f" from {meta.ge} to {meta.le}" if meta.le is not None else f", {meta.ge} or more"
    return f"expected {_EXPECTED.get(type_, 'a value')}{bounds}, got {kind_of(value)}", "correct the value"


def _quoted(value: Any) -> str:
    return repr(value) if isinstance(value, str) else kind_of(value)
