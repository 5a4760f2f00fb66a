"""Lays out figures of 100 people, rows of pairs, and tables."""

from collections.abc import Iterator

from textual.content import Content

from ketaguide.tui import glyphs
from ketaguide.tui.doc import Pairs, People, Run, Table, Text, text
from ketaguide.tui.drawing import PEOPLE_PER_ROW, Line, beside, people_row, wrap
from ketaguide.tui.layout_text import TextBuilder

NAME_WIDTH = 20


def people(piece: People, width: int) -> Iterator[Line]:
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


def pairs(builder: TextBuilder, piece: Pairs, width: int) -> Iterator[Line]:
    """Rows of a name and a text, side by side where there is room."""
    has_room = width >= 3 * NAME_WIDTH
    for name, runs in piece.rows:
        label = Content.styled(name, "label")
        if has_room:
            left = [Line(line) for line in wrap(label, NAME_WIDTH - 2)]
            right = [Line(line) for line in wrap(builder.runs(runs), width - NAME_WIDTH)]
            yield from beside([left, right], [NAME_WIDTH - 2, width - NAME_WIDTH])
        else:
            for line in wrap(label + Content(" ") + builder.runs(runs) if name else builder.runs(runs), width):
                yield Line(line)


def table(builder: TextBuilder, piece: Table, width: int) -> Iterator[Line]:
    """The answers by question where there is room, by option where there is not."""
    if width >= 3 * NAME_WIDTH:
        groups = [
            (question, tuple((name, answers[index]) for name, answers in piece.options))
            for index, question in enumerate(piece.questions)
        ]
    else:
        groups = [(name, tuple(zip(piece.questions, answers, strict=True))) for name, answers in piece.options]
    for head, rows in groups:
        yield from builder.text(text(head, "h3"), width)
        yield Line(Content.styled(glyphs.LINE * width, "rule"))
        if width >= 3 * NAME_WIDTH:
            yield from pairs(builder, Pairs(rows), width)
        else:
            for index, (name, runs) in enumerate(rows):
                if index:
                    yield Line(Content(""))
                yield from builder.text(Text((Run(f"{name} ", "label"), *runs)), width)
        yield Line(Content(""))
