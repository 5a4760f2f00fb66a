"""Text to lines of a width: pieces that belong together, and how they are set one under another. No escape codes, ever."""

import re
from collections.abc import Iterable, Iterator
from textwrap import TextWrapper
from typing import NamedTuple

from ketaguide.crisis import NARROWEST

IN_NUMBER = re.compile(r"(?<=[0-9]) (?=[0-9])")
"""The spaces of a number in groups: 0808 808 8000."""
_JOINED = "\ue000"
"""Stands for a space at which no line ends: no space to whatever wraps, and nothing that content may hold."""


class Piece(NamedTuple):
    """Lines that are read in one breath: a paragraph, a card, a row. A heading belongs to the piece after it."""

    lines: tuple[str, ...]
    is_heading: bool = False

    @property
    def words(self) -> int:
        """How many words it has."""
        return sum(len(line.split()) for line in self.lines)


def joined(text: str) -> str:
    """Text that may not be broken over two lines: the words and the number of a text message, the name of a link."""
    return text.replace(" ", _JOINED)


def whole_numbers(text: str) -> str:
    """Text, no longer than it was, in which no number may be broken over two lines."""
    return IN_NUMBER.sub(_JOINED, text)


def apart(line: str) -> str:
    """A line that has been wrapped, with its spaces again."""
    return line.replace(_JOINED, " ")


def wrap(text: str, width: int, first: str = "") -> list[str]:
    """Text in lines of at most `width` columns; `first` stands before the first, and as much room before the others."""
    wrapper = TextWrapper(
        width=max(width, NARROWEST),
        initial_indent=first,
        subsequent_indent=" " * len(first),
        break_on_hyphens=False,
    )
    return [apart(line) for line in wrapper.wrap(whole_numbers(text))]


def text_of(pieces: Iterable[Piece]) -> str:
    """Pieces under one another: an empty line between them, two before a heading."""
    lines: list[str] = []
    for piece in pieces:
        if lines:
            lines += ["", ""] if piece.is_heading else [""]
        lines += piece.lines
    return "\n".join(lines)


def parts(pieces: Iterable[Piece], limit: int) -> Iterator[tuple[Piece, ...]]:
    """Pieces in parts of about `limit` words, none of them torn, no heading left at the end of a part."""
    part: list[Piece] = []
    for group in _groups(pieces):
        if part and _words(part) + _words(group) > limit:
            yield tuple(part)
            part = []
        part += group
    if part:
        yield tuple(part)


def chapters(pieces: Iterable[Piece]) -> Iterator[tuple[str, tuple[Piece, ...]]]:
    """Pieces from one heading to the next, with the words of the heading; what stands before the first is left out."""
    chapter: list[Piece] = []
    for group in _groups(pieces):
        if group[0].is_heading:
            if chapter:
                yield " ".join(chapter[0].lines), tuple(chapter)
            chapter = []
        if chapter or group[0].is_heading:
            chapter += group
    if chapter:
        yield " ".join(chapter[0].lines), tuple(chapter)


def _groups(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Each piece with the headings that stand right before it."""
    group: list[Piece] = []
    for piece in pieces:
        group.append(piece)
        if not piece.is_heading:
            yield group
            group = []
    if group:
        yield group


def _words(pieces: Iterable[Piece]) -> int:
    return sum(piece.words for piece in pieces)
