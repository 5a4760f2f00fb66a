"""Lays out tables, grids of options and rows of pairs: in columns where there is room, else one below the other."""

from collections.abc import Iterable, Iterator
from math import ceil

from ketaguide.tui import glyphs
from ketaguide.tui.doc import Grid, Pairs, Run, Table
from ketaguide.tui.drawing import EMPTY, GAP, beside, wrap
from ketaguide.tui.layout_text import TextBuilder
from ketaguide.tui.styled import MARKED, Styled

_HAS_COLUMNS = 52
"""Least width for columns."""
_NAME, _LEAST = 16, 18
"""Width of the names at the left, and least width of a column."""
GRID_WIDTH = 112
"""Widest grid."""
_GRID_MOST = 4
"""Columns of a grid at once; more are hard to compare."""
_GRID_NAME, _GRID_LEAST = 14, 15
CellRuns = tuple[tuple[Run, ...], ...]


def pairs(builder: TextBuilder, piece: Pairs, width: int) -> Iterator[Styled]:
    """Rows of a name and a text, side by side where there is room."""
    rest = width - _NAME - GAP
    if piece.is_ruled and width >= _HAS_COLUMNS:
        yield _rule(glyphs.THICK, width)
    for index, (name, runs) in enumerate(piece.rows):
        label = Styled(name, "label")
        if width >= _HAS_COLUMNS:
            if piece.is_ruled and index:
                yield _rule(glyphs.LINE, width)
            yield from beside([wrap(label, _NAME), wrap(builder.runs(runs), rest)], [_NAME, rest])
        elif piece.is_ruled:
            yield from [EMPTY] * bool(index)
            yield from (*wrap(label, width), *wrap(builder.runs(runs), width))
        else:
            end = " " if name.endswith((".", ":", "?", "!")) else ": "
            yield from wrap(label + Styled(end) + builder.runs(runs) if name else builder.runs(runs), width)


def table(builder: TextBuilder, piece: Table, width: int) -> Iterator[Styled]:
    """The options side by side where all fit; else a row each, with as many questions side by side as fit; else stacked."""
    if width < _HAS_COLUMNS:
        yield from _stacked(builder, piece, width)
        return
    most = max((width - _NAME) // (_LEAST + GAP), 1)
    if len(piece.options) <= most:
        answers = zip(*(answers for _, answers in piece.options), strict=True)
        rows = ((Styled(said, "strong"), cells, False) for said, cells in zip(piece.questions, answers, strict=True))
        yield from _columns(builder, [Styled(name, "strong") for name, _ in piece.options], rows, _NAME, width)
        return
    groups = ceil(len(piece.questions) / most)
    each = ceil(len(piece.questions) / groups)
    for start in range(0, len(piece.questions), each):
        part = slice(start, start + each)
        rows = ((_name(name, piece.own), answers[part], name == piece.own) for name, answers in piece.options)
        yield from [EMPTY] * bool(start)
        yield from _columns(builder, [Styled(said, "strong") for said in piece.questions[part]], rows, _NAME, width)


def has_room(width: int) -> bool:
    """True if the most columns of a grid fit side by side."""
    return width >= _GRID_NAME + _GRID_MOST * (_GRID_LEAST + GAP)


def grid(builder: TextBuilder, piece: Grid, width: int) -> Iterator[Styled]:
    """Groups of columns, each with the first option, and two empty rows between groups; columns are equal in all groups."""
    first, *others = piece.options
    each = (width - _GRID_NAME) // min(len(piece.options), _GRID_MOST)
    for at in range(0, len(others), _GRID_MOST - 1):
        shown = (first, *others[at : at + _GRID_MOST - 1])
        rows = (
            (Styled(label.removesuffix(":"), "current" if matters else "strong"), cells, matters)
            for (label, matters), cells in zip(piece.rows, zip(*(option.cells for option in shown), strict=True), strict=True)
        )
        yield from [EMPTY, EMPTY] * bool(at)
        heads = [Styled(option.name, "h3") for option in shown]
        yield from _columns(builder, heads, rows, _GRID_NAME, _GRID_NAME + each * len(shown))


def _columns(
    builder: TextBuilder, heads: list[Styled], rows: Iterable[tuple[Styled, CellRuns, bool]], first: int, width: int
) -> Iterator[Styled]:
    """Heads above rows of a name and its cells, each below a rule; `True` marks a row. The names take `first` columns."""
    each = (width - first) // len(heads) - GAP
    widths = [first, *[each] * len(heads)]
    yield from beside([[], *(wrap(head, each) for head in heads)], widths)
    for index, (name, cells, is_marked) in enumerate(rows):
        yield _rule(glyphs.LINE if index else glyphs.THICK, width)
        for line in beside([wrap(name, first), *(wrap(builder.runs(cell), each) for cell in cells)], widths):
            yield line.stylize(MARKED) if is_marked else line


def _stacked(builder: TextBuilder, piece: Table, width: int) -> Iterator[Styled]:
    for index, (name, answers) in enumerate(piece.options):
        yield from [EMPTY] * bool(index)
        yield from (line.stylize(MARKED) if name == piece.own else line for line in wrap(_name(name, piece.own), width))
        yield _rule(glyphs.LINE, width)
        for place, (said, runs) in enumerate(zip(piece.questions, answers, strict=True)):
            yield from [EMPTY] * bool(place)
            yield from (*wrap(Styled(said, "label"), width), *wrap(builder.runs(runs), width))


def _name(name: str, own: str) -> Styled:
    """A name; the words on the reader's own nation in a row of their own."""
    return Styled(name.replace(" (", "\n(") if name == own else name, "strong")


def _rule(glyph: str, width: int) -> Styled:
    return Styled(glyph * width, "rule")
