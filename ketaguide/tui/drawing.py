"""Helpers of the layout: wrapping, columns side by side, icon arrays, digits three rows tall. Pure."""

from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct
from textual.content import Content, Span
from textual.renderables.digits import DIGITS, DIGITS3X3_BOLD

from ketaguide.render.flow import apart, whole_numbers
from ketaguide.tui import glyphs
from ketaguide.tui.doc import Button

PEOPLE_PER_ROW = 20


class Line(Struct, frozen=True):
    """One row of the page: its text and the style of the whole row."""

    content: Content
    style: str = ""
    is_marked: bool = False
    """True for what is the reader's own or current: with a bar in the margin."""


EMPTY = Line(Content(""))


def button_body(piece: Button, width: int) -> list[Content]:
    """A button's number, label and note, wrapped; all rows hang after the number."""
    lead = f"{piece.number}  " if piece.number else ""
    hang = Content(" " * len(lead))
    label = wrap(Content.styled(piece.label, "strong"), width - len(lead))
    note = wrap(Content(piece.note), width - len(lead)) if piece.note else []
    return [Content.styled(lead, "strong") + label[0], *(hang + line for line in (*label[1:], *note))]


def wrap(content: Content, width: int) -> list[Content]:
    """Wrap content to a width without breaking joined words; one empty line for empty content."""
    whole = whole_numbers(content.plain)
    if apart(whole) == whole:
        return content.wrap(max(width, 8)) or [Content("")]
    lines = Content(whole, list(content.spans)).wrap(max(width, 8))
    return [Content(apart(line.plain), list(line.spans)) for line in lines]


def pad(content: Content, width: int) -> Content:
    """Pad content with spaces to a width."""
    return content.pad_right(max(width - content.cell_length, 0))


def framed(left: str, content: Content, right: str, style: str, width: int = 0) -> Content:
    """Content between two texts of one style, padded to a width; `Content.__add__` takes three times as long."""
    plain = content.plain
    at, space = len(left), " " * (width - content.cell_length) if width else ""
    end = at + len(plain) + len(space)
    spans = [Span(0, at, style), Span(end, end + len(right), style)] if style else []
    spans += [Span(span.start + at, span.end + at, span.style) for span in content.spans]
    return Content(f"{left}{plain}{space}{right}", spans, strip_control_codes=False)


_NOTHING = Content("")


def frame_edge(width: int, start: str, end: str, left: Content = _NOTHING, right: Content = _NOTHING) -> Line:
    """A row of the frame, with words in it at the left and at the right."""
    flat = glyphs.LINE
    start += f"{flat} " if left else ""
    end = f" {flat}{end}" if right else end
    room = width - len(start) - len(end) - left.cell_length - right.cell_length - bool(left) - bool(right)
    middle = " " * bool(left) + flat * room + " " * bool(right)
    parts = (Content.styled(part, "rule") if isinstance(part, str) else part for part in (start, left, middle, right, end))
    return Line(Content("").join(parts))


@lru_cache
def people_row(filled: int) -> Content:
    """Twenty people, those with the outcome filled, a gap after ten."""
    marks = "".join(glyphs.PERSON if place < filled else glyphs.OTHER for place in range(PEOPLE_PER_ROW))
    half = PEOPLE_PER_ROW // 2
    on = min(max(filled, 0), PEOPLE_PER_ROW)
    row = Content(marks, [Span(0, on, "icon-on"), Span(on, PEOPLE_PER_ROW, "icon-off")])
    return row[:half] + Content(" ") + row[half:]


def beside(columns: list[list[Line]], widths: list[int], gap: int = 2) -> Iterator[Line]:
    """Columns next to each other, `gap` columns of space between."""
    space = Content(" " * gap)
    for index in range(max(len(column) for column in columns)):
        cells = [
            pad(column[index].content, width) if index < len(column) else Content(" " * width)
            for column, width in zip(columns, widths, strict=True)
        ]
        yield Line(space.join(cells))


def big_number(number: str, style: str) -> list[Line]:
    """A number in digits three rows tall, in groups as printed."""
    return [Line(Content.styled(_big_row(number, row), style)) for row in range(3)]


def _big_row(number: str, row: int) -> str:
    digits = (DIGITS3X3_BOLD[DIGITS.index(char) * 3 + row].ljust(3) if char in DIGITS[1:] else " " for char in number)
    return " ".join(digits)
