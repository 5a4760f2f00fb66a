"""Descriptions and examples of fields, from the docstrings of the model."""

import ast
import inspect
import re
from itertools import pairwise
from textwrap import dedent
from typing import NamedTuple

import msgspec

_EXAMPLE = re.compile(r"\s+Example: (.+)$", re.DOTALL)


class FieldDoc(NamedTuple):
    """The description of a field, and an example of its value in YAML; empty for a field that holds fields."""

    text: str
    example: str


def field_docs(type_: type[msgspec.Struct]) -> dict[str, FieldDoc]:
    """The description and example of each field; a word of the interface without its own is described by its name."""
    found = {name: FieldDoc(f"The words of {name.replace('_', ' ')!r}.", "") for name in type_.__struct_fields__}
    for base in reversed(type_.__mro__):
        if base.__module__.startswith("ketaguide."):
            found |= _written(base)
    return found


def _written(base: type) -> dict[str, FieldDoc]:
    (class_,) = ast.parse(dedent(inspect.getsource(base))).body
    docs: dict[str, FieldDoc] = {}
    for field, after in pairwise(class_.body if isinstance(class_, ast.ClassDef) else []):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(after, ast.Expr):
            text = " ".join(str(getattr(after.value, "value", "")).split())
            example = _EXAMPLE.search(text)
            docs[field.target.id] = FieldDoc(_EXAMPLE.sub("", text), example[1] if example else "")
    return docs
