"""The shipped guide in a made-up language, made as a translator does: with a new edition, its worksheet, and the import."""

import csv
import io
import shutil
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from ketaguide.cli import main
from ketaguide.model.guide import Guide
from ketaguide.paths import content_dir
from tests.conftest import read
from tests.invented import PLURALS, invented

EDITION = "xx"
_SHORT_FIELDS = ("alphabet", "picture")
"""Texts that may not grow: letters on the screen, and a picture made of characters."""


def new_edition(folder: Path, of: Path | None = None) -> Path:
    """Copy content, the shipped one if no other, and start an edition with six plural forms; returns its worksheet."""
    shutil.copytree(of or content_dir(), folder, ignore=shutil.ignore_patterns("guide.bundle", "CHANGELOG.md"))
    assert main(["new", "edition", EDITION, "--content", str(folder)]) == 0
    declared = folder / EDITION / "edition.yaml"
    before, _ = declared.read_text().split("plurals:")
    rules = "".join(f"  {form}: {rule}\n" for form, rule in PLURALS.items())
    declared.write_text(f"{before}plurals:\n{rules}stems: none\n")
    assert main(["edition", "worksheet", EDITION, "--content", str(folder)]) == 0
    return folder / EDITION / "worksheet.csv"


def fill(sheet: Path, *, without: tuple[str, ...] = (), changed: Mapping[str, str] = MappingProxyType({})) -> None:
    """Fill a worksheet as a spreadsheet program saves it, but for the rows whose id begins with one of `without`.

    `changed` has other translations, by the id of their row.
    """
    head, *rows = rows_in(sheet)
    id_, words, translation = (head.index(name) for name in ("id", "words", f"translation: {EDITION}"))
    for row in rows:
        if row[id_] in changed:
            row[translation] = changed[row[id_]]
        elif not row[id_].startswith(without or ("-",)):
            row[translation] = invented(row[words], longer=row[id_].rpartition("/")[2] not in _SHORT_FIELDS)
    out = io.StringIO(newline="")
    csv.writer(out).writerows([head, *rows])
    sheet.write_text(out.getvalue(), "utf-8")


def rows_in(sheet: Path) -> list[list[str]]:
    """The cells of a worksheet."""
    return list(csv.reader(io.StringIO(sheet.read_text("utf-8-sig"), newline="")))


def imported(folder: Path, *, of: Path | None = None, without: tuple[str, ...] = ()) -> Guide:
    """A guide, the shipped one if no other, with an edition in the made-up language, whole or without some rows."""
    sheet = new_edition(folder, of)
    fill(sheet, without=without)
    assert main(["edition", "import", str(sheet), "--content", str(folder)]) == 0
    return read(folder)
