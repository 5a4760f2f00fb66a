"""A passage of a page: in view and marked, when a search opens the page at its answer."""

import re
from collections.abc import Iterable

from textual.content import Content

from ketaguide.tui import glyphs
from ketaguide.tui.doc import Doc
from ketaguide.tui.drawing import Line
from ketaguide.tui.widgets.doc_focus import DocFocus

_WORD = re.compile(r"\S+")
_FRAMES = f"{glyphs.BAR}{glyphs.FRAME}{glyphs.DIVIDER}"
Cells = dict[int, tuple[int, int]]
"""Row → its first character, and the one after its last."""


class DocPassage(DocFocus):
    """A page that marks one passage until another page is shown."""

    def __init__(self, doc: Doc, *, id: str | None = None) -> None:
        super().__init__(doc, id=id)
        self._passage = ""
        self._cells: Cells = {}

    def _lay_out(self, width: int = 0) -> None:
        super()._lay_out(width)
        self._cells = passage_cells(self._layout.lines, self._passage)

    def forget_passage(self) -> None:
        """Mark nothing any longer."""
        self._passage, self._cells = "", {}

    def go_to_passage(self, words: str, below: int | None) -> bool:
        """Mark the first occurrence of some words and scroll to it; from the row `below`, if both are seen. False if none."""
        cells = passage_cells(self._layout.lines, words)
        if not cells:
            return False
        self._passage, self._cells = words, cells
        self._strips.clear()
        first, last = min(cells), max(cells)
        is_seen_too = below is not None and below <= first and last < below + self.size.height
        self.scroll_row = below if below is not None and is_seen_too else first - 1
        self.refresh()
        self.moved()
        return True

    def marked(self, row: int, content: Content) -> Content:
        """A row with the focus mark, and with its cells of the passage on a tint behind a bar."""
        content = super().marked(row, content)
        if (cells := self._cells.get(row)) is None:
            return content
        content = content.stylize("tint", *cells)
        return content[:1] + Content.styled(glyphs.BAR, "mark") + content[2:]

    def _first_words(self) -> tuple[int, int]:
        """Row and column of the passage, while it is in view."""
        if self._cells and 0 <= (row := min(self._cells)) - self.scroll_row < self.size.height:
            return row - self.scroll_row, Content(self._layout.lines[row].content.plain[: self._cells[row][0]]).cell_length
        return super()._first_words()


def passage_cells(lines: Iterable[Line], words: str) -> Cells:
    """The cells of the first occurrence of some words, wrapped as they may be; empty if they are not there."""
    found = [
        (word, row)
        for row, line in enumerate(lines if words else ())
        for word in _WORD.finditer(line.content.plain)
        if word[0].strip(_FRAMES)
    ]
    text, sought = " ".join(["", *(word[0] for word, _ in found)]), " ".join(["", *words.split()])
    at = text.find(sought) if words.strip() else -1
    cells: Cells = {}
    for word, row in found[text.count(" ", 0, at) :][: len(words.split())] if at >= 0 else ():
        cells[row] = (cells.get(row, word.span())[0], word.end())
    return cells
