"""The page of a QR code, as large as fits the window; if none fits, a link to the text."""

from ketaguide import crisis
from ketaguide.render import html_links, qr
from ketaguide.tui import glyphs
from ketaguide.tui.actions import Close, NextCode, Open
from ketaguide.tui.doc import Button, Buttons, Doc, Gap, Picture, Run, Text, text, title
from ketaguide.tui.layout import MARGINS, lay_out
from ketaguide.tui.pages.context import Context
from ketaguide.tui.pages.questions import TAKEAWAY_PLACE


def code(context: Context, number: int, columns: int, rows: int) -> Doc:
    """The page of one code, for a window size in cells; `number` counts from 0, modulo the number of codes."""
    words = context.view.interface.take
    head = _head(context, 1, qr.MOST)
    room = rows - len(lay_out(Doc("", (head,)), columns).lines)
    codes = _codes(context, qr.largest(columns - MARGINS, room))
    if not codes:
        read = Buttons(
            (Button(words.read, Open(TAKEAWAY_PLACE), number=1), Button(context.words.close_sheet, Close(), number=2))
        )
        return Doc(words.code, (*title(words.code), text(words.code_too_small), Gap(), read), menu=True)
    here = number % len(codes)
    return Doc(words.code, (_head(context, here + 1, len(codes)), Picture(qr.cells(codes[here]), "code")))


def _codes(context: Context, version: int) -> list[str]:
    """Contents of the codes: the site's takeaway address if there is one and it fits, else questions and crisis numbers."""
    session = context.session
    asks = session.questions.picked(context.guide, session.edition_id)
    url = context.guide.site.takeaway_url
    address = html_links.take_away(url, (ask.id for ask in asks), session.edition_id)
    if url and (short := qr.whole(address, version)):
        return short
    said = [f"{number}. {ask.text}" for number, ask in enumerate(asks, 1)]
    return qr.split("\n".join([*said, *crisis.short(session.nation, 0)]), version)


def _head(context: Context, number: int, total: int) -> Text:
    """The row above the code: its number and links to the next one and to close; buttons below would not fit."""
    words = context.view.interface.take
    runs = [Run(words.code_of.format(n=number, total=total), "strong"), Run("   ")]
    if total > 1:
        runs += [Run(f"{glyphs.HERE} {words.next_code}", "link", NextCode()), Run("   ")]
    return Text((*runs, Run(f"{glyphs.CROSS} {context.words.close_sheet}", "link", Close())))
