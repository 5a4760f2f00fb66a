"""Lays out the pieces of a page as lines of a given width. Pure: no screen, no colours, no files.

Every line is a `Styled`; the characters of a target carry the span `target:<number>`.
"""

from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import TypeGuard, assert_never

from msgspec import Struct, structs
from rich.cells import cell_len

from ketaguide.tui import doc as d
from ketaguide.tui import glyphs
from ketaguide.tui.actions import Action
from ketaguide.tui.doc import Doc, Piece
from ketaguide.tui.drawing import EMPTY, framed, wrap
from ketaguide.tui.layout_answers import NARROW, answers, field, hit
from ketaguide.tui.layout_beside import calls, columns, picture_beside, spread
from ketaguide.tui.layout_buttons import TEXT_WIDTH, button, button_row, strip
from ketaguide.tui.layout_fact_box import fact_table
from ketaguide.tui.layout_figures import figure
from ketaguide.tui.layout_tables import GRID_WIDTH, grid, has_room, pairs, table
from ketaguide.tui.layout_text import TextBuilder
from ketaguide.tui.sizes import MARGIN
from ketaguide.tui.styled import MARKED, TARGET, Styled

MARGINS = MARGIN + 1
"""Columns of both margins: that of the focus mark at the left, and one at the right."""
_BUTTONS = d.Button | d.Buttons


class Target(Struct, frozen=True):
    """A link, button or menu item, and the cells it covers: (row, first column, column after the last)."""

    action: Action
    cells: tuple[tuple[int, int, int], ...]
    number: int = 0
    mark: int | None = None
    """Column of the focus mark; None for a link inside a text, which has it at the left of the page and no bar."""

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

    lines: tuple[Styled, ...]
    targets: tuple[Target, ...]
    starts: tuple[int, ...] = ()
    """The first row of each piece of the page, and the row after the last."""


def lowered(layout: Layout, by: int) -> Layout:
    """A layout with `by` empty rows above it."""
    targets = tuple(
        structs.replace(one, cells=tuple((row + by, first, last) for row, first, last in one.cells)) for one in layout.targets
    )
    starts = tuple(row + by for row in layout.starts)
    return Layout((*[EMPTY] * by, *layout.lines), targets, starts)


def lay_out(doc: Doc, width: int) -> Layout:
    """Lay a page out in `width` columns, at least 20: two empty lines before a heading, one in menus and between buttons."""
    builder = _Builder()
    space, bar = Styled(" " * MARGIN), Styled(f" {glyphs.BAR} ", "current")
    room = max(width, 20) - MARGINS
    inner = min(room, width if doc.alone else TEXT_WIDTH)
    lines: list[Styled] = []
    starts = []
    before: Piece | None = None
    for piece in doc.pieces:
        if lines and (is_heading(piece) or (isinstance(piece, _BUTTONS) and isinstance(before, _BUTTONS))):
            lines += [EMPTY] * _missing(lines, 2 if is_heading(piece) and not doc.menu else 1)
        starts.append(len(lines))
        for line in builder.piece(piece, min(room, GRID_WIDTH) if isinstance(piece, d.Grid) and has_room(room) else inner):
            is_marked = any(style == MARKED for _, _, style in line.spans)
            lines.append((bar if is_marked else space) + line)
        before = piece
    return Layout(tuple(lines), _targets(lines, builder), (*starts, len(lines)))


def is_heading(piece: Piece) -> TypeGuard[d.Text]:
    """True for a section heading."""
    return isinstance(piece, d.Text) and bool(piece.runs) and piece.runs[0].style == "h2"


def _missing(lines: list[Styled], wanted: int) -> int:
    """Number of empty lines to add below some lines; below the rule of a title one is enough."""
    empty = len(list(takewhile(_is_empty, reversed(lines))))
    below_title = empty < len(lines) and lines[-1 - empty].plain.endswith(glyphs.THICK)
    return max((1 if below_title else wanted) - empty, 0)


def _is_empty(content: Styled) -> bool:
    """True without words and without a ground of its own."""
    return not content.spans and not content.plain.strip()


def _targets(lines: list[Styled], builder: TextBuilder) -> tuple[Target, ...]:
    cells: dict[int, list[tuple[int, int, int]]] = {}
    for row, line in enumerate(lines):
        plain = line.plain
        for start, end, style in line.spans:
            if style.startswith(TARGET):
                target = int(style.removeprefix(TARGET))
                first, last = cell_len(plain[:start]), cell_len(plain[:end])
                if first < last:
                    cells.setdefault(target, []).append((row, first, last))
    return tuple(
        Target(action, tuple(found), builder.numbers.get(target, 0), None if target in builder.inline else _mark(lines, found))
        for target, action in enumerate(builder.actions)
        if (found := cells.get(target))
    )


def _mark(lines: list[Styled], cells: list[tuple[int, int, int]]) -> int:
    """Column of the focus mark of a target in rows of its own: left of it, or at the left of the page if there are words."""
    row, first, _ = cells[0]
    mark = first - MARGIN
    return 0 if lines[row].plain[mark : mark + 2].strip(f" {glyphs.BAR}") else mark


class _Builder(TextBuilder):
    """Builds the lines of all pieces."""

    def pieces(self, pieces: Iterable[Piece], width: int) -> list[Styled]:
        return [line for piece in pieces for line in self.piece(piece, width)]

    def piece(self, piece: Piece, width: int) -> Iterable[Styled]:
        match piece:
            case d.Text():
                return self.text(piece, width)
            case d.Gap():
                return (EMPTY,)
            case d.Underline():
                longest = max(line.cell_length for line in wrap(Styled(piece.words), width))
                return (Styled(glyphs.THICK * longest, "h1-rule"),)
            case d.Item():
                return self.item(piece, width)
            case d.Jumps():
                return self.jumps(piece, width)
            case d.Button():
                return button(self, piece, width)
            case d.Buttons():
                return button_row(self, piece, width)
            case d.Box():
                return self.box(piece, width)
            case d.Barred():
                return self.panel(piece.body, piece.style, width)
            case d.PeopleFigure():
                return figure(self, piece, width)
            case d.FactTable():
                return fact_table(self, piece, width)
            case d.Picture():
                rows = piece.lines if piece.style else [row[: width + 1] for row in piece.lines]
                return [Styled(row, piece.style) for row in rows]
            case d.Calls():
                return calls(piece, width)
            case d.Hit():
                return hit(self, piece, width)
            case d.Beside():
                return picture_beside(self.pieces, piece, width)
            case d.Spread():
                return spread(self, piece, width)
            case d.Pairs():
                return pairs(self, piece, width)
            case d.Table():
                return table(self, piece, width)
            case d.Ticks():
                return self.ticks(piece, width)
            case d.Grid():
                return grid(self, piece, width) if has_room(width) else self.pieces(piece.listed, width)
            case d.Answers():
                return answers(self, piece, width)
            case d.Field():
                return field(self, piece, width)
            case d.Strip():
                return strip(self, piece, width)
            case d.Columns():
                return columns(self.pieces, piece, width)
            case d.Either():
                return self.pieces(piece.narrow if width < NARROW else piece.usual, width)
            case _:
                assert_never(piece)

    def panel(self, body: Iterable[Piece], style: str, width: int) -> Iterator[Styled]:
        """Pieces on a ground from edge to edge, with a bar at their left."""
        for line in self.pieces(body, width - 3):
            yield framed(f"{glyphs.BAR} ", line, " ", f"{style}-edge", width - 3).stylize_before(style)

    def box(self, piece: d.Box, width: int) -> Iterator[Styled]:
        """A card: the head on its own ground, the body as a panel."""
        for line in wrap(self.runs(piece.head), width - 3):
            yield (Styled("  ") + line).pad(width).stylize_before(f"{piece.style}-head")
        yield from self.panel(piece.body, piece.style, width)
