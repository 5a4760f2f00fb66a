"""Text with named styles: what pages are laid out in. Pure: no Textual, no colours."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Self

from rich.cells import cell_len, chop_cells

StyleSpan = tuple[int, int, str]
"""The first character, the one after the last, and the name of their style."""
TARGET = "target:"
"""Begins the name of a span that is no style but says which characters belong to a target."""
MARKED = "marked"
"""Another such name: the row is the reader's own or current, and has a bar in the margin."""
_WORD = re.compile(r"\s*\S+\s*")


class Styled:
    """A text, and the styles of its parts, the last on top. Never changed."""

    __slots__ = ("_cells", "plain", "spans")

    def __init__(self, plain: str = "", style: str = "", spans: tuple[StyleSpan, ...] = ()) -> None:
        self.plain = plain
        self.spans = ((0, len(plain), style), *spans) if style and plain else spans
        self._cells = -1

    def __len__(self) -> int:
        return len(self.plain)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Styled) and (self.plain, self.spans) == (other.plain, other.spans)

    def __hash__(self) -> int:
        return hash((self.plain, self.spans))

    def __repr__(self) -> str:
        return f"Styled({self.plain!r}, spans={self.spans!r})"

    @property
    def cell_length(self) -> int:
        """Columns of the text in a terminal."""
        if self._cells < 0:
            self._cells = cell_len(self.plain)
        return self._cells

    def __add__(self, other: Self) -> "Styled":
        return Styled(self.plain + other.plain, spans=self.spans + _moved(other.spans, len(self.plain)))

    def join(self, parts: "Iterable[Styled]") -> "Styled":
        """The parts one after the other, with this text between each two."""
        plain, spans, first = "", list[StyleSpan](), True
        for part in parts:
            if not first:
                spans += _moved(self.spans, len(plain))
                plain += self.plain
            spans += _moved(part.spans, len(plain))
            plain += part.plain
            first = False
        return Styled(plain, spans=tuple(spans))

    def __getitem__(self, part: slice) -> "Styled":
        first, end, _ = part.indices(len(self.plain))
        if first == 0 and end == len(self.plain):
            return self
        spans = ((max(start - first, 0), min(stop, end) - first, style) for start, stop, style in self.spans)
        return Styled(self.plain[first:end], spans=tuple(span for span in spans if span[0] < span[1]))

    def stylize(self, style: str, first: int = 0, end: int | None = None) -> "Styled":
        """The text with a style over all or some characters, on top of its others."""
        end = len(self.plain) if end is None else min(end, len(self.plain))
        return Styled(self.plain, spans=(*self.spans, (first, end, style))) if style and first < end else self

    def stylize_before(self, style: str) -> "Styled":
        """The text with a style under all others."""
        return Styled(self.plain, style, self.spans)

    def pad(self, width: int) -> "Styled":
        """The text with spaces after it, up to a width."""
        count = width - self.cell_length
        return Styled(f"{self.plain}{' ' * count}", spans=self.spans) if count > 0 else self

    def rstrip(self) -> "Styled":
        """The text without white space at its end."""
        return self[: len(self.plain.rstrip())]

    def centred(self, width: int) -> "Styled":
        """The text behind the spaces that bring it to the middle of a width."""
        text = self.rstrip()
        return Styled(" " * ((width - text.cell_length) // 2)) + text

    def wrap(self, width: int) -> "list[Styled]":
        """Rows of at most `width` columns, broken between words; a word that is longer is broken within."""
        if "\n" in self.plain:
            starts = [0, *(found.end() for found in re.finditer("\n", self.plain))]
            ends = [*(start - 1 for start in starts[1:]), len(self.plain)]
            return [row for start, end in zip(starts, ends, strict=True) for row in self[start:end].wrap(width)]
        if self.cell_length <= width:
            return [self]
        *rows, last = (self[start:end] for start, end in pairwise((0, *_breaks(self.plain, width), len(self.plain))))
        return [*(row.rstrip() for row in rows), last[: len(last) - max(last.cell_length - width, 0)]]  # only spaces are cut

    def runs(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The parts of the text in which nothing changes, each with the names of its styles, the last on top."""
        spans = [span for span in self.spans if not span[2].startswith((TARGET, MARKED))]
        edges = sorted({0, len(self.plain), *(span[0] for span in spans), *(span[1] for span in spans)})
        for start, end in pairwise(edges):
            yield self.plain[start:end], tuple(style for first, stop, style in spans if first <= start < stop)


def _moved(spans: tuple[StyleSpan, ...], by: int) -> tuple[StyleSpan, ...]:
    return tuple((first + by, end + by, style) for first, end, style in spans)


def _breaks(plain: str, width: int) -> Iterator[int]:
    """Starts of the rows after the first."""
    column = 0
    for word in _WORD.finditer(plain):
        whole, start = cell_len(word[0]), word.start()
        needed = cell_len(word[0].rstrip())
        if needed <= width - column:
            column += whole
        elif needed <= width:
            yield start
            column = whole
        else:
            for piece in chop_cells(word[0], width):
                if start:
                    yield start
                start += len(piece)
                column = cell_len(piece)
