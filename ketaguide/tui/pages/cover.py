"""Pages of the covers: waiting, hidden, cleaning, and the idle warning.

Only the last may name the subject of the guide: other people can read the covers.
"""

from collections.abc import Iterable

from msgspec.structs import replace

from ketaguide.resolve.wording import counted
from ketaguide.tui.actions import Close
from ketaguide.tui.doc import Button, Buttons, Doc, Either, Gap, spaced, text
from ketaguide.tui.pages.context import Context
from ketaguide.tui.pages.help_now import help_now


def waiting(context: Context, *, quiet: bool = False) -> Doc:
    """The waiting screen of a kiosk; `quiet` outside opening hours.

    The smallest window has no room for the line for staff: its foot names the key too.
    """
    words = context.covers
    if quiet:
        return _cover(words.title, words.quiet)
    cover, for_staff = _cover(words.title, words.waiting), text(words.for_staff, "soft", center=True)
    title, gap, *lines = cover.pieces
    return replace(cover, pieces=(Either((*cover.pieces, gap, for_staff), (title, *lines)),))


def hidden(context: Context) -> Doc:
    """The cover of a page that the reader has hidden."""
    words = context.covers
    return _cover(words.title, words.hidden_kiosk if context.kiosk else words.hidden)


def cleaning(context: Context, seconds: int) -> Doc:
    """The cover during cleaning; it includes the whole help page, since no key works."""
    words = context.covers
    head = _cover(words.cleaning_title, (counted(words.cleaning, seconds, context.view),))
    cards = (piece for piece in help_now(context).pieces if not isinstance(piece, Button | Buttons))
    return Doc(words.cleaning_title, (*head.pieces, Gap(), *cards))


def warning(context: Context, seconds: int) -> Doc:
    """The idle warning."""
    words = context.covers
    left = text(counted(words.warning, seconds, context.view), "strong")
    keep = Button(words.keep_reading, Close(), number=1)
    pieces = spaced((text(words.warning_title, "h1"), left, text(words.warning_more), keep))
    return Doc(words.warning_title, pieces, menu=True, middle=True)


def _cover(title: str, lines: Iterable[str]) -> Doc:
    return Doc(title, spaced((text(title, "h1", center=True), *(text(line, center=True) for line in lines))), middle=True)
