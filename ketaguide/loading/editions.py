"""Finds the editions of a content folder: each folder in it with an edition.yaml is one."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from ketaguide.loading.advice import did_you_mean, in_braces, placeholders
from ketaguide.loading.file_reader import FileReader
from ketaguide.model.edition import OF_LANGUAGE, EditionMeta, primary
from ketaguide.model.plurals import FORMS, holds
from ketaguide.model.text_forms import ID
from ketaguide.model.walk import Path

FILE = "edition.yaml"
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", re.ASCII)

_NEEDED = (
    ("plurals", "forms of counted words are", "copy the rules of the language from Unicode CLDR"),
    ("dates", "forms of a date are", 'write {day: "{day} {month} {year}", month: "{month} {year}"}'),
    ("lists", "form of a list is", 'write {between: ", ", last: " and "} in the language'),
)
"""(field, its contents and a verb, advice)."""


def declared_editions(files: FileReader) -> list[EditionMeta]:
    """Every edition of a folder, the one without a base first, each after its base; faults are reported."""
    declared: dict[str, EditionMeta] = {}
    for name in files.names(""):
        file = f"{name}/{FILE}"
        if not files.has(file) or FILE not in files.names(name) or not (meta := files.file(file, EditionMeta)):
            continue
        if meta.id != name:
            files.report(file, ("id",), "id", f"the id {meta.id!r} is not the folder's name", f"write id: {name}")
        if meta.draft:
            files.listed[name] = []  # nothing in it is read, and nothing is unexpected
        else:
            declared[name] = replace(meta, id=name)
    return _in_order(declared, files)


def _in_order(declared: dict[str, EditionMeta], files: FileReader) -> list[EditionMeta]:
    complete = [meta for meta in declared.values() if not meta.base]
    if not complete:
        hint = f"add a folder with an {FILE} without a base"
        files.report("guide.yaml", (), "edition", "no edition is complete in itself", hint)
        return []
    first, *others = complete
    for meta in others:
        message = f"{first.id!r} has no base either, and a guide has one first edition"
        files.report(f"{meta.id}/{FILE}", (), "edition", message, "name the edition that this one was made from: base: ID")
    ready, waiting = {first.id: _sound(first, None, files)}, [meta for meta in declared.values() if meta.base]
    while now := next((meta for meta in waiting if meta.base in ready), None):
        ready[now.id] = _sound(now, ready[now.base], files)
        waiting.remove(now)
    for meta in waiting:
        message, hint = "the bases lead in a circle", "let one of them have another base"
        if meta.base not in declared:
            known = [name for name in declared if name != meta.id]
            message, hint = f"there is no edition {meta.base!r}", did_you_mean(meta.base, known)
        files.report(f"{meta.id}/{FILE}", ("base",), "edition", message, hint)
    return list(ready.values())


def _sound(meta: EditionMeta, base: EditionMeta | None, files: FileReader) -> EditionMeta:
    """An edition with what it takes from its base; every fault of its own is reported."""
    lent: dict[str, object] = {}
    if base and primary(base.language) == primary(meta.language):
        lent = {field: getattr(base, field) for field in OF_LANGUAGE if not getattr(meta, field)}
        meta = replace(meta, direction=base.direction, **lent)
    for path, message, hint in (fault for fault in _faults(meta) if fault[0][0] not in lent):
        files.report(f"{meta.id}/{FILE}", path, "edition", message, hint)
    return meta


def _faults(meta: EditionMeta) -> Iterator[tuple[Path, str, str]]:
    """Yield the path, message and advice of each fault."""
    if not ID.fullmatch(meta.id):
        yield ("id",), f"{meta.id!r} is not an id", "name the folder in small letters, digits and hyphens"
    if not _LANGUAGE.fullmatch(meta.language):
        yield ("language",), f"{meta.language!r} is not a language tag", "write it as in BCP 47: en-GB, cy, ar"
    if meta.folder and not ID.fullmatch(meta.folder):
        yield ("folder",), f"{meta.folder!r} is not a folder's name", "use small letters, digits and hyphens"
    for field in ("name", *(("missing", "older") if meta.base else ())):
        if not getattr(meta, field).strip():
            yield (field,), f"the {field} is empty", "write it in the language of the edition"
    if len(meta.months) != 12 or not all(map(str.strip, meta.months)):
        yield ("months",), f"{len(meta.months)} months are named", "name all twelve, in the language of the edition"
    for field, missing, hint in _NEEDED:
        if getattr(meta, field) is None:
            yield (field,), f"the {missing} missing", hint
    for form in FORMS[:-1]:
        try:
            holds(getattr(meta.plurals, form, "") or "n = 0", 0)
        except ValueError as error:
            yield ("plurals", form), f"this is no plural rule ({error})", "copy it from Unicode CLDR: n % 10 = 2..4"
    for field, names in (("day", {"day", "month", "year"}), ("month", {"month", "year"})) if meta.dates else ():
        if placeholders(form := getattr(meta.dates, field)) != names:
            yield ("dates", field), f"{form!r} is no form of a date", f"use each of {in_braces(names)} once"
