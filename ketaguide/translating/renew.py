"""Writes a worksheet: the words of the base as they are now, with the translations that still hold."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ketaguide.translating.base import Base
from ketaguide.translating.kept import kept_words
from ketaguide.translating.rows import OWN
from ketaguide.translating.sheet import FilledRow, write_sheet


class Renewed(NamedTuple):
    """A worksheet, and what became of the old one."""

    data: bytes
    rows: int
    kept: int
    """Translations that still hold."""
    changed: int
    """Rows whose words have changed; the old translation stands in the notes."""


def written(base: Base, words: Mapping[str, str]) -> bytes:
    """The worksheet with these translations, by the id of their row."""
    return renewed(base, [FilledRow(0, row.id, words[row.id], row.mark) for row in base.all_rows if row.id in words]).data


def renewed(base: Base, old: Iterable[FilledRow]) -> Renewed:
    """Carry the translations of an old worksheet over: those of words that are the same, wherever they stand in a file now."""
    by_id = {cell.id: cell for cell in old if cell.translation.strip()}
    by_mark = {(_file(cell.id), cell.mark): cell for cell in by_id.values()}
    lines, kept, changed = [], 0, 0
    for row in base.all_rows:
        same, moved = by_id.get(row.id), by_mark.get((_file(row.id), row.mark))
        cell = same if same and same.mark == row.mark else moved
        note = row.note if row.needed else f"{row.note} May stay empty.".strip()
        if cell:
            kept += 1
        elif same:
            changed += 1
            note = f"The words have changed. Before, the translation was: {same.translation} · {note}"
        stays = "" if row.file in OWN or row.kind == "list" else kept_words(row.words)
        lines.append((row.id, row.where, row.words, cell.translation if cell else "", stays, note, row.mark))
    return Renewed(write_sheet(base.edition.id, lines), len(lines), kept, changed)


def _file(row_id: str) -> str:
    """The part of an id that says the file."""
    return "/".join(row_id.split("/")[: 2 if row_id.startswith("sections/") else 1])
