"""Helpers of the layout: wrapping, columns side by side, icon arrays, digits three rows tall. Pure."""

from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from ketaguide.render.flow import apart, whole_numbers
from ketaguide.tui import glyphs
from ketaguide.tui.doc import Button
from ketaguide.tui.styled import Styled

PEOPLE_PER_ROW = 20
_DIGITS = (
    "┏━┓╺┓ ╺━┓╺━┓╻ ╻┏━╸┏━╸╺━┓┏━┓┏━┓",
    "┃ ┃ ┃ ┏━┛ ━┫┗━┫┗━┓┣━┓  ┃┣━┫┗━┫",
    "┗━┛╺┻╸┗━╸╺━┛  ╹╺━┛┗━┛  ╹┗━┛╺━┛",
)
"""The ten digits, three columns each, row by row."""


class Line(Struct, frozen=True):
    """One row of the page: its text and the style of the whole row."""

    content: Styled
    style: str = ""
    is_marked: bool = False
    """True for what is the reader's own or current: with a bar in the margin."""


EMPTY = Line(Styled())


def button_body(piece: Button, width: int) -> list[Styled]:
    """A button's number, label and note, wrapped; all rows hang after the number."""
    lead = f"{piece.number}  " if piece.number else ""
    hang = Styled(" " * len(lead))
    label = wrap(Styled(piece.label, "strong"), width - len(lead))
    note = wrap(Styled(piece.note), width - len(lead)) if piece.note else []
    return [Styled(lead, "strong") + label[0], *(hang + line for line in (*label[1:], *note))]


def wrap(content: Styled, width: int) -> list[Styled]:
    """Wrap a text to a width without breaking joined words; one empty line for an empty text."""
    whole = whole_numbers(content.plain)
    if apart(whole) == whole:
        return content.wrap(max(width, 8))
    lines = Styled(whole, spans=content.spans).wrap(max(width, 8))
    return [Styled(apart(line.plain), spans=line.spans) for line in lines]


def pad(content: Styled, width: int) -> Styled:
    """Pad a text with spaces to a width."""
    return content.pad_right(width - content.cell_length)


def framed(left: str, content: Styled, right: str, style: str, width: int = 0) -> Styled:
    """Text between two texts of one style, padded to a width."""
    return Styled(left, style) + (pad(content, width) if width else content) + Styled(right, style)


_NOTHING = Styled()


def frame_edge(width: int, start: str, end: str, left: Styled = _NOTHING, right: Styled = _NOTHING) -> Line:
    """A row of the frame, with words in it at the left and at the right."""
    flat = glyphs.LINE
    start += f"{flat} " if left else ""
    end = f" {flat}{end}" if right else end
    room = width - len(start) - len(end) - left.cell_length - right.cell_length - bool(left) - bool(right)
    middle = " " * bool(left) + flat * room + " " * bool(right)
    parts = (Styled(part, "rule") if isinstance(part, str) else part for part in (start, left, middle, right, end))
    return Line(Styled().join(parts))


@lru_cache
def people_row(filled: int) -> Styled:
    """Twenty people, those with the outcome filled, a gap after ten."""
    marks = "".join(glyphs.PERSON if place < filled else glyphs.OTHER for place in range(PEOPLE_PER_ROW))
    half = PEOPLE_PER_ROW // 2
    on = min(max(filled, 0), PEOPLE_PER_ROW)
    row = Styled(marks[:on], "icon-on") + Styled(marks[on:], "icon-off")
    return row[:half] + Styled(" ") + row[half:]


def beside(columns: list[list[Line]], widths: list[int], gap: int = 2) -> Iterator[Line]:
    """Columns next to each other, `gap` columns of space between."""
    space = Styled(" " * gap)
    for index in range(max(len(column) for column in columns)):
        cells = [
            pad(column[index].content, width) if index < len(column) else Styled(" " * width)
            for column, width in zip(columns, widths, strict=True)
        ]
        yield Line(space.join(cells))


def big_number(number: str, style: str) -> list[Line]:
    """A number in digits three rows tall, in groups as printed."""
    return [Line(Styled(_big_row(number, row), style)) for row in range(3)]


def _big_row(number: str, row: int) -> str:
    return " ".join(_DIGITS[row][3 * int(char) :][:3] if char.isdecimal() else " " for char in number)
