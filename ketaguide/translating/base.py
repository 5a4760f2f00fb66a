"""The base of an edition: the rows of all its files, the files themselves, and what the edition declares."""

from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from ketaguide.errors import ContentError, UsageError
from ketaguide.loading.file_reader import FileReader
from ketaguide.loading.file_types import OF_EDITION, field_of
from ketaguide.loading.reader import read_guide
from ketaguide.loading.translated import stamp
from ketaguide.model.edition import EditionMeta, primary
from ketaguide.model.guide import Edition, Guide
from ketaguide.translating.rows import WorksheetRow, rows_of

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
    rows: dict[str, list[WorksheetRow]]
    """The rows of each file."""
    raw_edition: dict[str, Any]
    """edition.yaml as plain values."""

    @property
    def all_rows(self) -> list[WorksheetRow]:
        """The rows of all files."""
        return [row for rows in self.rows.values() for row in rows]


def base_of(content: Path, edition_id: str) -> Base:
    """Read what an edition is made from. UsageError if it is not declared; ContentError if the guide cannot be read."""
    file = f"{edition_id}/edition.yaml"
    files = FileReader(content)
    if not files.has(file):
        raise UsageError(f"there is no {content / file}: ketaguide new edition {edition_id} writes it")
    meta, guide = files.file(file, EditionMeta), read_guide(content).draft
    problems = [*files.problems, *(read_guide(content).problems if guide is None else ())]
    if meta is None or guide is None:
        raise ContentError([f"{content}/{problem}" for problem in problems])
    base = guide.editions.get(meta.base)
    if base is None:
        raise UsageError(f"{content / file} names no base: write base: with one of {', '.join(guide.editions)}")
    found = _files(guide, base, files)
    rows = {name: rows_of(name, value, raw, meta.plurals) for name, (value, raw) in found.items()}
    raws = {name: raw for name, (_, raw) in found.items()}
    return Base(meta, base, raws, {"edition.yaml": _declared(meta, base.meta), **rows}, files.value(file))


def _files(guide: Guide, base: Edition, files: FileReader) -> dict[str, tuple[Any, Any]]:
    """Typed and plain values of each file of a base that has words, by its name in the edition's folder."""
    values: dict[str, Any] = {"home.yaml": base.home}
    values |= {f"sections/{page}.yaml": base.sections[page] for page in guide.meta.order if page in base.sections}
    values |= {f"{name}.yaml": getattr(base, field_of(name)) for name in OF_EDITION}
    places = {name: f"{base.edition_id}/{name}" for name in values}
    found = {name: (values[name], files.value(file)) for name, file in places.items() if files.has(file)}
    if not base.meta.base:  # a guide need not have words for the program: it lends its own
        found["interface.yaml"] = base.interface, _plain(base.interface)
        found["guide.yaml"] = guide.meta, files.value("guide.yaml")
        found["contacts.yaml"] = tuple(guide.contacts.values()), files.value("contacts.yaml")["contacts"]
        found["evidence.yaml"] = tuple(guide.claims.values()), files.value("evidence.yaml")["claims"]
        found["profile.yaml"] = guide.profile, _plain(guide.profile)
    return found


def _plain(value: msgspec.Struct) -> Any:
    return msgspec.json.decode(msgspec.json.encode(value))


def _declared(meta: EditionMeta, base: EditionMeta) -> list[WorksheetRow]:
    """Rows for the words of edition.yaml."""
    words: list[tuple[tuple[str | int, ...], str, str]] = [
        (("name",), base.name, "The name of this edition, in its own language, where readers choose."),
        (("missing",), MISSING, "Said above a page that is not translated."),
        (("older",), OLDER, "Said above a page whose base page has changed."),
    ]
    if primary(meta.language) != primary(base.language):
        words += ((("months", at), month, "A month, as a date has it.") for at, month in enumerate(base.months))
        for field, forms, note in (
            ("dates", base.dates, "The order of a date."),
            ("lists", base.lists, "Between the parts of a list in a sentence, with the spaces."),
        ):
            names = forms.__struct_fields__ if forms else ()
            words += (((field, name), getattr(forms, name), note) for name in names)
    return [
        WorksheetRow(
            "/".join(map(str, ("edition", *path))), "edition.yaml", path, said, stamp(said), f"the edition > {path[0]}", note
        )
        for path, said, note in words
    ]
