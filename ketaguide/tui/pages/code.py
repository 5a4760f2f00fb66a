"""The page of a QR code, as large as fits the window; if none fits, a link to the text."""

from ketaguide.render import qr
from ketaguide.render.plain_takeaway import takeaway_addresses, takeaway_words
from ketaguide.tui import glyphs
from ketaguide.tui.actions import Close, NextCode, Open
from ketaguide.tui.doc import Beside, Button, Buttons, Doc, Gap, Picture, Run, Text, text, title
from ketaguide.tui.layout import MARGINS, lay_out
from ketaguide.tui.pages.context import Context
from ketaguide.tui.pages.questions import PLACE, TAKEAWAY_PLACE, in_a_row, reader_takeaway

_WORDS_WIDTH = 18
"""Columns for the words at the right of a code."""
_GAP = 2


def code(context: Context, number: int, columns: int, rows: int) -> Doc:
    """The page of one code, for a window size in cells; `number` counts from 0, modulo the number of codes."""
    words, half, width = context.view.interface.take, context.draws_more, columns - MARGINS
    head = lay_out(Doc("", (in_a_row(_parts(context, 1, qr.MOST)),)), columns).lines
    above = qr.largest(width, rows - len(head), half=half)
    beside = qr.largest(width - _WORDS_WIDTH - _GAP, rows, half=half)
    codes = _codes(context, max(above, beside))
    if not codes:
        read = Button(words.read, Open(TAKEAWAY_PLACE), number=1)
        fewer = Button(words.fewer, Open(PLACE), number=2)
        close = Button(context.words.close_sheet, Close(), number=3)
        pieces = (*title(words.code), text(words.code_too_small), Gap(), Buttons((read, fewer)), close)
        return Doc(words.code, pieces, menu=True)
    here = number % len(codes)
    picture, parts = Picture(qr.cells(codes[here], half=half), "code"), _parts(context, here + 1, len(codes))
    if above >= beside:
        return Doc(words.code, (in_a_row(parts), picture))
    at_side = (piece for run in parts for piece in (Text((run,)), Gap()))
    return Doc(words.code, (Beside(picture, tuple(at_side)),))


def _codes(context: Context, version: int) -> list[str]:
    """Contents of the codes: the takeaway address, or what was picked and the numbers."""
    home = reader_takeaway(context)
    for address in takeaway_addresses(home, context.session, context.guide.site.takeaway_url, context.view.edition.meta.path):
        if found := qr.whole(address, version):
            return found
    return qr.split("\n".join(takeaway_words(home)), version)


def _parts(context: Context, number: int, total: int) -> tuple[Run, ...]:
    """The number of the code, and links to the next one and to close; buttons below would not fit."""
    words = context.view.interface.take
    following = (Run(f"{glyphs.HERE} {words.next_code}", "link", NextCode()),) if total > 1 else ()
    close = Run(f"{glyphs.CROSS} {context.words.close_sheet}", "link", Close())
    return (Run(words.code_of.format(n=number, total=total), "strong"), *following, close)
