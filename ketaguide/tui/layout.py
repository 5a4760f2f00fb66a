"""Lays out the pieces of a page as lines of a given width. Pure: no screen, no colours, no files.

Every line is a `Content` whose spans carry style names; targets carry the span `target:<number>`.
"""

from collections.abc import Iterable, Iterator

from msgspec import Struct
from rich.cells import cell_len
from textual.content import Content

from ketaguide.tui import glyphs
from ketaguide.tui.actions import Action
from ketaguide.tui.doc import (
    Answers,
    Barred,
    Box,
    Button,
    Buttons,
    Calls,
    Columns,
    Doc,
    Either,
    Field,
    Gap,
    Item,
    Pairs,
    People,
    Picture,
    Piece,
    Spread,
    Strip,
    Table,
    Text,
    Underline,
)
from ketaguide.tui.drawing import Line, inset, wrap
from ketaguide.tui.layout_buttons import BUTTON_WIDTH, button, button_row
from ketaguide.tui.layout_calls import calls, spread
from ketaguide.tui.layout_figures import pairs, people, table
from ketaguide.tui.layout_home import NARROW, answers, columns, field, strip
from ketaguide.tui.layout_text import TextBuilder

MARGIN = 2
"""Columns at the left of every line, for the focus mark."""
TEXT_WIDTH = 78
"""Longer lines are hard to read (WCAG 1.4.8 asks for 80 characters at most)."""
RULE_WIDTH = 24


class Target(Struct, frozen=True):
    """A link, button or menu item, and the cells it covers: (row, first column, column after the last)."""

    action: Action
    cells: tuple[tuple[int, int, int], ...]
    number: int = 0

    @property
    def row(self) -> int:
        """Its first row."""
        return self.cells[0][0]

    @property
    def last_row(self) -> int:
        """Its last row."""
        return self.cells[-1][0]


class Layout(Struct, frozen=True):
    """A page laid out."""

    lines: tuple[Line, ...]
    targets: tuple[Target, ...]
    starts: tuple[int, ...] = ()
    """The first row of each piece of the page, and the row after the last."""


def lay_out(doc: Doc, width: int) -> Layout:
    """Lay a page out in `width` columns, at least 20."""
    builder = _Builder()
    margin = Content(" " * MARGIN)
    inner = max(width, 20) - MARGIN if doc.alone else min(max(width, 20) - 2 * MARGIN, TEXT_WIDTH)
    lines: list[Line] = []
    starts = [0]
    for piece in doc.pieces:
        lines += [Line(margin + line.content, line.style) for line in builder.piece(piece, inner)]
        starts.append(len(lines))
    return Layout(tuple(lines), _targets(lines, builder.actions, builder.numbers), tuple(starts))


def _targets(lines: list[Line], actions: list[Action], numbers: dict[int, int]) -> tuple[Target, ...]:
    cells: dict[int, list[tuple[int, int, int]]] = {}
    for row, line in enumerate(lines):
        plain = line.content.plain
        for span in line.content.spans:
            if isinstance(span.style, str) and span.style.startswith("target:"):
                target = int(span.style.removeprefix("target:"))
                first, last = cell_len(plain[: span.start]), cell_len(plain[: span.end])
                if first < last:
                    cells.setdefault(target, []).append((row, first, last))
    return tuple(
        Target(action, tuple(cells[target]), numbers.get(target, 0)) for target, action in enumerate(actions) if target in cells
    )


class _Builder(TextBuilder):
    """Builds lines and numbers the actions in them."""

    def pieces(self, pieces: Iterable[Piece], width: int) -> list[Line]:
        return [line for piece in pieces for line in self.piece(piece, width)]

    def piece(self, piece: Piece, width: int) -> Iterator[Line]:
        match piece:
            case Gap():
                yield Line(Content(""))
            case Underline():
                yield Line(Content.styled(glyphs.THICK * min(width, RULE_WIDTH), "h1-rule"))
            case Text():
                yield from self.text(piece, width)
            case Item():
                yield from self.item(piece, width)
            case Button():
                yield from button(self, piece, min(width, BUTTON_WIDTH))
            case Buttons():
                yield from button_row(self, piece, width)
            case Box():
                yield from self.box(piece, width)
            case Barred():
                bar = Content.styled(f"{glyphs.BAR} ", piece.style)
                for line in self.pieces(piece.body, width - 2):
                    yield Line(bar + line.content, line.style)
            case People():
                yield from people(piece, width)
            case Picture():
                for row in piece.lines:
                    yield Line(Content.styled(row, piece.style) if piece.style else Content(row[: width + MARGIN]))
            case Calls():
                yield from calls(piece, width)
            case Spread():
                yield from spread(self, piece, width)
            case Pairs():
                yield from pairs(self, piece, width)
            case Table():
                yield from table(self, piece, width)
            case Answers():
                yield from answers(self, piece, width)
            case Field():
                yield from field(self, piece, width)
            case Strip():
                yield from strip(self, piece, width)
            case Columns():
                yield from columns(self.pieces, piece, width)
            case Either():
                yield from self.pieces(piece.narrow if width < NARROW else piece.usual, width)

    def box(self, piece: Box, width: int) -> Iterator[Line]:
        inner = width - 4
        top_left, top_right, low_right, low_left, flat, side = tuple(glyphs.HEAVY)
        edge, head_style = f"{piece.style}-edge", f"{piece.style}-head"
        bar = Content.styled(side, edge)
        yield Line(Content.styled(top_left + flat * (width - 2) + top_right, edge))
        for line in wrap(self.runs(piece.head), inner):
            yield Line(bar + inset(line, inner).stylize_before(head_style) + bar)
        for row in self.pieces(piece.body, inner):
            yield Line(bar + inset(row.content, inner).stylize_before(piece.style) + bar)
        yield Line(Content.styled(low_left + flat * (width - 2) + low_right, edge))
