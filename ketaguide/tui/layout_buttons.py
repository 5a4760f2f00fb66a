"""Lays out buttons: one alone, or several side by side where they fit."""

from collections.abc import Iterator

from rich.cells import cell_len
from textual.content import Content

from ketaguide.tui import glyphs
from ketaguide.tui.doc import Button, Buttons
from ketaguide.tui.drawing import Line, beside, button_body, pad
from ketaguide.tui.layout_text import TextBuilder

BUTTON_WIDTH = 44


def button(builder: TextBuilder, piece: Button, width: int, height: int = 0) -> list[Line]:
    """A framed button of at least three rows; every cell is part of the target. `height` is the minimum inside."""
    body = button_body(piece, width - 4)
    body += [Content("")] * (height - len(body))
    target = builder.target(piece.action, piece.number)
    top_left, top_right, low_right, low_left, flat, side = tuple(glyphs.FRAME)
    rows = [Content(top_left + flat * (width - 2) + top_right)]
    rows += [Content(f"{side} ") + pad(line, width - 4) + Content(f" {side}") for line in body]
    rows.append(Content(low_left + flat * (width - 2) + low_right))
    return [Line(row.stylize(piece.style).stylize(target)) for row in rows]


def button_row(builder: TextBuilder, piece: Buttons, width: int) -> Iterator[Line]:
    """Buttons side by side where they fit, else stacked."""
    count = len(piece.buttons)
    if count == 1:
        yield from button(builder, piece.buttons[0], min(width, BUTTON_WIDTH))
        return
    each, spare = divmod(width - 2 * (count - 1), count)
    needed = max((cell_len(one.label) for one in piece.buttons), default=0) + 4
    if each < max(needed, 16):
        for one in piece.buttons:
            yield from button(builder, one, width)
        return
    tallest = max(len(button_body(one, each - 4)) for one in piece.buttons)
    widths = [each + (place < spare) for place in range(count)]
    columns = [button(builder, one, cells, tallest) for one, cells in zip(piece.buttons, widths, strict=True)]
    yield from beside(columns, widths)
