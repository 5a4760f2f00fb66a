"""Helpers of the layout: wrapping, columns side by side, frames, digits three rows tall. Pure."""

from collections.abc import Iterable, Iterator, Sequence

from ketaguide.render.flow import apart, whole_numbers
from ketaguide.tui import glyphs
from ketaguide.tui.styled import Styled

GAP = 2
"""Columns of space between the columns of a table."""
_DIGITS = (
    "┏━┓╺┓ ╺━┓╺━┓╻ ╻┏━╸┏━╸╺━┓┏━┓┏━┓",
    "┃ ┃ ┃ ┏━┛ ━┫┗━┫┗━┓┣━┓  ┃┣━┫┗━┫",
    "┗━┛╺┻╸┗━╸╺━┛  ╹╺━┛┗━┛  ╹┗━┛╺━┛",
)
"""The ten digits, three columns each, row by row."""


EMPTY = Styled()
"""An empty row."""


def wrap(content: Styled, width: int) -> list[Styled]:
    """Wrap a text to a width without breaking joined words; one empty line for an empty text."""
    whole = whole_numbers(content.plain)
    if apart(whole) == whole:
        return content.wrap(max(width, 8))
    lines = Styled(whole, spans=content.spans).wrap(max(width, 8))
    return [Styled(apart(line.plain), spans=line.spans) for line in lines]


def framed(left: str, content: Styled, right: str, style: str, width: int) -> Styled:
    """Text between two texts of one style, padded to a width."""
    return Styled(left, style) + content.pad(width) + Styled(right, style)


def hanging(lead: Styled, content: Styled, width: int) -> list[Styled]:
    """A text wrapped after a lead, its other rows after as much space."""
    space = Styled(" " * lead.cell_length)
    return [(space if index else lead) + line for index, line in enumerate(wrap(content, width - lead.cell_length))]


def frame_edge(width: int, corners: str, left: Styled = EMPTY, right: Styled = EMPTY) -> Styled:
    """A row of a frame between two corners, with words in it at the left and at the right."""
    start, flat, end = corners[0], glyphs.LINE, corners[1]
    first = Styled(f"{start}{flat} ", "rule") + left + Styled(" ", "rule") if left else Styled(start, "rule")
    last = Styled(" ", "rule") + right + Styled(f" {flat}{end}", "rule") if right else Styled(end, "rule")
    return first + Styled(flat * (width - first.cell_length - last.cell_length), "rule") + last


def frame_head(width: int, corners: str, left: Styled, right: Styled = EMPTY) -> Iterator[Styled]:
    """A row of a frame with words in it, those that have no room there in rows below."""
    has_left = left.cell_length + 6 <= width
    has_right = has_left and bool(right) and left.cell_length + right.cell_length + 9 <= width
    yield frame_edge(width, corners, left if has_left else EMPTY, right if has_right else EMPTY)
    yield from frame_rows(width, [] if has_left else wrap(left, width - 4))
    yield from frame_rows(width, wrap(right, width - 4) if right and not has_right else [])


def frame_rows(width: int, lines: Iterable[Styled]) -> Iterator[Styled]:
    """Rows between the sides of a frame."""
    return (framed(f"{glyphs.SIDE} ", line, f" {glyphs.SIDE}", "rule", width - 4) for line in lines)


def beside(columns: Sequence[Sequence[Styled]], widths: Sequence[int], gap: int = GAP) -> Iterator[Styled]:
    """Columns next to each other, `gap` columns of space between."""
    space = Styled(" " * gap)
    for index in range(max(map(len, columns))):
        yield space.join(
            column[index].pad(width) if index < len(column) else Styled(" " * width)
            for column, width in zip(columns, widths, strict=True)
        )


def big_number(number: str, style: str) -> list[Styled]:
    """A number in digits three rows tall, in groups as printed."""
    return [
        Styled(" ".join(row[3 * int(char) :][:3] if char.isdecimal() else " " for char in number), style) for row in _DIGITS
    ]
