"""JSON Schema of every kind of content file, generated from the model for completion and validation in editors."""

import ast
import inspect
from itertools import pairwise
from pathlib import Path
from textwrap import dedent
from typing import Any

import msgspec

from ketaguide import atomic
from ketaguide.loading.file_types import OF_EDITION, PAGE, SHARED
from ketaguide.model.prose import Prose

KINDS: dict[str, type[Any]] = SHARED | OF_EDITION | {"section": PAGE}
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema(kind: str) -> dict[str, Any]:
    """The schema of one kind of file."""
    (root,), parts = msgspec.json.schema_components([KINDS[kind]], schema_hook=_hook)
    for type_ in _structs(KINDS[kind], {}).values():
        _describe(parts.get(type_.__name__, {}), type_)
    return {"$schema": _DIALECT, "title": f"{kind}.yaml", **root, "$defs": dict(sorted(parts.items()))}


def schema_text(kind: str) -> str:
    """The schema of one kind as text, as committed."""
    return msgspec.json.format(msgspec.json.encode(schema(kind)), indent=2).decode() + "\n"


def write_schemas(folder: Path) -> list[Path]:
    """Write a file for each kind into the content folder's `schema`."""
    (folder / "schema").mkdir(exist_ok=True)
    texts = {f"{kind}.json": schema_text(kind).encode() for kind in KINDS}
    atomic.write_files(folder / "schema", texts)
    return [folder / "schema" / name for name in texts]


def _hook(type_: type) -> dict[str, Any]:
    if type_ is Prose:
        return {"type": "string", "description": "Text with **strong** words and [links](term:id), (section:id), (contact:id)."}
    raise NotImplementedError(type_)


def _structs(type_: Any, found: dict[str, type[msgspec.Struct]]) -> dict[str, type[msgspec.Struct]]:
    """Collect every struct class that a type refers to, by name."""
    if isinstance(type_, type) and issubclass(type_, msgspec.Struct):
        if type_.__name__ not in found:
            found[type_.__name__] = type_
            for field in msgspec.structs.fields(type_):
                _structs(field.type, found)
    else:
        for part in getattr(type_, "__args__", ()):
            _structs(part, found)
    return found


def _describe(part: dict[str, Any], type_: type[msgspec.Struct]) -> None:
    """Copy the docstring of each field into its schema's description, which editors show."""
    for name, text in _field_docs(type_).items():
        if name in part.get("properties", {}):
            part["properties"][name].setdefault("description", text)


def _field_docs(type_: type[msgspec.Struct]) -> dict[str, str]:
    docs: dict[str, str] = {}
    for base in reversed(type_.__mro__):
        if not base.__module__.startswith("ketaguide."):
            continue
        (class_,) = ast.parse(dedent(inspect.getsource(base))).body
        body = class_.body if isinstance(class_, ast.ClassDef) else []
        for field, after in pairwise(body):
            if (
                isinstance(field, ast.AnnAssign)
                and isinstance(field.target, ast.Name)
                and isinstance(after, ast.Expr)
                and isinstance(after.value, ast.Constant)
            ):
                docs[field.target.id] = inspect.cleandoc(str(after.value.value))
    return docs
