"""Finds the editions of a content folder: each folder in it with an edition.yaml is one."""

import re
from collections.abc import Iterator
from string import Formatter

from msgspec.structs import replace

from ketaguide.loading.file_reader import FileReader
from ketaguide.loading.wording import did_you_mean
from ketaguide.model.edition import OF_LANGUAGE, EditionMeta, primary
from ketaguide.model.plurals import FORMS, holds
from ketaguide.model.walk import Path

FILE = "edition.yaml"
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", re.ASCII)
_FOLDER = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)

Fault = tuple[Path, str, str]
"""(path, message, advice)."""


def declared_editions(files: FileReader) -> list[EditionMeta]:
    """Every edition of a folder, the one without a base first, each after its base; faults are reported."""
    declared: dict[str, EditionMeta] = {}
    for name in files.names(""):
        if not files.has(f"{name}/{FILE}") or FILE not in files.names(name):
            continue
        if meta := files.file(f"{name}/{FILE}", EditionMeta):
            if meta.id != name:
                files.report(
                    f"{name}/{FILE}", ("id",), "id", f"the id {meta.id!r} is not the folder's name", f"write id: {name}"
                )
            if meta.draft:
                files.listed[name] = []  # nothing in it is read, and nothing is unexpected
            else:
                declared[name] = replace(meta, id=name)
    return list(_in_order(declared, files))


def _in_order(declared: dict[str, EditionMeta], files: FileReader) -> Iterator[EditionMeta]:
    complete = [meta for meta in declared.values() if not meta.base]
    for meta in complete[1:]:
        message = f"{complete[0].id!r} has no base either, and a guide has one first edition"
        files.report(f"{meta.id}/{FILE}", (), "edition", message, "name the edition that this one was made from: base: ID")
    if not complete:
        files.report(
            "guide.yaml", (), "edition", "no edition is complete in itself", f"add a folder with an {FILE} without a base"
        )
        return
    first = complete[0]
    ready, waiting = {first.id: _sound(first, None, files)}, {name: meta for name, meta in declared.items() if meta.base}
    yield ready[first.id]
    while now := next((meta for meta in waiting.values() if meta.base in ready), None):
        ready[now.id] = _sound(now, ready[now.base], files)
        del waiting[now.id]
        yield ready[now.id]
    for meta in waiting.values():
        known = [name for name in declared if name != meta.id]
        hint = did_you_mean(meta.base, known) if meta.base not in declared else "let one of them have another base"
        message = f"there is no edition {meta.base!r}" if meta.base not in declared else "the bases lead in a circle"
        files.report(f"{meta.id}/{FILE}", ("base",), "edition", message, hint)


def _sound(meta: EditionMeta, base: EditionMeta | None, files: FileReader) -> EditionMeta:
    """An edition with what it takes from its base; every fault of its own is reported."""
    lent: dict[str, object] = {}
    if base and primary(base.language) == primary(meta.language):
        lent = {field: getattr(base, field) for field in OF_LANGUAGE if not getattr(meta, field)}
        meta = replace(meta, direction=base.direction, **lent)
    for path, message, hint in (fault for fault in _faults(meta) if fault[0][0] not in lent):
        files.report(f"{meta.id}/{FILE}", path, "edition", message, hint)
    return meta


def _faults(meta: EditionMeta) -> Iterator[Fault]:
    if not _FOLDER.fullmatch(meta.id):
        yield ("id",), f"{meta.id!r} is not an id", "name the folder in small letters, digits and hyphens"
    if not _LANGUAGE.fullmatch(meta.language):
        yield ("language",), f"{meta.language!r} is not a language tag", "write it as in BCP 47: en-GB, cy, ar"
    if meta.folder and not _FOLDER.fullmatch(meta.folder):
        yield ("folder",), f"{meta.folder!r} is not a folder's name", "use small letters, digits and hyphens"
    for field in ("name", *(("missing", "older") if meta.base else ())):
        if not getattr(meta, field).strip():
            yield (field,), f"the {field} is empty", "write it in the language of the edition"
    if len(meta.months) != len(_MONTHS) or not all(map(str.strip, meta.months)):
        yield ("months",), f"{len(meta.months)} months are named", "name all twelve, in the language of the edition"
    if meta.plurals is None:
        yield ("plurals",), "the forms of counted words are missing", "copy the rules of the language from Unicode CLDR"
    else:
        yield from _rule_faults(meta)
    if meta.dates is None:
        yield (
            ("dates",),
            "the forms of a date are missing",
            'write {day: "{day} {month} {year}", month: "{month} {year}"}',
        )
    else:
        for field, names in (("day", {"day", "month", "year"}), ("month", {"month", "year"})):
            if _places(form := getattr(meta.dates, field)) != names:
                hint = f"use each of {', '.join(f'{{{name}}}' for name in sorted(names))} once"
                yield ("dates", field), f"{form!r} is no form of a date", hint
    if meta.lists is None:
        yield (
            ("lists",),
            "the form of a list is missing",
            'write {between: ", ", last: " and "} in the language',
        )


_MONTHS = range(12)


def _rule_faults(meta: EditionMeta) -> Iterator[Fault]:
    for form in FORMS[:-1]:
        try:
            holds(getattr(meta.plurals, form) or "n = 0", 0)
        except ValueError as error:
            yield ("plurals", form), f"this is no plural rule ({error})", "copy it from Unicode CLDR: n % 10 = 2..4"


def _places(form: str) -> set[str] | None:
    try:
        return {name for _, name, _, _ in Formatter().parse(form) if name is not None}
    except ValueError:
        return None
