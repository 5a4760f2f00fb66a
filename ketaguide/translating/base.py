"""The base of an edition: the rows of all its files, the files themselves, and what the edition declares."""

from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from ketaguide.errors import ContentError, UsageError
from ketaguide.loading.file_reader import FileReader
from ketaguide.loading.file_types import DECLARED, OF_EDITION, field_of
from ketaguide.loading.reader import read_guide
from ketaguide.loading.translated import stamp
from ketaguide.model.edition import EditionMeta, primary
from ketaguide.model.guide import Edition, Guide
from ketaguide.translating.rows import Row, rows_of

MISSING = "This page is not translated yet. Here it is in the language that the guide was written in."
OLDER = "This page was made from an older one. Some facts may have changed."


class Base(NamedTuple):
    """An edition, and everything that it is made from."""

    edition: EditionMeta
    """The edition that is translated."""
    pages: Edition
    """The base, as it is read."""
    raw: dict[str, Any]
    """Plain values of each of its files, in the order of the worksheet."""
    rows: dict[str, list[Row]]
    """The rows of each file."""
    raw_edition: dict[str, Any]
    """edition.yaml as plain values."""


def base_of(content: Path, edition_id: str) -> Base:
    """Read what an edition is made from. UsageError if it is not declared; ContentError if the guide cannot be read."""
    file = f"{edition_id}/edition.yaml"
    files = FileReader(content)
    if not files.has(file):
        raise UsageError(f"there is no {content / file}: ketaguide new edition {edition_id} writes it")
    meta, guide = files.file(file, DECLARED), read_guide(content).draft
    problems = [*files.problems, *(read_guide(content).problems if guide is None else ())]
    if meta is None or guide is None:
        raise ContentError([f"{content}/{problem}" for problem in problems])
    base = guide.editions.get(meta.base)
    if base is None:
        raise UsageError(f"{content / file} names no base: write base: with one of {', '.join(guide.editions)}")
    raw, values = _files(guide, base, files)
    rows = {name: rows_of(name, value, raw[name], meta.plurals) for name, value in values.items()}
    return Base(meta, base, raw, {"edition.yaml": _declared(meta, base.meta), **rows}, files.value(file))


def _files(guide: Guide, base: Edition, files: FileReader) -> tuple[dict[str, Any], dict[str, Any]]:
    """Plain and typed values of each file of a base that has words, by its name in the edition's folder."""
    places = {
        name: f"{base.edition_id}/{name}" for name in ("home.yaml", *(f"sections/{page}.yaml" for page in guide.meta.order))
    }
    places |= {f"{name}.yaml": f"{base.edition_id}/{name}.yaml" for name in OF_EDITION if name != "home"}
    typed: dict[str, Any] = {f"sections/{name}.yaml": page for name, page in base.sections.items()}
    typed |= {f"{name}.yaml": getattr(base, field_of(name)) for name in OF_EDITION}
    typed |= {
        "guide.yaml": guide.meta,
        "contacts.yaml": tuple(guide.contacts.values()),
        "evidence.yaml": tuple(guide.claims.values()),
        "profile.yaml": guide.profile,
    }
    raw = {name: files.value(file) for name, file in places.items() if files.has(file)}
    if not base.meta.base:  # a guide need not have words for the program: it lends its own
        raw["interface.yaml"] = msgspec.json.decode(msgspec.json.encode(base.interface))
        raw |= {"guide.yaml": files.value("guide.yaml"), "contacts.yaml": files.value("contacts.yaml")["contacts"]}
        raw["evidence.yaml"] = files.value("evidence.yaml")["claims"]
        raw["profile.yaml"] = msgspec.json.decode(msgspec.json.encode(guide.profile))
    return raw, {name: typed[name] for name in raw if name in typed}


def _declared(meta: EditionMeta, base: EditionMeta) -> list[Row]:
    """Rows for the words of edition.yaml."""
    rows = [
        _row(("name",), base.name, "The name of this edition, in its own language, where readers choose."),
        _row(("missing",), MISSING, "Said above a page that is not translated."),
        _row(("older",), OLDER, "Said above a page whose base page has changed."),
    ]
    if primary(meta.language) == primary(base.language):
        return rows
    rows += [_row(("months", at), month, "A month, as a date has it.") for at, month in enumerate(base.months)]
    for field, forms, note in (
        ("dates", base.dates, "The order of a date."),
        ("lists", base.lists, "Between the parts of a list in a sentence, with the spaces."),
    ):
        names = forms.__struct_fields__ if forms else ()
        rows += [_row((field, name), getattr(forms, name), note) for name in names]
    return rows


def _row(path: tuple[str | int, ...], words: str, note: str) -> Row:
    id_ = "/".join(map(str, ("edition", *path)))
    return Row(id_, "edition.yaml", path, words, stamp(words), f"the edition > {path[0]}", note)
