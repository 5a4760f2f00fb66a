"""Lays out figures of 100 people, each one object in a frame."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from ketaguide.render.flow import joined
from ketaguide.resolve.evidence import ResolvedArm
from ketaguide.tui import glyphs
from ketaguide.tui.doc import PeopleFigure, Run, fact_runs
from ketaguide.tui.drawing import EMPTY, beside, frame_edge, frame_head, frame_rows, hanging, wrap
from ketaguide.tui.layout_text import TextBuilder
from ketaguide.tui.styled import Styled

_PER_ROW, _SPACE = 20, 3
"""People in a row, and columns between the pictures of two arms."""


def figure(builder: TextBuilder, piece: PeopleFigure, width: int) -> Iterator[Styled]:
    """The figure in its frame: title and time, arms, note; below a line the facts of the study and the number."""
    inner = width - 4
    yield from frame_head(width, glyphs.TOP, Styled(piece.title.rstrip(":"), "strong"), Styled(piece.when, "soft"))
    yield from frame_rows(width, _arms(piece.arms, inner))
    yield from frame_rows(width, [EMPTY, *wrap(Styled(piece.note), inner)] if piece.note else [])
    yield frame_edge(width, glyphs.DIVIDER)
    for index, fact in enumerate(piece.facts):
        ref = piece.ref if index == len(piece.facts) - 1 else None
        yield from frame_rows(width, with_ref(builder, fact_runs(fact), ref, inner))
    yield frame_edge(width, glyphs.BOTTOM)


def with_ref(builder: TextBuilder, runs: Iterable[Run], ref: Run | None, width: int) -> list[Styled]:
    """The runs wrapped, with a number at the right end of their last row."""
    if ref is None:
        return wrap(builder.runs(runs), width)
    *lines, last = wrap(builder.runs((*runs, Run(joined(" ")), ref)), width)
    at = len(last) - len(ref.text)
    return [*lines, last[:at] + Styled(" " * (width - last.cell_length)) + last[at:]]


def _arms(arms: tuple[ResolvedArm, ...], width: int) -> Iterator[Styled]:
    """Each arm's hundred in five rows of twenty, two arms side by side where they fit, their counts below across the frame."""
    is_beside = len(arms) == 2 and width >= 2 * (_PER_ROW + 1) + _SPACE
    each = (width - _SPACE) // 2 if is_beside else width
    heads = [hanging(Styled(arm.in_100, "icon-on") + Styled("  "), Styled(arm.label), each) for arm in arms]
    tallest = max(map(len, heads)) if is_beside else 0
    pictures = [
        [*head, *[EMPTY] * (tallest - len(head)), *(_people_row(arm.per100 - first) for first in range(0, 100, _PER_ROW))]
        for arm, head in zip(arms, heads, strict=True)
    ]
    if is_beside:
        yield from beside(pictures, [each, each], _SPACE)
    for index, (arm, picture) in enumerate(zip(arms, pictures, strict=True)):
        if not is_beside:
            yield from [EMPTY] * bool(index) + picture
        said = f"{arm.label} ({arm.counts})" if is_beside else f"({arm.counts})"
        yield from wrap(Styled(said, "soft"), width) if arm.counts else []


@lru_cache
def _people_row(filled: int) -> Styled:
    """Twenty people, those with the outcome filled, a gap after ten."""
    on, half = min(max(filled, 0), _PER_ROW), _PER_ROW // 2
    row = Styled(glyphs.PERSON * on, "icon-on") + Styled(glyphs.OTHER * (_PER_ROW - on), "icon-off")
    return row[:half] + Styled(" ") + row[half:]
