"""A passage of a page: in view and marked, when a search opens the page at its answer."""

import re
from collections.abc import Iterable, Iterator, Mapping

from ketaguide.tui import glyphs
from ketaguide.tui.doc import Box, FactTable, Text
from ketaguide.tui.layout import Layout
from ketaguide.tui.styled import Styled
from ketaguide.tui.widgets.doc_focus import DocFocus

_WORD = re.compile(r"\S+")
_PART = re.compile(r"\S+(?: \S+)*")
"""The text between two gaps of a row: a cell of a table."""
_Word = tuple[re.Match[str], int]
"""A word, and its row."""
_FRAMES = f"{glyphs.BAR}{glyphs.FRAME}{glyphs.DIVIDER}"
PassageRows = Mapping[int, tuple[int, int]]
"""Row → its first character, and the one after its last."""


class DocPassage(DocFocus):
    """A page that marks one passage until another page is shown."""

    _sought = ("", "")
    """The passage, and the words that it stands below."""
    _cells: PassageRows = {}

    def lay_out_rows(self, width: int = 0) -> Layout:
        """Lay out, then find the passage in the new rows."""
        layout = super().lay_out_rows(width)
        self._cells = self._find()
        return layout

    def _find(self) -> PassageRows:
        """The cells of the passage, preferably below its heading; without it, of the heading."""
        passage, above = self._sought
        lines = self._layout.lines
        return (
            passage_cells(lines, passage, self._row_of(above) or 0)
            or passage_cells(lines, passage)
            or passage_cells(lines, above)
        )

    def heading_rows(self) -> dict[str, int]:
        """The first row of each heading and card."""
        rows: dict[str, int] = {}
        for piece, row in zip(self.doc.pieces, self._layout.starts, strict=False):
            if isinstance(piece, FactTable):
                rows.setdefault(piece.box.title, row)
            runs = piece.head if isinstance(piece, Box) else piece.runs if isinstance(piece, Text) and piece.runs else ()
            if runs and (isinstance(piece, Box) or runs[0].style in ("h2", "h3")):
                rows.setdefault(runs[0].text, row)
        return rows

    def _row_of(self, words: str) -> int | None:
        """The row of a heading, or the first with some words."""
        return self.heading_rows().get(words, min(passage_cells(self._layout.lines, words), default=None))

    def forget_passage(self) -> None:
        """Mark nothing any longer."""
        self._sought, self._cells = ("", ""), {}

    def go_to(self, words: str, passage: str = "") -> None:
        """Scroll to the first row with some words and focus the target in it; mark a passage below, and scroll to it instead
        where both cannot be seen."""
        row = self._row_of(words)
        if row is not None:
            self.focused_target = next((index for index, target in enumerate(self.targets) if target.row == row), -1)
            self.scroll_row = row
        if passage:
            self._sought = (passage, words)
            self._cells = self._find()
            self._strips.clear()
        if self._cells and (row is None or not row <= max(self._cells) < row + self.size.height):
            self.scroll_row = min(self._cells) - 1
        self.refresh()
        self.moved()

    def marked(self, row: int, content: Styled) -> Styled:
        """A row with the focus mark, and with its cells of the passage on a tint behind a bar."""
        content = super().marked(row, content)
        if (cells := self._cells.get(row)) is None:
            return content
        content = content.stylize("tint", *cells)
        return content[:1] + Styled(glyphs.BAR, "mark") + content[2:]

    def first_words(self) -> tuple[int, int]:
        """Row and column of the passage, while it is in view."""
        if self._cells and 0 <= (row := min(self._cells)) - self.scroll_row < self.size.height:
            return row - self.scroll_row, Styled(self._layout.lines[row].plain[: self._cells[row][0]]).cell_length
        return super().first_words()


def passage_cells(lines: Iterable[Styled], words: str, first: int = 0) -> PassageRows:
    """The cells of some words where they first stand from a row on, wrapped as they may be, also within a column of a table."""
    rows = [line.plain if row >= first else "" for row, line in enumerate(lines)] if words.strip() else []
    read = ((word, row) for row, line in enumerate(rows) for word in _WORD.finditer(line) if word[0].strip(_FRAMES))
    return _cells(read, words) or next((found for column in _columns(rows) if (found := _cells(column, words))), {})


def _cells(read: Iterable[_Word], words: str) -> PassageRows:
    """The cells of some words among words in reading order, each with its row."""
    found, sought = list(read), words.split()
    text = " ".join(["", *(word[0] for word, _ in found)])
    if (at := text.find(" ".join(["", *sought]))) < 0:
        return {}
    cells: dict[int, tuple[int, int]] = {}
    for word, row in found[text.count(" ", 0, at) :][: len(sought)]:
        cells[row] = (cells.get(row, word.span())[0], word.end())
    return cells


def _columns(rows: list[str]) -> Iterator[list[_Word]]:
    """Yield the words of each column of a table: those in rows next to each other that start at the same character."""
    open_: dict[int, list[_Word]] = {}
    for row, line in enumerate(rows):
        here = {part.start(): [(word, row) for word in _WORD.finditer(line, *part.span())] for part in _PART.finditer(line)}
        yield from (column for start, column in open_.items() if start not in here)
        open_ = {start: [*open_.get(start, ()), *found] for start, found in here.items()}
    yield from open_.values()
