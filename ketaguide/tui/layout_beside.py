"""Lays out what stands side by side: numbers and when to call them, a title and its link, a code and its words. Pure."""

from collections.abc import Iterator
from itertools import zip_longest

from rich.cells import cell_len

from ketaguide.tui import glyphs
from ketaguide.tui.doc import Beside, Call, Calls, Gap, Hit, Run, Spread
from ketaguide.tui.drawing import Line, beside, big_number, pad, wrap
from ketaguide.tui.layout_text import TextBuilder
from ketaguide.tui.styled import Styled

_GAP = 2
_NUMBER = 2
_WORDS_WIDTH = 40
"""Columns for the words beside a number in large digits; below one that leaves them no room."""
_COLUMN = len("0808 808 8000") + _GAP


def calls(piece: Calls, width: int) -> Iterator[Line]:
    """Every call with a bar at its left; large digits are apart by a row, all words begin in one column."""
    bar, inner = Styled(f"{glyphs.BAR} ", "alarm-edge"), width - 2
    digits = {call.number: big_number(call.number, "alarm-big") for call in piece.calls}
    widths = {number: max(cell_len(line.content.plain) for line in lines) for number, lines in digits.items()}
    column = max((cells for cells in widths.values() if cells + _GAP + _WORDS_WIDTH <= inner), default=0)
    rows: list[Line] = []
    for call in piece.calls:
        if not column or max(widths.values()) > inner:
            rows += _brief(call, inner)
            continue
        right = inner - column - _GAP
        said = [Line(line) for words in _words(call) for line in wrap(words, right)]
        rows += [Line(Styled())] if rows else []
        if widths[call.number] > column:
            rows += digits[call.number]
            rows += beside([[], said], [column, right])
        else:
            rows += beside([digits[call.number], said], [column, right])
    return (Line(bar + row.content) for row in rows)


def spread(builder: TextBuilder, piece: Spread, width: int) -> Iterator[Line]:
    """A title and the link at its right, above a rule; without room for both, the title alone."""
    space = width - cell_len(piece.left.text) - cell_len(piece.right.text)
    if space < _GAP:
        yield from map(Line, wrap(builder.runs((piece.left,)), width))
    else:
        yield Line(builder.runs((piece.left, Run(" " * space), piece.right)))
        yield Line(Styled(glyphs.THICK * cell_len(piece.left.text), "h1-rule"))


def picture_beside(builder: TextBuilder, piece: Beside, width: int) -> Iterator[Line]:
    """A picture with words at its right. No row of it is shortened: the light edge of a code is part of it."""
    rows, style = piece.picture.lines, piece.picture.style
    right = width - len(rows[0]) - _GAP
    words: list[Line] = []
    for part in piece.words:
        words += [Line(Styled())] if isinstance(part, Gap) else builder.text(part, right)
    for row, line in zip_longest(rows, words[: len(rows)]):
        yield Line(Styled(row, style) + (Styled(" " * _GAP) + line.content if line else Styled()))


def hit(builder: TextBuilder, piece: Hit, width: int) -> Iterator[Line]:
    """A result: title and kind in one row where both fit, the excerpt below."""
    target, number = builder.target(piece.action, piece.number), f"{piece.number or ''}".ljust(_NUMBER)
    head = Styled(piece.title, "h2") + Styled("  ") + Styled(piece.kind, "soft")
    rows = [*wrap(head, width - _NUMBER), *wrap(builder.runs(piece.excerpt), width - _NUMBER)]
    for index, row in enumerate(rows):
        lead = Styled(" " * _NUMBER) if index else Styled(number, "soft")
        yield Line(pad(lead + row, width).stylize(target))


def _words(call: Call) -> list[Styled]:
    return [*map(Styled, call.lines), *(Styled(line, "strong") for line in call.strong)]


def _brief(call: Call, width: int) -> Iterator[Line]:
    """The number in bold before its words, or in a narrow window in the same row."""
    number = Styled(call.number, "alarm-big")
    if width >= _COLUMN + _WORDS_WIDTH:
        right = [Line(line) for said in _words(call) for line in wrap(said, width - _COLUMN)]
        return beside([[Line(number)], right], [_COLUMN - _GAP, width - _COLUMN])
    first, *others = (call.brief,) if call.brief else call.lines
    said = [number + Styled(f" {first}"), *map(Styled, others)]
    said += [Styled(line, "strong") for line in call.strong]
    return (Line(line) for words in said for line in wrap(words, width))
