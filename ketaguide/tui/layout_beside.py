"""Lays out what stands side by side: numbers and when to call them, a title and its link, columns, a code and its words."""

from collections.abc import Callable, Iterable, Iterator
from itertools import zip_longest

from rich.cells import cell_len

from ketaguide.tui import glyphs
from ketaguide.tui.doc import Beside, Call, Calls, Columns, Piece, Run, Spread
from ketaguide.tui.drawing import EMPTY, beside, big_number, wrap
from ketaguide.tui.layout_text import TextBuilder
from ketaguide.tui.sizes import MARGIN
from ketaguide.tui.styled import Styled

_GAP = 2
_WORDS_WIDTH = 40
"""Columns for the words beside a number in large digits; below one that leaves them no room."""
_COLUMN = len("0808 808 8000") + _GAP
_LEFT, _RIGHT = 70, 42
"""Widest left column, and the right column."""
_LEAST_LEFT = 51
"""Narrowest left column: the longest answer in one row."""
LayOut = Callable[[Iterable[Piece], int], list[Styled]]
"""Lays out pieces in a width."""


def calls(piece: Calls, width: int) -> Iterator[Styled]:
    """Every call with a bar at its left; large digits are apart by a row, all words begin in one column."""
    bar, inner = Styled(f"{glyphs.BAR} ", "alarm-edge"), width - 2
    digits = {call.number: big_number(call.number, "alarm-big") for call in piece.calls}
    widths = {number: max(line.cell_length for line in lines) for number, lines in digits.items()}
    column = max((cells for cells in widths.values() if cells + _GAP + _WORDS_WIDTH <= inner), default=0)
    rows: list[Styled] = []
    for call in piece.calls:
        if not column or max(widths.values()) > inner:
            rows += _brief(call, inner)
            continue
        number, right = digits[call.number], inner - column - _GAP
        rows += [EMPTY] * bool(rows)
        if widths[call.number] > column:
            rows += number
            number = []
        rows += beside([number, _words(call, right)], [column, right])
    return (bar + row for row in rows)


def spread(builder: TextBuilder, piece: Spread, width: int) -> list[Styled]:
    """A title and the link at its right, above a rule; without room for both, the title alone."""
    space = width - cell_len(piece.left.text) - cell_len(piece.right.text)
    if space < _GAP:
        return wrap(builder.runs((piece.left,)), width)
    rule = Styled(glyphs.THICK * cell_len(piece.left.text), "h1-rule")
    return [builder.runs((piece.left, Run(" " * space), piece.right)), rule]


def columns(lay_out: LayOut, piece: Columns, width: int) -> Iterator[Styled]:
    """The columns side by side, the right one of fixed width; one after the other where the left would be too narrow."""
    left = min(width - _RIGHT - MARGIN, _LEFT)
    if left < _LEAST_LEFT:
        yield from (*lay_out(piece.left, width), EMPTY, *lay_out(piece.right, width))
        return
    yield from beside([lay_out(piece.left, left), lay_out(piece.right, _RIGHT)], [left, _RIGHT], MARGIN)


def picture_beside(lay_out: LayOut, piece: Beside, width: int) -> Iterator[Styled]:
    """A picture with words at its right. No row of it is shortened: the light edge of a code is part of it."""
    rows, style = piece.picture.lines, piece.picture.style
    words = lay_out(piece.words, width - len(rows[0]) - _GAP)
    for row, line in zip_longest(rows, words[: len(rows)]):
        yield Styled(row, style) + (Styled(" " * _GAP) + line if line is not None else EMPTY)


def _words(call: Call, width: int) -> list[Styled]:
    said = (*map(Styled, call.lines), *(Styled(line, "strong") for line in call.strong))
    return [line for words in said for line in wrap(words, width)]


def _brief(call: Call, width: int) -> Iterable[Styled]:
    """The number in bold before its words, or in a narrow window in the same row."""
    number = Styled(call.number, "alarm-big")
    if width >= _COLUMN + _WORDS_WIDTH:
        return beside([[number], _words(call, width - _COLUMN)], [_COLUMN - _GAP, width - _COLUMN])
    first, *others = (call.brief,) if call.brief else call.lines
    return [*wrap(number + Styled(f" {first}"), width), *_words(Call("", tuple(others), call.strong), width)]
