"""Lays out the first page: questions with answers, the search line, strips of small buttons, two columns.

A target of its own column has three columns of space before it, for the mark of focus; all its rows start and end in the
same columns.
"""

from collections.abc import Callable, Iterable, Iterator
from math import ceil

from rich.cells import cell_len

from ketaguide.tui import glyphs
from ketaguide.tui.doc import Answer, Answers, Button, Columns, Field, Piece, Strip
from ketaguide.tui.drawing import EMPTY, Line, beside, pad, wrap
from ketaguide.tui.layout_text import TextBuilder
from ketaguide.tui.sizes import MARGIN
from ketaguide.tui.styled import Styled

NARROW = 48
"""Columns below which a target is one row high, so that the first screen has something to choose."""
LEAST_ROWS, LEAST_COLUMNS = 3, 12
"""Smallest target that a finger finds (docs/accessibility.md)."""
TWO_COLUMNS_OF_ANSWERS = 72
LEFT, RIGHT = 70, 42
"""Widest left column, and the right column."""
LEAST_LEFT = 51
"""Narrowest left column: the longest answer in one row."""
NUMBER = 2

Laid = list[Line]


def answers(builder: TextBuilder, piece: Answers, width: int) -> Iterator[Line]:
    """Questions with answers; an empty row after each pair of columns, none where one column has three rows for each."""
    if width >= TWO_COLUMNS_OF_ANSWERS:
        each, items = (width - MARGIN) // 2, (*piece.items, *piece.ways)
        for at in range(0, len(items), 2):
            pair = [_answer(builder, item, each) for item in items[at : at + 2]]
            yield from beside(pair, [each] * len(pair), MARGIN)
            yield EMPTY
        return
    for item in piece.items:
        yield from _answer(builder, item, width)
    needed = [cell_len(item.question) + NUMBER for item in piece.ways]
    right = max([*needed[-1:], (width - MARGIN) // 2])
    if len(needed) == 2 and (left := width - MARGIN - right) >= needed[0]:
        pair = [_answer(builder, item, cells) for item, cells in zip(piece.ways, (left, right), strict=True)]
        yield from beside(pair, [left, right], MARGIN)
        return
    for item in piece.ways:
        yield from _answer(builder, item, width)


def _answer(builder: TextBuilder, item: Answer, width: int) -> Laid:
    """A question in bold, brief where it would need two rows, its answer below, and an empty row after a short one."""
    target = builder.target(item.action, item.number)
    asked = item.question if cell_len(item.question) <= width - NUMBER else item.brief
    number = Styled(f"{item.number}".ljust(NUMBER), "soft")
    head = [number + line.stylize("h2") for line in wrap(Styled(asked), width - NUMBER)]
    body = [Styled(" " * NUMBER) + line for line in wrap(Styled(item.answer), width - NUMBER)]
    rows = [*head, *body, *[Styled()] * (LEAST_ROWS - len(head) - len(body))]
    return [Line(pad(row, width).stylize(target)) for row in rows]


def field(builder: TextBuilder, piece: Field, width: int) -> Iterator[Line]:
    """Words in a frame, the key at the right."""
    top_left, top_right, low_right, low_left, flat, side = tuple(glyphs.FRAME)
    target, edge, line = builder.target(piece.action), Styled(side, "rule"), flat * (width - 2)
    words = pad(Styled(piece.words, "soft"), width - 4 - cell_len(piece.key)) + Styled(piece.key, "strong")
    for row in (
        Styled(top_left + line + top_right, "rule"),
        edge + Styled(" ") + words + Styled(" ") + edge,
        Styled(low_left + line + low_right, "rule"),
    ):
        yield Line(row.stylize(target))


def strip(builder: TextBuilder, piece: Strip, width: int) -> Iterator[Line]:
    """As many buttons in a row as their labels allow; an empty row between rows."""
    total = len(piece.buttons)
    needed = max(cell_len(one.label) for one in piece.buttons)
    least = max(needed, LEAST_COLUMNS) if piece.height > 1 else needed
    most = max(1, min(total, (width + MARGIN) // (least + MARGIN)))
    in_row = ceil(total / ceil(total / most))
    each, spare = divmod(width + MARGIN, in_row)
    widths = [each + (place < spare) - MARGIN for place in range(in_row)]
    for at in range(0, total, in_row):
        if at:
            yield EMPTY
        row = piece.buttons[at : at + in_row]
        cells = [_cell(builder, one, columns, piece.height) for one, columns in zip(row, widths, strict=False)]
        yield from beside(cells, widths[: len(row)], MARGIN)


def _cell(builder: TextBuilder, button: Button, width: int, height: int) -> Laid:
    """A filled button with its label in the middle row and its note below."""
    said = [Styled(button.label, "strong"), *([Styled(button.note)] if button.note and height > 1 else [])]
    rows = [Styled()] * ((height - 1) // 2) + [Styled(" " * ((width - line.cell_length) // 2)) + line for line in said]
    rows += [Styled()] * (height - len(rows))
    target = builder.target(button.action)
    return [Line(pad(row, width).stylize_before(button.style).stylize(target)) for row in rows]


def columns(lay_out: Callable[[Iterable[Piece], int], Laid], piece: Columns, width: int) -> Iterator[Line]:
    """The columns side by side, the right one of fixed width; one after the other where the left would be too narrow."""
    left = min(width - RIGHT - MARGIN, LEFT)
    if left < LEAST_LEFT:
        yield from (*lay_out(piece.left, width), EMPTY, *lay_out(piece.right, width))
        return
    yield from beside([lay_out(piece.left, left), lay_out(piece.right, RIGHT)], [left, RIGHT], MARGIN)
