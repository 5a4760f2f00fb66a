"""Lays out figures of 100 people, each one object in a frame."""

from collections.abc import Iterator

from ketaguide.render.flow import joined
from ketaguide.resolve.figure import ResolvedArm
from ketaguide.tui import glyphs
from ketaguide.tui.doc import Figure, Run
from ketaguide.tui.drawing import EMPTY, PEOPLE_PER_ROW, Line, beside, frame_edge, framed, people_row, wrap
from ketaguide.tui.layout_text import TextBuilder
from ketaguide.tui.styled import Styled

_SPACE = 3
"""Columns between the pictures of two arms."""


def figure(builder: TextBuilder, piece: Figure, width: int) -> Iterator[Line]:
    """The figure in its frame: title and time, arms, note; below a line the facts of the study and the number."""
    inner = width - 4
    top_left, top_right, low_right, low_left, _, side = tuple(glyphs.FRAME)

    def rows(lines: list[Styled]) -> Iterator[Line]:
        return (Line(framed(f"{side} ", line, f" {side}", "rule", inner)) for line in lines)

    title, when = Styled(piece.title.rstrip(":"), "strong"), Styled(piece.when, "soft")
    has_title = title.cell_length + 6 <= width
    has_both = has_title and title.cell_length + when.cell_length + 9 <= width
    yield frame_edge(width, top_left, top_right, *([title] * has_title), *([when] * has_both))
    yield from rows([] if has_title else wrap(title, inner))
    yield from rows([] if has_both else wrap(when, inner))
    yield from rows([line.content for line in _arms(piece.arms, inner)])
    if piece.note:
        yield from rows([EMPTY.content, *wrap(Styled(piece.note), inner)])
    yield frame_edge(width, *glyphs.DIVIDER)
    for index, fact in enumerate(piece.facts):
        runs = [Run(f"{fact.name}: ", "label"), Run(fact.text, "soft")]
        if piece.ref and index == len(piece.facts) - 1:
            yield from rows(with_ref(builder, runs, piece.ref, inner))
        else:
            yield from rows(wrap(builder.runs(runs), inner))
    yield frame_edge(width, low_left, low_right)


def with_ref(builder: TextBuilder, runs: list[Run], ref: Run, width: int) -> list[Styled]:
    """The runs wrapped, and the number at the right end of their last row."""
    *lines, last = wrap(builder.runs((*runs, Run(joined(" ")), ref)), width)
    at = len(last) - len(ref.text)
    return [*lines, last[:at] + Styled(" " * (width - last.cell_length)) + last[at:]]


def _head(arm: ResolvedArm, width: int) -> list[Styled]:
    """The number, and the treatment beside it."""
    first, *others = wrap(Styled(arm.label), width - len(arm.in_100) - 2)
    indent = Styled(" " * (len(arm.in_100) + 2))
    return [Styled(arm.in_100, "icon-on") + Styled("  ") + first, *(indent + line for line in others)]


def _arms(arms: tuple[ResolvedArm, ...], width: int) -> Iterator[Line]:
    """Each arm's hundred in five rows of twenty, two arms side by side where they fit, their counts below across the frame."""
    is_beside = len(arms) == 2 and width >= 2 * (PEOPLE_PER_ROW + 1) + _SPACE
    each = (width - _SPACE) // 2 if is_beside else width
    heads = [_head(arm, each) for arm in arms]
    tallest = max(map(len, heads)) if is_beside else 0
    columns = []
    for arm, head in zip(arms, heads, strict=True):
        column = [*map(Line, head), *[EMPTY] * (tallest - len(head))]
        column += [Line(people_row(arm.per100 - row * PEOPLE_PER_ROW)) for row in range(100 // PEOPLE_PER_ROW)]
        if arm.counts and not is_beside:
            column += map(Line, wrap(Styled(f"({arm.counts})", "soft"), width))
        columns.append(column)
    if is_beside:
        yield from beside(columns, [each, each], _SPACE)
        for arm in arms:
            yield from map(Line, wrap(Styled(f"{arm.label} ({arm.counts})", "soft"), width) if arm.counts else [])
        return
    for index, column in enumerate(columns):
        yield from [EMPTY] * bool(index) + column
