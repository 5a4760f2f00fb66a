"""Finds and marks what has focus on a page that is laid out. Pure."""

from ketaguide.tui import glyphs
from ketaguide.tui.doc import Doc
from ketaguide.tui.layout import Layout, Target
from ketaguide.tui.sizes import MARGIN
from ketaguide.tui.styled import Styled

_NO_WORDS = f" {glyphs.BAR}{glyphs.FRAME}{glyphs.DIVIDER}{glyphs.THICK}"


def first_target(doc: Doc, layout: Layout) -> int:
    """The target that has focus at first; -1 for none."""
    if doc.reads_from >= 0:
        return -1
    for index, target in enumerate(layout.targets):
        if target.action == doc.start:
            return index
    return 0 if doc.menu and layout.targets else -1


def first_letter(layout: Layout, target: Target) -> tuple[int, int]:
    """Row and column of the first letter of a target."""
    for row, first, last in target.cells:
        plain = layout.lines[row].plain[first:last]
        if words := plain.lstrip(f" {glyphs.BAR}"):
            return row, first + len(plain) - len(words)
    return target.cells[0][:2]


def first_words(doc: Doc, layout: Layout, first: int, height: int) -> tuple[int, int]:
    """Row of the viewport, which begins at row `first`, and column of its first words, or of those a reader begins with."""
    begin = layout.starts[doc.reads_from] - first if doc.reads_from >= 0 else 0
    for row, line in enumerate(layout.lines[first : first + height]):
        words = line.plain.lstrip(_NO_WORDS)
        if row >= begin and words:
            return row, len(line.plain) - len(words)
    return 0, MARGIN


def with_focus(layout: Layout, target: Target, row: int, content: Styled, *, is_covered: bool = False) -> Styled:
    """A row with the focus mark, if the target is in it; only a tint under a sheet, which has the one mark.

    Focused cells in a row of their own stand on a tint behind a bar, those inside a text in full; the sign is in the margin.
    """
    first, last = next(((first, last) for at, first, last in target.cells if at == row), (0, 0))
    if first == last or is_covered:
        return content.stylize("tint", first, last)
    mark = target.mark
    drawn = content.stylize("focus" if mark is None else "tint", first, last)
    if mark is not None:
        drawn = drawn[: mark + 1] + Styled(glyphs.BAR, "mark") + drawn[mark + 2 :]
    if row == first_letter(layout, target)[0]:
        at = mark or 0
        drawn = drawn[:at] + Styled(glyphs.FOCUS, "mark") + drawn[at + 1 :]
    return drawn
