"""Lays out options side by side, the same rows for all. Pure."""

from collections.abc import Iterator

from ketaguide.tui import glyphs
from ketaguide.tui.doc import Grid, GridOption
from ketaguide.tui.drawing import EMPTY, Line, beside, wrap
from ketaguide.tui.layout_text import TextBuilder
from ketaguide.tui.styled import Styled

_MOST = 4
"""Columns at once; more are hard to compare."""
_LABEL, _LEAST, _GAP = 14, 15, 2
"""Width of the labels at the left, least width of a column, and columns of space between."""
GRID_WIDTH = 112
"""Widest grid."""


def has_room(width: int) -> bool:
    """True if the most columns fit side by side."""
    return width >= _LABEL + _MOST * (_LEAST + _GAP)


def grid(builder: TextBuilder, piece: Grid, width: int) -> Iterator[Line]:
    """Groups of columns, each with the first option, and an empty row between groups; columns are equal in all groups."""
    first, *others = piece.options
    each = (width - _LABEL) // min(len(piece.options), _MOST) - _GAP
    for at in range(0, len(others), _MOST - 1):
        yield from [EMPTY, EMPTY] * bool(at)
        yield from _group(builder, piece, (first, *others[at : at + _MOST - 1]), each)


def _group(builder: TextBuilder, piece: Grid, options: tuple[GridOption, ...], each: int) -> Iterator[Line]:
    widths = [_LABEL, *[each] * len(options)]
    rule = _LABEL + len(options) * (each + _GAP)
    yield from beside([[], *(_lines(Styled(option.name, "h3"), each) for option in options)], widths, _GAP)
    for index, (label, matters) in enumerate(piece.rows):
        yield Line(Styled((glyphs.LINE if index else glyphs.THICK) * rule, "rule"))
        name = Styled(label.removesuffix(":"), "current" if matters else "strong")
        columns = [_lines(name, _LABEL), *(_lines(builder.runs(option.cells[index]), each) for option in options)]
        yield from (Line(line.content, is_marked=matters) for line in beside(columns, widths, _GAP))


def _lines(content: Styled, width: int) -> list[Line]:
    return [Line(line) for line in wrap(content, width)]
