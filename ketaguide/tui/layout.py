"""Lays out the pieces of a page as lines of a given width. Pure: no screen, no colours, no files.

Every line is a `Content` whose spans carry style names; targets carry the span `target:<number>`.
"""

from collections.abc import Iterable, Iterator

from msgspec import Struct
from rich.cells import cell_len
from textual.content import Content, Span

from ketaguide.tui import glyphs
from ketaguide.tui.actions import Action
from ketaguide.tui.doc import (
    Barred,
    Big,
    Box,
    Button,
    Buttons,
    Doc,
    Gap,
    Item,
    Pairs,
    People,
    Picture,
    Piece,
    Run,
    Table,
    Text,
    Underline,
    spaced,
    text,
)
from ketaguide.tui.drawing import (
    PEOPLE_PER_ROW,
    Line,
    beside,
    big_number,
    button_body,
    inset,
    pad,
    people_row,
    wrap,
)

MARGIN = 2
"""Columns at the left of every line, for the focus mark."""
TEXT_WIDTH = 78
"""Longer lines are hard to read (WCAG 1.4.8 asks for 80 characters at most)."""
RULE_WIDTH = 24
BUTTON_WIDTH = 44
NAME_WIDTH = 20


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
    inner = min(max(width, 20) - 2 * MARGIN, TEXT_WIDTH)
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


class _Builder:
    """Builds lines and numbers the actions in them."""

    def __init__(self) -> None:
        self.actions: list[Action] = []
        self.numbers: dict[int, int] = {}

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
                yield from self.button(piece, min(width, BUTTON_WIDTH))
            case Buttons():
                yield from self.buttons(piece, width)
            case Box():
                yield from self.box(piece, width)
            case Barred():
                bar = Content.styled(f"{glyphs.BAR} ", piece.style)
                for line in self.pieces(piece.body, width - 2):
                    yield Line(bar + line.content, line.style)
            case People():
                yield from self.people(piece, width)
            case Picture():
                for row in piece.lines:
                    yield Line(Content.styled(row, piece.style) if piece.style else Content(row[: width + MARGIN]))
            case Big():
                yield from big_number(piece, width)
            case Pairs():
                yield from self.pairs(piece, width)
            case Table():
                yield from self.table(piece, width)

    def target(self, action: Action, number: int = 0) -> str:
        """The style name that marks a target."""
        self.actions.append(action)
        if number:
            self.numbers[len(self.actions) - 1] = number
        return f"target:{len(self.actions) - 1}"

    def runs(self, runs: Iterable[Run]) -> Content:
        """Runs joined, their styles and targets as spans."""
        plain, spans = "", []
        for run in runs:
            start, plain = len(plain), plain + run.text
            if run.style:
                spans.append(Span(start, len(plain), run.style))
            if run.action:
                spans.append(Span(start, len(plain), self.target(run.action)))
        return Content(plain, spans)

    def text(self, piece: Text, width: int) -> Iterator[Line]:
        first = cell_len(piece.first)
        rest = Content(" " * first)
        for index, line in enumerate(wrap(self.runs(piece.runs), max(width - first, 8))):
            padded = line.center(width - first).rstrip() if piece.center else line
            yield Line((rest if index else Content(piece.first)) + padded, piece.style)

    def item(self, piece: Item, width: int) -> Iterator[Line]:
        number = f"{piece.number} " if piece.number else ""
        lead = " " * piece.indent + number
        target = self.target(piece.action, piece.number)
        sign = f" {glyphs.HERE}" if piece.current else ""
        inset = cell_len(piece.sign)
        for index, line in enumerate(wrap(Content(piece.label + sign), width - len(lead) - inset)):
            label = Content(" " * inset) + line if index else Content(piece.sign) + line
            label = label.stylize("current" if piece.current else "item").stylize(target)
            yield Line(Content(" " * len(lead) if index else lead) + label)

    def button(self, piece: Button, width: int, height: int = 0) -> list[Line]:
        """A framed button of at least three rows; every cell is part of the target. `height` is the minimum inside."""
        body = button_body(piece, width - 4)
        body += [Content("")] * (height - len(body))
        target = self.target(piece.action, piece.number)
        top_left, top_right, low_right, low_left, flat, side = tuple(glyphs.FRAME)
        rows = [Content(top_left + flat * (width - 2) + top_right)]
        rows += [Content(f"{side} ") + pad(line, width - 4) + Content(f" {side}") for line in body]
        rows.append(Content(low_left + flat * (width - 2) + low_right))
        return [Line(row.stylize(piece.style).stylize(target)) for row in rows]

    def buttons(self, piece: Buttons, width: int) -> Iterator[Line]:
        count = len(piece.buttons)
        if count == 1:
            yield from self.button(piece.buttons[0], min(width, BUTTON_WIDTH))
            return
        each, spare = divmod(width - 2 * (count - 1), count)
        needed = max((cell_len(button.label) for button in piece.buttons), default=0) + 4
        if each < max(needed, 16):
            for button in piece.buttons:
                yield from self.button(button, width)
            return
        tallest = max(len(button_body(button, each - 4)) for button in piece.buttons)
        widths = [each + (place < spare) for place in range(count)]
        columns = [self.button(button, cells, tallest) for button, cells in zip(piece.buttons, widths, strict=True)]
        yield from beside(columns, widths)

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

    def people(self, piece: People, width: int) -> Iterator[Line]:
        """Each arm's hundred in five rows of twenty, two arms side by side where they fit."""
        needed = PEOPLE_PER_ROW + 1
        each = (width - 4) // 2 if len(piece.arms) == 2 and width >= 2 * needed + 4 else width
        columns = []
        for arm in piece.arms:
            label = Content(f"{arm.label}\n({arm.counts})" if arm.counts else arm.label)
            column = [Line(Content.styled(arm.in_100, "icon-on")), *map(Line, wrap(label, each))]
            for row in range(100 // PEOPLE_PER_ROW):
                column.append(Line(people_row(arm.per100 - row * PEOPLE_PER_ROW)))
            columns.append(column)
        if each < width:
            heads = [len(column) for column in columns]
            for column, height in zip(columns, heads, strict=True):  # align the ends of labels
                for _ in range(max(heads) - height):
                    column.insert(height - 100 // PEOPLE_PER_ROW, Line(Content("")))
            yield from beside(columns, [each, each])
            return
        for index, column in enumerate(columns):
            if index:
                yield Line(Content(""))
            yield from column

    def pairs(self, piece: Pairs, width: int) -> Iterator[Line]:
        has_room = width >= 3 * NAME_WIDTH
        for name, runs in piece.rows:
            label = Content.styled(name, "label")
            if has_room:
                left = [Line(line) for line in wrap(label, NAME_WIDTH - 2)]
                right = [Line(line) for line in wrap(self.runs(runs), width - NAME_WIDTH)]
                yield from beside([left, right], [NAME_WIDTH - 2, width - NAME_WIDTH])
            else:
                for line in wrap(label + Content(" ") + self.runs(runs) if name else self.runs(runs), width):
                    yield Line(line)

    def table(self, piece: Table, width: int) -> Iterator[Line]:
        if width >= 3 * NAME_WIDTH:
            groups = [
                (question, tuple((name, answers[index]) for name, answers in piece.options))
                for index, question in enumerate(piece.questions)
            ]
        else:
            groups = [(name, tuple(zip(piece.questions, answers, strict=True))) for name, answers in piece.options]
        for head, rows in groups:
            yield from self.text(text(head, "h3"), width)
            yield Line(Content.styled(glyphs.LINE * width, "rule"))
            if width >= 3 * NAME_WIDTH:
                yield from self.pairs(Pairs(rows), width)
            else:
                yield from self.pieces(spaced(Text((Run(f"{name} ", "label"), *runs)) for name, runs in rows), width)
            yield Line(Content(""))
