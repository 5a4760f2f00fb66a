"""Lays out tables and rows of pairs: in columns where there is room, else one below the other."""

from collections.abc import Iterator
from math import ceil

from ketaguide.tui import glyphs
from ketaguide.tui.doc import Pairs, Run, Table, Text, text
from ketaguide.tui.drawing import EMPTY, Line, beside, wrap
from ketaguide.tui.layout_text import TextBuilder
from ketaguide.tui.styled import Styled

_HAS_COLUMNS = 52
"""Least width for columns."""
_NAME, _LEAST, _GAP = 16, 18, 2
"""Width of the names at the left, least width of a column, and columns of space between."""
Cell = tuple[Run, ...]


def pairs(builder: TextBuilder, piece: Pairs, width: int) -> Iterator[Line]:
    """Rows of a name and a text, side by side where there is room."""
    rest = width - _NAME - _GAP
    if piece.is_ruled and width >= _HAS_COLUMNS:
        yield _rule(glyphs.THICK, width)
    for index, (name, runs) in enumerate(piece.rows):
        label = Styled(name, "label")
        if width >= _HAS_COLUMNS:
            if piece.is_ruled and index:
                yield _rule(glyphs.LINE, width)
            yield from beside([_lines(label, _NAME), _lines(builder.runs(runs), rest)], [_NAME, rest], _GAP)
        elif piece.is_ruled:
            yield from [EMPTY] * bool(index)
            yield from (*_lines(label, width), *_lines(builder.runs(runs), width))
        else:
            end = " " if name.endswith((".", ":", "?", "!")) else ": "
            yield from _lines(label + Styled(end) + builder.runs(runs) if name else builder.runs(runs), width)


def table(builder: TextBuilder, piece: Table, width: int) -> Iterator[Line]:
    """The options side by side where all fit; else a row each, with as many questions side by side as fit; else stacked."""
    if width < _HAS_COLUMNS:
        yield from _stacked(builder, piece, width)
        return
    most = max((width - _NAME) // (_LEAST + _GAP), 1)
    if len(piece.options) <= most:
        heads = tuple(name for name, _ in piece.options)
        rows = [(said, tuple(answers[index] for _, answers in piece.options)) for index, said in enumerate(piece.questions)]
        yield from _grid(builder, heads, rows, width)
        return
    groups = ceil(len(piece.questions) / most)
    each = ceil(len(piece.questions) / groups)
    for start in range(0, len(piece.questions), each):
        if start:
            yield EMPTY
        part = slice(start, start + each)
        yield from _grid(
            builder, piece.questions[part], [(name, answers[part]) for name, answers in piece.options], width, piece.own
        )


def _grid(
    builder: TextBuilder, heads: tuple[str, ...], rows: list[tuple[str, tuple[Cell, ...]]], width: int, own: str = ""
) -> Iterator[Line]:
    each = (width - _NAME) // len(heads) - _GAP
    widths = [_NAME, *[each] * len(heads)]
    yield from beside([[], *(_lines(Styled(head, "strong"), each) for head in heads)], widths, _GAP)
    for index, (name, cells) in enumerate(rows):
        yield _rule(glyphs.LINE if index else glyphs.THICK, width)
        columns = [_name(name, own, _NAME), *(_lines(builder.runs(cell), each) for cell in cells)]
        yield from (Line(line.content, is_marked=name == own) for line in beside(columns, widths, _GAP))


def _stacked(builder: TextBuilder, piece: Table, width: int) -> Iterator[Line]:
    for index, (name, answers) in enumerate(piece.options):
        yield from [EMPTY] * bool(index)
        yield from (Line(line.content, is_marked=name == piece.own) for line in _name(name, piece.own, width))
        yield _rule(glyphs.LINE, width)
        for place, (said, runs) in enumerate(zip(piece.questions, answers, strict=True)):
            yield from [EMPTY] * bool(place)
            yield from builder.text(text(said, "label"), width)
            yield from builder.text(Text(runs), width)


def _name(name: str, own: str, width: int) -> list[Line]:
    """A name; the words on the reader's own nation in a row of their own."""
    return _lines(Styled(name.replace(" (", "\n(") if name == own else name, "strong"), width)


def _lines(content: Styled, width: int) -> list[Line]:
    return [Line(line) for line in wrap(content, width)]


def _rule(glyph: str, width: int) -> Line:
    return Line(Styled(glyph * width, "rule"))
