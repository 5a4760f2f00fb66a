"""Lays out fact boxes: a table in a frame where there is room, else one outcome below the other."""

from collections.abc import Iterator
from re import match

from rich.cells import cell_len

from ketaguide.resolve.fact_box import FactCell, ResolvedFactBox, ResolvedFactGroup, ResolvedFactRow
from ketaguide.tui import glyphs
from ketaguide.tui.doc import FactTable, Run, fact_runs
from ketaguide.tui.drawing import EMPTY, GAP, beside, frame_edge, frame_head, frame_rows, hanging, wrap
from ketaguide.tui.layout_figures import with_ref
from ketaguide.tui.layout_text import TextBuilder
from ketaguide.tui.styled import Styled

_HAS_COLUMNS = 50
"""Least width inside the frame for columns."""
_WIDEST = 15
"""Most columns of the head of a group, and of a difference, in one row."""
_LEAST = 14
"""Least columns of an outcome beside the words that it has no figure."""
_OUTCOME = 18
"""Least columns of the outcomes."""


def fact_table(builder: TextBuilder, piece: FactTable, width: int) -> Iterator[Styled]:
    """The box in its frame: title, heads of the columns, groups of outcomes, what is not known, and the facts of the study."""
    inner, box = width - 4, piece.box
    columns = _columns(box, inner)
    yield from frame_head(width, glyphs.TOP, Styled(box.title, "h2"))
    yield from frame_rows(width, _heads(builder, piece, columns, inner))
    for group in box.groups:
        yield from frame_head(width, glyphs.DIVIDER, _label(group.label), Styled(group.when.rstrip("."), "soft"))
        yield from frame_rows(width, _group(group, box, columns, inner))
    yield from frame_head(width, glyphs.DIVIDER, _label(box.unknown_label))
    for runs in piece.unknown:
        yield from frame_rows(width, hanging(Styled(f"{glyphs.BULLET} "), builder.runs(runs), inner))
    yield frame_edge(width, glyphs.DIVIDER)
    yield from frame_rows(width, _facts(builder, piece, inner))
    yield frame_edge(width, glyphs.BOTTOM)


def _label(words: str) -> Styled:
    return Styled(words, "strong")


def _columns(box: ResolvedFactBox, inner: int) -> list[int]:
    """Widths of the columns: outcome, each group, difference; empty where they have no room."""
    figures = list(_with_figures(box))
    shorts = max((len(cell.short) for row in figures for cell in row.cells), default=0)
    arms = [max(shorts, _narrowest(arm)) for arm in box.arms]
    difference = max(
        len(box.difference_label), *(min(_lead(row.difference, box) + len(row.difference), _WIDEST) for row in figures), 0
    )
    outcome = inner - sum(arms) - difference - GAP * (len(arms) + 1)
    return [outcome, *arms, difference] if inner >= _HAS_COLUMNS and outcome >= _OUTCOME else []


def _narrowest(head: str) -> int:
    """The least width of a column whose head takes one row, if it is short, else two."""
    longest = max(map(len, head.split()))
    widths = range(max(longest, 8), max(longest, len(head), 8) + 1)
    return next(width for width in widths if len(wrap(Styled(head), width)) <= 2 or width >= max(longest, _WIDEST))


def _heads(builder: TextBuilder, piece: FactTable, columns: list[int], inner: int) -> Iterator[Styled]:
    """The heads of the columns, level with their last row; beside them, or in rows of its own, what all people had."""
    said, box = builder.runs(piece.with_all), piece.box
    if not columns:
        yield from wrap(said, inner) if said else []
        return
    heads = [wrap(_label(head), width) for head, width in zip((*box.arms, box.difference_label), columns[1:], strict=True)]
    corner = wrap(said, columns[0])
    if not said or len(corner) > max(map(len, heads)):
        yield from wrap(said, inner) if said else []
        corner = wrap(Styled(box.outcome_label, "soft"), columns[0])
    cells = [corner, *heads]
    tallest = max(map(len, cells))
    yield from beside([[EMPTY] * (tallest - len(cell)) + cell for cell in cells], columns)


def _group(group: ResolvedFactGroup, box: ResolvedFactBox, columns: list[int], inner: int) -> Iterator[Styled]:
    """The notes that hold for all rows, then the rows."""
    yield from wrap(Styled(" ".join(group.notes), "soft"), inner) if group.notes else []
    for row in group.rows:
        yield from _in_columns(row, group, box, columns, inner) if columns else _stacked(row, box.arms, inner)


def _in_columns(
    row: ResolvedFactRow, group: ResolvedFactGroup, box: ResolvedFactBox, columns: list[int], inner: int
) -> Iterator[Styled]:
    """An outcome and its figures; how sure in rows below, beside the rest of an outcome where one of the group wraps."""
    notes, rest = Styled(" ".join(row.notes), "soft"), inner - columns[0] - GAP
    if not row.cells:
        if not row.notes:
            yield from wrap(Styled(row.words), inner)
            return
        rest = len(notes) if len(notes) + GAP + _LEAST <= inner else rest
        widths = [inner - GAP - rest, rest]
        yield from beside([wrap(Styled(row.words), widths[0]), wrap(notes, rest)], widths)
        return
    outcome = wrap(Styled(row.words), columns[0])
    figures = [_figure(cell, at, box, width) for at, (cell, width) in enumerate(zip(row.cells, columns[1:], strict=False))]
    figures.append(hanging(Styled(" " * _lead(row.difference, box)), _label(row.difference), columns[-1]))
    is_beside = bool(notes) and any(cell_len(other.words) > columns[0] for other in group.rows if other.cells)
    if any(len(lines) > 1 for lines in figures):
        yield from beside([[*outcome, *(wrap(notes, columns[0]) if notes else [])], *figures], columns)
    else:
        yield from beside([outcome[:1] if is_beside else outcome, *figures], columns)
        yield from beside([outcome[1:], wrap(notes, rest)], [columns[0], rest]) if is_beside else []
        yield from hanging(Styled("  "), notes, inner) if notes and not is_beside else []


def _with_figures(box: ResolvedFactBox) -> Iterator[ResolvedFactRow]:
    return (row for group in box.groups for row in group.rows if row.cells)


def _figure(cell: FactCell, at: int, box: ResolvedFactBox, width: int) -> list[Styled]:
    """A figure that ends below those of the other rows, and its range."""
    longest = max(len(row.cells[at].short) for row in _with_figures(box))
    number = Styled(cell.short.rjust(longest), "icon-on")
    return [number, *(wrap(Styled(cell.range, "soft"), width) if cell.range else [])]


def _lead(difference: str, box: ResolvedFactBox) -> int:
    """The spaces before a difference whose number is to end below that of the others."""
    digits = [found.end() for row in _with_figures(box) if (found := match(r"\d+", row.difference))]
    own = match(r"\d+", difference)
    return max(digits) - own.end() if own else 0


def _stacked(row: ResolvedFactRow, arms: tuple[str, ...], inner: int) -> Iterator[Styled]:
    """An outcome with each group's figure, the difference and how sure in rows below it."""
    yield from wrap(_label(row.words), inner)
    longest = max((len(cell.short) for cell in row.cells), default=0)
    for arm, cell in zip(arms, row.cells, strict=False):
        words = Styled(cell.short, "icon-on") + Styled(f"  {arm} {cell.range}".rstrip())
        yield from hanging(Styled(" " * (2 + longest - len(cell.short))), words, inner)
    said = _label(f"{row.difference}. " if row.difference else "") + Styled(" ".join(row.notes), "soft")
    yield from hanging(Styled("  "), said, inner) if said.plain.strip() else []


def _facts(builder: TextBuilder, piece: FactTable, inner: int) -> Iterator[Styled]:
    """The facts, short ones side by side; at the end, at the right, the number."""
    line: list[Run] = []
    for fact in piece.box.facts:
        runs = fact_runs(fact)
        if line and sum(len(run.text) for run in (*line, *runs)) + 3 > inner:
            yield from wrap(builder.runs(line), inner)
            line = []
        line += (Run("   "), *runs) if line else runs
    yield from with_ref(builder, line, piece.ref, inner)
