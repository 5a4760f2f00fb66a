"""The worksheet as CSV: every spreadsheet program opens it, a text editor too, and a line names a row.

A cell that a spreadsheet program would run as a formula has an apostrophe before it (OWASP, CSV injection); reading takes it
away again. UTF-8 with a byte order mark, because Excel takes a file without one for another encoding.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ketaguide.loading.problem import Fault

COLUMNS = ("id", "where it stands", "words", "translation", "must stay", "notes", "mark")
"""Column heads; the translation's names its edition. Reading needs it, id and mark, in any order, and ignores the others."""
_TRANSLATION = re.compile(r"translation: ([a-z0-9-]+)")
MAX_BYTES = 8_000_000
_ACTIVE = re.compile(r"'*[=+\-@|%\t\r\n]")
"""The beginning of a cell that could be a formula, with apostrophes before it."""
_EXCEL = "in Excel choose Save As, CSV UTF-8; in LibreOffice, Text CSV with the character set UTF-8"


class Worksheet(NamedTuple):
    """A worksheet that was read."""

    edition: str
    """The id of the edition that it is for."""
    cells: "list[FilledRow]"


class FilledRow(NamedTuple):
    """One filled row of a worksheet."""

    line: int
    """The line of the file on which it begins."""
    id: str
    translation: str
    mark: str
    row: int = 0
    """Its number in a spreadsheet program, where the column heads are row 1."""


def write_sheet(edition: str, rows: Iterable[Sequence[str]]) -> bytes:
    """Write the worksheet of an edition, with the cells of `COLUMNS` for each row."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(f"translation: {edition}" if name == "translation" else name for name in COLUMNS)
    writer.writerows([_guarded(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def read_sheet(data: bytes, file: str) -> Worksheet:
    """Read a worksheet. Fault, with the line and the cure, if it is none."""
    text = _decode(data, file)
    delimiter = max(",;\t", key=text.partition("\n")[0].count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        head = [cell.strip().lower() for cell in next(reader, [])]
        edition = next((match for cell in head if (match := _TRANSLATION.fullmatch(cell))), None)
        needed = ("id", edition[0] if edition else "translation: ID", "mark")
        if missing := [name for name in needed if name not in head]:
            hint = "start from the file that ketaguide wrote, and keep its first line"
            raise Fault(file, "worksheet", f"the first line has no column {missing[0]!r}", hint, 1, 1)
        places = [head.index(name) for name in needed]
        found: list[FilledRow] = []
        line = reader.line_num + 1
        for number, cells in enumerate(reader, 2):
            if any(cells):
                id_, translation, mark = (_unguarded(cells[at]) if at < len(cells) else "" for at in places)
                found.append(FilledRow(line, id_.strip(), translation.replace("\r\n", "\n"), mark.strip(), number))
            line = reader.line_num + 1
        return Worksheet(edition[1] if edition else "", found)
    except csv.Error as error:
        hint = 'write " twice inside a cell, and once at both of its ends; or save it again from a spreadsheet program'
        raise Fault(file, "worksheet", f"this row is not CSV ({error})", hint, reader.line_num, 1) from None


def _decode(data: bytes, file: str) -> str:
    if len(data) > MAX_BYTES:
        raise Fault(file, "worksheet", f"the file is larger than {MAX_BYTES:,} bytes", "check that it is the right file")
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Fault(file, "worksheet", "the file is not UTF-8 text", _EXCEL, line, 1) from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise Fault(file, "worksheet", "the file holds bytes that no text has", _EXCEL, line, 1)
    return text


def _guarded(cell: str) -> str:
    return f"'{cell}" if _ACTIVE.match(cell) else cell


def _unguarded(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _ACTIVE.match(cell) else cell
