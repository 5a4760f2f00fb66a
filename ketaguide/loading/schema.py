"""JSON Schema of every kind of content file, generated from the model for completion and validation in editors."""

from inspect import cleandoc
from pathlib import Path
from typing import Any

import msgspec

from ketaguide import atomic
from ketaguide.loading.field_docs import field_docs
from ketaguide.loading.file_types import OF_EDITION, SHARED, Translated, structs_of
from ketaguide.loading.marks import parse
from ketaguide.model.edition import EditionMeta
from ketaguide.model.guide import Section
from ketaguide.model.profile import Profile
from ketaguide.model.prose import Prose

KINDS: dict[str, type[Any]] = (
    SHARED | OF_EDITION | {"edition": EditionMeta, "section": Section, "profile": Profile, "translated": Translated}
)
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema(kind: str) -> dict[str, Any]:
    """The schema of one kind of file; of interface.yaml, nothing is required."""
    made = schema_of(KINDS[kind], f"{kind}.yaml")
    for part in made["$defs"].values() if kind == "interface" else ():
        part.pop("required", None)  # a file need hold only what it changes
    return made


def schema_of(root_type: type[Any], title: str) -> dict[str, Any]:
    """The schema of a type, with the description of every field."""
    (root,), parts = msgspec.json.schema_components([root_type], schema_hook=_hook)
    for type_ in structs_of(root_type):
        _describe(parts.get(type_.__name__, {}), type_)
    return {"$schema": _DIALECT, "title": title, **root, "$defs": dict(sorted(parts.items()))}


def schema_text(kind: str) -> str:
    """The schema of one kind as text, as committed."""
    return formatted(schema(kind))


def formatted(schema: dict[str, Any]) -> str:
    """A schema as text, as committed."""
    return msgspec.json.format(msgspec.json.encode(schema), indent=2).decode() + "\n"


def write_schemas(folder: Path) -> list[Path]:
    """Write a file for each kind into the content folder's `schema`."""
    (folder / "schema").mkdir(exist_ok=True)
    texts = {f"{kind}.json": schema_text(kind).encode() for kind in KINDS}
    atomic.write_files(folder / "schema", texts)
    return [folder / "schema" / name for name in texts]


def _hook(type_: type) -> dict[str, Any]:
    if type_ is Prose:
        links = "(term:id), (section:id), (section:id#a-heading), (contact:id)"
        return {"type": "string", "description": f"Text with **strong** words and [links]{links}."}
    raise NotImplementedError(type_)


def _describe(part: dict[str, Any], type_: type[msgspec.Struct]) -> None:
    """Give each field of a schema its description and its example, which editors show."""
    part["description"] = cleandoc(type_.__doc__ or "")  # Python 3.13 takes its indent away itself
    for name, doc in field_docs(type_).items():
        if (field := part.get("properties", {}).get(name)) is not None:
            field.setdefault("description", doc.text)
            if doc.example:
                field["examples"] = [_value(doc.example, field.get("anyOf", [field])[0].get("type"))]


def _value(example: str, type_: str | None) -> Any:
    """An example as the JSON value that an editor offers."""
    value = parse(example, "")[0]
    return int(value) if type_ == "integer" else value == "true" if type_ == "boolean" else value
