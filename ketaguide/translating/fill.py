"""Checks what a translator filled in, cell by cell, with the line and the cure of every fault."""

from collections.abc import Iterable, Iterator
from string import Formatter

from ketaguide.loading.marks import decode
from ketaguide.loading.problem import Fault, Problem
from ketaguide.loading.prose import ProseError, parse_prose
from ketaguide.translating.base import Base
from ketaguide.translating.kept import lost
from ketaguide.translating.rows import BAR, OWN, WorksheetRow
from ketaguide.translating.sheet import FilledRow

_MAY_DROP_N = frozenset({"zero", "one", "two"})
"""Plural forms that may say the number in words."""


def filled(base: Base, cells: Iterable[FilledRow], sheet: str) -> tuple[dict[str, str], list[Problem]]:
    """The translation of each row by its id, and every fault of a worksheet."""
    rows = {row.id: row for row in base.all_rows}
    found: dict[str, str] = {}
    lines: dict[str, int] = {}
    problems: list[Problem] = []
    for cell in cells:
        if cell.translation.strip():
            row = rows.get(cell.id)
            told = _stale(cell, row, lines.get(cell.id), base.edition.id)
            if row and not told:
                lines[cell.id] = cell.line
                found[cell.id] = text = _tidy(cell.translation, row)
                told = list(_faults(row, text))
            name = f"row {cell.row}, {cell.id}"
            problems += [Problem(sheet, cell.line, 1, "error", "worksheet", f"{name}: {what}", cure) for what, cure in told]
    return found, problems


def _stale(cell: FilledRow, row: WorksheetRow | None, before: int | None, edition: str) -> list[tuple[str, str]]:
    """The fault of a row that belongs to other words than those of today's guide."""
    anew = f"put this file in the place of {edition}/worksheet.csv, and renew it: ketaguide edition worksheet {edition}"
    if row is None:
        return [("the guide has no such words", anew)]
    if before is not None:
        return [(f"this row stands on line {before} already", "keep one of the two")]
    return [("its words have changed since the worksheet was written", anew)] if cell.mark != row.mark else []


def _faults(row: WorksheetRow, text: str) -> Iterator[tuple[str, str]]:
    """Yield every fault of a translation: message and cure."""
    try:
        decode(text.encode(), row.file)
    except Fault as fault:
        yield fault.problem.message, fault.problem.hint
        return
    except UnicodeEncodeError:
        yield "this is not text", "type the words again"
        return
    if row.kind == "list":
        if not all(part.strip() for part in text.split(BAR)):
            yield "a part of the list is empty", f'write "{BAR}" only between two words'
    elif row.file not in OWN:
        yield from lost(row.words, text, may_drop=frozenset({"{n}"}) if row.kind in _MAY_DROP_N else frozenset())
        yield from _markup(row, text)


def _markup(row: WorksheetRow, text: str) -> Iterator[tuple[str, str]]:
    if row.kind == "prose":
        try:
            parse_prose(text)
        except ProseError as error:
            yield error.message, error.hint
    elif row.file == "profile.yaml" and text.count("}") != row.words.count("}"):
        yield "a } is lost", "write { and } around the same words"
    elif row.file == "interface.yaml":
        try:
            list(Formatter().parse(text))
        except ValueError:
            yield "a { or } stands alone", "write {{ or }} for the character itself"


def _tidy(text: str, row: WorksheetRow) -> str:
    """A translation with the spaces of one line, unless the words themselves have others."""
    return " ".join(text.split()) if row.words == " ".join(row.words.split()) else text
