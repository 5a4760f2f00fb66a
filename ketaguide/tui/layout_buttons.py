"""Lays out buttons: one alone, several side by side where they fit, and strips of small ones."""

from collections.abc import Iterator
from math import ceil

from rich.cells import cell_len

from ketaguide.tui.doc import Button, Buttons, Strip
from ketaguide.tui.drawing import EMPTY, beside, hanging
from ketaguide.tui.layout_text import TextBuilder
from ketaguide.tui.sizes import MARGIN
from ketaguide.tui.styled import Styled

TEXT_WIDTH = 78
"""Longer lines are hard to read (WCAG 1.4.8 asks for 80 characters at most)."""
LEAST_ROWS, LEAST_COLUMNS = 3, 12
"""Smallest target that a finger finds (docs/accessibility.md)."""


def button(builder: TextBuilder, piece: Button, width: int, height: int = 0) -> list[Styled]:
    """A filled button of at least three rows, at most as wide as a text, all cells its target; `height` is its least."""
    width = min(width, TEXT_WIDTH)
    body = _body(piece, width - 4)
    body = [EMPTY, *body, *[EMPTY] * (max(height - len(body), 0) + 1)]
    target, edge = builder.target(piece.action, piece.number), Styled("  ")
    return [(edge + line.pad(width - 4) + edge).stylize_before("button").stylize(target) for line in body]


def _body(piece: Button, width: int) -> list[Styled]:
    """A button's number, label and note, wrapped; all rows hang after the number."""
    lead = Styled(f"{piece.number}  " if piece.number else "", "strong")
    note = hanging(Styled(" " * len(lead)), Styled(piece.note), width) if piece.note else []
    return [*hanging(lead, Styled(piece.label, "strong"), width), *note]


def button_row(builder: TextBuilder, piece: Buttons, width: int) -> Iterator[Styled]:
    """Buttons side by side where they fit, each with a margin for the focus mark, else stacked."""
    widths = _shares(width, len(piece.buttons))
    if widths[-1] < max(12, *(cell_len(one.label) for one in piece.buttons)) + 4:
        for index, one in enumerate(piece.buttons):
            yield from [EMPTY] * bool(index) + button(builder, one, width)
        return
    tallest = max(len(_body(one, widths[-1] - 4)) for one in piece.buttons)
    columns = [button(builder, one, cells, tallest) for one, cells in zip(piece.buttons, widths, strict=True)]
    yield from beside(columns, widths, MARGIN)


def strip(builder: TextBuilder, piece: Strip, width: int) -> Iterator[Styled]:
    """As many buttons in a row as their labels allow; an empty row between rows."""
    total = len(piece.buttons)
    needed = max(cell_len(one.label) for one in piece.buttons)
    least = max(needed, LEAST_COLUMNS) if piece.height > 1 else needed
    most = max(1, min(total, (width + MARGIN) // (least + MARGIN)))
    in_row = ceil(total / ceil(total / most))
    widths = _shares(width, in_row)
    for at in range(0, total, in_row):
        row = piece.buttons[at : at + in_row]
        cells = [_cell(builder, one, columns, piece.height) for one, columns in zip(row, widths, strict=False)]
        yield from [EMPTY] * bool(at)
        yield from beside(cells, widths[: len(row)], MARGIN)


def _cell(builder: TextBuilder, button: Button, width: int, height: int) -> list[Styled]:
    """A filled button with its label in the middle row and its note below."""
    said = [Styled(button.label, "strong"), *([Styled(button.note)] if button.note and height > 1 else [])]
    rows = [EMPTY] * ((height - 1) // 2) + [line.centred(width) for line in said]
    rows += [EMPTY] * (height - len(rows))
    target = builder.target(button.action)
    return [row.pad(width).stylize_before("button").stylize(target) for row in rows]


def _shares(width: int, count: int) -> list[int]:
    """Widths of so many columns that fill a width with margins between, the wider ones first."""
    each, spare = divmod(width + MARGIN, count)
    return [each + (place < spare) - MARGIN for place in range(count)]
