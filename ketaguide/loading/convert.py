"""Plain values to the typed model, collecting every fault. msgspec stops at the first, so faults are sought field by field."""

import difflib
import types
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

import msgspec

from ketaguide.loading.problem import Marks, Problem
from ketaguide.loading.prose import parse_prose
from ketaguide.model.prose import Prose

T = TypeVar("T")

_NAMES = {str: "text", int: "a whole number", bool: "true or false", Prose: "text"}


def convert(value: Any, type_: type[T], marks: Marks, file: str) -> tuple[T | None, list[Problem]]:
    """The value as `type_`, or None and every fault in it with its position."""
    try:
        return msgspec.convert(value, type_, strict=False, dec_hook=_hook), []
    except msgspec.ValidationError as error:
        problems: list[Problem] = []
        _seek(value, type_, marks, file, problems)
        if not problems:
            problems.append(_problem(file, marks, str(error), ""))
        return None, problems


def _hook(type_: type, value: Any) -> Any:
    if type_ is Prose:
        if not isinstance(value, str):
            raise ValueError(f"expected text, got {_kind(value)}")
        return parse_prose(value)
    raise NotImplementedError(type_)


def _seek(value: Any, type_: Any, marks: Marks, file: str, problems: list[Problem]) -> None:
    """Report every fault in a value, descending only where the type has parts."""
    type_, options = _unwrap(type_)
    if options:
        chosen = _choose(value, options, marks, file, problems)
        if chosen is None:
            return
        type_ = chosen
    if isinstance(type_, type) and issubclass(type_, msgspec.Struct):
        _seek_struct(value, type_, marks, file, problems)
    elif get_origin(type_) is tuple:
        if not isinstance(value, list):
            hint = 'start each item on a new line with "- "'
            problems.append(_problem(file, marks, f"expected a list, got {_kind(value)}", hint))
            return
        for index, item in enumerate(value):
            _seek(item, get_args(type_)[0], marks.at((index,)), file, problems)
    else:
        _seek_plain(value, type_, marks, file, problems)


def _unwrap(type_: Any) -> tuple[Any, tuple[Any, ...]]:
    """A type without None; with the classes of a tagged union, where it is one."""
    if get_origin(type_) in (Union, types.UnionType):
        options = tuple(option for option in get_args(type_) if option is not type(None))
        return (options[0], ()) if len(options) == 1 else (None, options)
    return type_, ()


def _choose(value: Any, options: tuple[Any, ...], marks: Marks, file: str, problems: list[Problem]) -> Any:
    """The class of a tagged union that a value names by its `kind`."""
    by_kind = {option.__struct_config__.tag: option for option in options}
    if not isinstance(value, dict):
        problems.append(_problem(file, marks, f"expected a block with fields, got {_kind(value)}", 'start it with "kind: paragraph"'))
        return None
    kind = value.get("kind")
    if kind in by_kind:
        return by_kind[kind]
    if kind is None:
        problems.append(_problem(file, marks, 'the field "kind" is missing', f"use one of: {', '.join(sorted(by_kind))}"))
    else:
        problems.append(_problem(file, marks.at(("kind",)), f"there is no block kind {kind!r}", _did_you_mean(str(kind), by_kind)))
    return None


def _seek_struct(value: Any, type_: type[msgspec.Struct], marks: Marks, file: str, problems: list[Problem]) -> None:
    if not isinstance(value, dict):
        problems.append(_problem(file, marks, f"expected fields, got {_kind(value)}", "write each field as name: value"))
        return
    hints = get_type_hints(type_, include_extras=True)
    fields = {field.encode_name: field for field in msgspec.structs.fields(type_)}
    tag_field = type_.__struct_config__.tag_field
    for name, item in value.items():
        if name in fields:
            _seek(item, hints[fields[name].name], marks.at((name,)), file, problems)
        elif name != tag_field:
            problems.append(_problem(file, marks.at((name,)), f"there is no field {name!r} here", _did_you_mean(name, fields)))
    for name, field in fields.items():
        if field.required and name not in value:
            problems.append(_problem(file, marks, f"the field {name!r} is missing", "add it"))


def _seek_plain(value: Any, type_: Any, marks: Marks, file: str, problems: list[Problem]) -> None:
    try:
        msgspec.convert(value, type_, strict=False, dec_hook=_hook)
    except msgspec.ValidationError as error:
        allowed = get_args(type_) if get_origin(type_) is Literal else ()
        if allowed:
            message, hint = f"{value!r} is not allowed here", _did_you_mean(str(value), [str(choice) for choice in allowed])
        elif not isinstance(value, str):
            message, hint = f"expected {_NAMES.get(type_, 'a single value')}, got {_kind(value)}", "write one value after the colon"
        else:
            message, _, hint = str(error).partition(";")
            message, hint = message.split(" - at ")[0], hint.split(" - at ")[0].strip()
            message = message.replace("matching regex", "in the form").replace("`", "")
        problems.append(_problem(file, marks, message, hint or "correct the value"))


def _did_you_mean(name: str, known: Any) -> str:
    close = difflib.get_close_matches(name, list(known), n=1, cutoff=0.6)
    return f"did you mean {close[0]!r}?" if close else f"use one of: {', '.join(sorted(known))}"


def _kind(value: Any) -> str:
    return {dict: "fields", list: "a list", str: "text"}.get(type(value), "nothing")


def _problem(file: str, marks: Marks, message: str, hint: str) -> Problem:
    return Problem(file, marks.line, marks.column, "error", "shape", message, hint)
