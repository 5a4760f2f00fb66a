"""The manual of blocks and fields, made from the docstrings of the model."""

from typing import Any, Literal, get_args, get_origin

import msgspec

from ketaguide.loading.field_docs import FieldDoc, field_docs
from ketaguide.loading.file_types import OF_EDITION, SHARED, structs_of
from ketaguide.model.block import Block, FactRow, Paragraph
from ketaguide.model.guide import Section
from ketaguide.model.profile import Profile

INTRODUCTION = """\
# Blocks and fields

Every kind of block and every field of a content file, with an example. This page is made from the docstrings of
`ketaguide/model/`: change it there and run `ketaguide check --blocks > docs/blocks.md`, and `ketaguide schema --write`.

The first line of a content file, `# yaml-language-server: $schema=…`, makes an editor offer these fields and describe them.
"""
_OF_ALL = ("cites", "nations")
"""Fields that every block has."""
_SHOWN: dict[type, tuple[str, ...]] = {FactRow: ("claim", "measure", "difference", "sure")}
"""Fields that an example shows although they may be left out."""


def blocks_manual() -> str:
    """The whole manual as Markdown."""
    kinds = get_args(Block)
    parts = [INTRODUCTION.strip(), "## Blocks", "Every block has `kind`, and may have:", _table(Paragraph, _OF_ALL)]
    for kind in kinds:
        own = [name for name in kind.__struct_fields__ if name not in _OF_ALL]
        parts += _entry(f"### {_tag(kind)}", kind, own)
        for inner in structs_of(kind):
            if inner not in kinds:
                parts += _entry(f"#### {_tag(kind)}: {inner.__name__}", inner)
    shown = set(structs_of(*kinds))
    for name, type_ in {**SHARED, "profile": Profile, "page": Section, **OF_EDITION}.items():
        if name == "interface":
            continue  # the shipped interface.yaml is its own example
        parts += [f"## {'A page' if name == 'page' else f'{name}.yaml'}"]
        for struct in structs_of(type_):
            if struct not in shown:
                parts += _entry(f"### {struct.__name__}", struct)
                shown.add(struct)
    return "\n\n".join(parts) + "\n"


def example_of(type_: type[msgspec.Struct]) -> list[str]:
    """A value of a class as lines of YAML, with every field that must be there."""
    docs = field_docs(type_)
    lines = [f"kind: {tag}"] if (tag := _tag(type_)) else []
    fields = msgspec.structs.fields(type_)
    needed = [field for field in fields if field.required or field.name in _SHOWN.get(type_, ())]
    for field in needed or [field for field in fields if field.name not in _OF_ALL]:
        lines += _example_field(field.encode_name, field.type, docs[field.name])
    return lines


def _example_field(name: str, type_: Any, doc: FieldDoc) -> list[str]:
    inner = next(iter(structs_of(type_)), None)
    if inner is None:
        return [f"{name}: {doc.example}"]
    below = example_of(Paragraph if _tag(inner) else inner)
    first, others = ("  - ", "    ") if get_origin(type_) is tuple else ("  ", "  ")
    return [f"{name}:", *(f"{others if at else first}{line}" for at, line in enumerate(below))]


def _tag(type_: type[Any]) -> str:
    return str(type_.__struct_config__.tag or "")


def _entry(heading: str, type_: type[msgspec.Struct], names: list[str] | None = None) -> list[str]:
    lines = example_of(type_)
    text = "\n".join(f"{'  ' if at else '- '}{line}" for at, line in enumerate(lines)) if _tag(type_) else "\n".join(lines)
    about = " ".join((type_.__doc__ or "").split())
    return [heading, about, f"```yaml\n{text}\n```", _table(type_, names or type_.__struct_fields__)]


def _table(type_: type[msgspec.Struct], names: Any) -> str:
    docs = field_docs(type_)
    rows = ["| field | | holds | example |", "|---|---|---|---|"]
    for field in msgspec.structs.fields(type_):
        if field.name in names:
            doc, needed = docs[field.name], "needed" if field.required else ""
            example = f"`{doc.example}`" if doc.example else ""
            rows.append(f"| `{field.encode_name}` | {needed} | {doc.text}{_choices(field.type)} | {example} |")
    return "\n".join(rows)


def _choices(type_: Any) -> str:
    """The values that a field or its items can have, where they are few."""
    literals = [get_args(one) for one in (type_, *get_args(type_)) if get_origin(one) is Literal]
    values = next(iter(literals), ())
    return f" One of: {', '.join(f'`{value}`' for value in values)}." if values else ""
