"""Finds the reader's place in another edition of a page, by the headings and folds that both have."""

from bisect import bisect_right
from collections.abc import Hashable

from msgspec import Struct

from ketaguide.tui.actions import Toggle
from ketaguide.tui.doc import Doc
from ketaguide.tui.layout import Layout, is_heading


class Landmarks(Struct, frozen=True):
    """Rows by which a place is found again: headings and folds in order, and the last row a page scrolls to."""

    rows: tuple[tuple[Hashable, int], ...]
    last: int


def landmarks(doc: Doc, layout: Layout, last: int) -> Landmarks:
    """The landmarks of a page as it is laid out."""
    headings = [
        ("".join(run.text for run in piece.runs), row)
        for piece, row in zip(doc.pieces, layout.starts, strict=False)
        if is_heading(piece)
    ]
    folds = [(target.action, target.row) for target in layout.targets if isinstance(target.action, Toggle)]
    return Landmarks(tuple(sorted([*headings, *folds], key=lambda mark: mark[1])), last)


def same_row(row: int, before: Landmarks, after: Landmarks) -> int:
    """The row at the same share of the way between the two landmarks around it; the top and the end are landmarks too."""
    pairs = [(0, 0)]
    rest = list(after.rows)
    for mark, old in before.rows:
        found = next((at for at, (other, _) in enumerate(rest) if other == mark), None)
        if found is not None and 0 < old < before.last and 0 < rest[found][1] < after.last:
            pairs.append((old, rest[found][1]))
            rest = rest[found + 1 :]
    pairs.append((max(before.last, pairs[-1][0] + 1), max(after.last, pairs[-1][1])))
    at = min(bisect_right(pairs, row, key=lambda pair: pair[0]), len(pairs) - 1)
    (old, new), (next_old, next_new) = pairs[at - 1], pairs[at]
    return round(new + (row - old) / max(next_old - old, 1) * (next_new - new))
