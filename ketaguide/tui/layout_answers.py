"""Lays out questions with their answers, results of a search, and the line that opens it.

A target of its own column has three columns of space before it, for the mark of focus; all its rows start and end in the
same columns.
"""

from collections.abc import Iterator

from rich.cells import cell_len

from ketaguide.tui import glyphs
from ketaguide.tui.doc import Answer, Answers, Field, Hit
from ketaguide.tui.drawing import EMPTY, beside, frame_edge, framed, hanging
from ketaguide.tui.layout_buttons import LEAST_ROWS
from ketaguide.tui.layout_text import TextBuilder
from ketaguide.tui.sizes import MARGIN
from ketaguide.tui.styled import Styled

NARROW = 48
"""Columns below which a target is one row high, so that the first screen has something to choose."""
TWO_COLUMNS_OF_ANSWERS = 72
NUMBER = 2


def answers(builder: TextBuilder, piece: Answers, width: int) -> Iterator[Styled]:
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


def _answer(builder: TextBuilder, item: Answer, width: int) -> list[Styled]:
    """A question in bold, brief where it would need two rows, its answer below, and an empty row after a short one."""
    asked = item.question if cell_len(item.question) <= width - NUMBER else item.brief
    return _numbered(builder, item, Styled(asked, "h2"), Styled(item.answer), width, LEAST_ROWS)


def hit(builder: TextBuilder, piece: Hit, width: int) -> list[Styled]:
    """A result of a search: title and kind in one row where both fit, the excerpt below."""
    head = Styled(piece.title, "h2") + Styled("  ") + Styled(piece.kind, "soft")
    return _numbered(builder, piece, head, builder.runs(piece.excerpt), width)


def _numbered(
    builder: TextBuilder, piece: Answer | Hit, head: Styled, body: Styled, width: int, least: int = 0
) -> list[Styled]:
    """A target with its number, a head, and a body below; of at least so many rows."""
    target = builder.target(piece.action, piece.number)
    rows = hanging(Styled(f"{piece.number or ''}".ljust(NUMBER), "soft"), head, width)
    rows += hanging(Styled(" " * NUMBER), body, width)
    rows += [EMPTY] * (least - len(rows))
    return [row.pad(width).stylize(target) for row in rows]


def field(builder: TextBuilder, piece: Field, width: int) -> Iterator[Styled]:
    """Words in a frame, the key at the right."""
    target = builder.target(piece.action)
    words = Styled(piece.words, "soft").pad(width - 4 - cell_len(piece.key)) + Styled(piece.key, "strong")
    middle = framed(glyphs.SIDE, Styled(" ") + words + Styled(" "), glyphs.SIDE, "rule", width - 2)
    rows = (frame_edge(width, glyphs.TOP), middle, frame_edge(width, glyphs.BOTTOM))
    return (row.stylize(target) for row in rows)
