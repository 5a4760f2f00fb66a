"""Lays out buttons: one alone, or several side by side where they fit."""

from collections.abc import Iterator

from rich.cells import cell_len

from ketaguide.tui.doc import Button, Buttons
from ketaguide.tui.drawing import EMPTY, Line, beside, button_body, pad
from ketaguide.tui.layout_text import TextBuilder
from ketaguide.tui.sizes import MARGIN
from ketaguide.tui.styled import Styled

TEXT_WIDTH = 78
"""Longer lines are hard to read (WCAG 1.4.8 asks for 80 characters at most)."""


def button(builder: TextBuilder, piece: Button, width: int, height: int = 0) -> list[Line]:
    """A filled button of at least three rows, at most as wide as a text, all cells its target; `height` is its least."""
    width = min(width, TEXT_WIDTH)
    body = button_body(piece, width - 4)
    body = [Styled(), *body, *[Styled()] * (max(height - len(body), 0) + 1)]
    target, edge = builder.target(piece.action, piece.number), Styled("  ")
    return [Line((edge + pad(line, width - 4) + edge).stylize_before(piece.style).stylize(target)) for line in body]


def button_row(builder: TextBuilder, piece: Buttons, width: int) -> Iterator[Line]:
    """Buttons side by side where they fit, each with a margin for the focus mark, else stacked."""
    count = len(piece.buttons)
    each, spare = divmod(width - MARGIN * (count - 1), count)
    needed = max((cell_len(one.label) for one in piece.buttons), default=0) + 4
    if each < max(needed, 16):
        for index, one in enumerate(piece.buttons):
            yield from [EMPTY] * bool(index) + button(builder, one, width)
        return
    tallest = max(len(button_body(one, each - 4)) for one in piece.buttons)
    widths = [each + (place < spare) for place in range(count)]
    columns = [button(builder, one, cells, tallest) for one, cells in zip(piece.buttons, widths, strict=True)]
    yield from beside(columns, widths, MARGIN)
