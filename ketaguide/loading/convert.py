"""Converts plain values to the typed model; msgspec stops at the first fault, so faults are collected field by field."""

import types
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

import msgspec

from ketaguide.loading.advice import did_you_mean, kind_of, list_hint, misspelt, plain_fault
from ketaguide.loading.marks import MORE, MOST_PROBLEMS
from ketaguide.loading.problem import Marks, Problem
from ketaguide.loading.prose import parse_prose
from ketaguide.model.prose import Prose

T = TypeVar("T")


def convert(value: Any, type_: type[T], marks: Marks, file: str) -> tuple[T | None, list[Problem]]:
    """Convert a value to `type_`; on failure, None and every fault with its position."""
    try:
        return msgspec.convert(value, type_, strict=False, dec_hook=_hook), []
    except msgspec.ValidationError as error:
        seeker = _Seeker(file)
        seeker.seek(value, type_, marks)
        if not seeker.problems:
            seeker.report(marks, str(error), "compare it with one that works")
        return None, seeker.problems


def _hook(type_: type, value: Any) -> Any:
    if type_ is Prose:
        if not isinstance(value, str):
            raise ValueError(f"expected text, got {kind_of(value)}")
        return parse_prose(value)
    raise NotImplementedError(type_)


class _Seeker:
    """Walks a value beside its type and reports every fault."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.full = False

    def report(self, marks: Marks, message: str, hint: str) -> None:
        """Add a problem, or, past the limit, one note that there are more."""
        if self.full:
            return
        if len(self.problems) == MOST_PROBLEMS:
            message, hint, self.full = *MORE, True
        self.problems.append(marks.problem(self.file, "shape", message, hint))

    def seek(self, value: Any, type_: Any, marks: Marks) -> None:
        """Report every fault in a value, descending only where the type has parts."""
        if self.full:
            return
        options = _options(type_)
        type_ = options[0] if len(options) == 1 else self._choose(value, options, marks)
        if type_ is None:
            return
        if isinstance(type_, type) and issubclass(type_, msgspec.Struct):
            self._struct(value, type_, marks)
        elif get_origin(type_) is tuple:
            self._list(value, get_args(type_)[0], marks)
        else:
            self._plain(value, type_, marks)

    def _choose(self, value: Any, options: tuple[Any, ...], marks: Marks) -> Any:
        """The class of a tagged union that the value's `kind` selects; reports a missing or unknown kind."""
        by_kind = {option.__struct_config__.tag: option for option in options}
        if not isinstance(value, dict):
            self.report(marks, f"expected a block with fields, got {kind_of(value)}", 'start it with "kind: paragraph"')
            return None
        kind = value.get("kind")
        if isinstance(kind, str) and kind in by_kind:
            return by_kind[kind]
        if kind is None:
            self.report(marks, "the field 'kind' is missing", f"use one of: {', '.join(sorted(by_kind))}")
        else:
            self.report(marks.at(("kind",)), f"there is no block kind {kind!r} here", did_you_mean(str(kind), by_kind))
        return None

    def _struct(self, value: Any, type_: type[msgspec.Struct], marks: Marks) -> None:
        if not isinstance(value, dict):
            self.report(marks, f"expected fields, got {kind_of(value)}", "write each field on a line of its own as name: value")
            return
        hints = get_type_hints(type_, include_extras=True)
        fields = {field.encode_name: field for field in msgspec.structs.fields(type_)}
        meant = set[str]()
        for name, item in value.items():
            if self.full:
                return  # advice on a name takes time
            if name in fields:
                self.seek(item, hints[fields[name].name], marks.at((name,)))
            elif name != type_.__struct_config__.tag_field:
                self.report(marks.of_key(name), f"there is no field {name!r} here", did_you_mean(name, fields))
                meant.add(misspelt(name, fields))
        for name, field in fields.items():
            if field.required and name not in value and name not in meant:
                self.report(marks, f"the field {name!r} is missing", f'add "{name}: …"; docs/blocks.md says what it holds')

    def _list(self, value: Any, item_type: Any, marks: Marks) -> None:
        if not isinstance(value, list | tuple):
            self.report(marks, f"expected a list, got {kind_of(value)}", list_hint(value))
            return
        for index, item in enumerate(value):
            self.seek(item, item_type, marks.at((index,)))

    def _plain(self, value: Any, type_: Any, marks: Marks) -> None:
        try:
            msgspec.convert(value, type_, strict=False, dec_hook=_hook)
        except msgspec.ValidationError:
            self.report(marks, *plain_fault(value, type_))


def _options(type_: Any) -> tuple[Any, ...]:
    """Members of a union except None; of another type, the type itself."""
    members = get_args(type_) if get_origin(type_) in (Union, types.UnionType) else (type_,)
    return tuple(member for member in members if member is not type(None))
