"""Sheets shown when reading aloud is not possible."""

from ketaguide.devices.speech import PACKAGE
from ketaguide.tui.actions import Close
from ketaguide.tui.doc import Button, Buttons, Doc, Gap, spaced, text, title
from ketaguide.tui.pages.context import Context


def no_voice(context: Context) -> Doc:
    """The sheet for a machine without a voice, with the package to install."""
    return _sheet(context, context.view.interface.listen.no_voice)


def voice_failed(context: Context) -> Doc:
    """The sheet for a voice that failed."""
    return _sheet(context, context.view.interface.listen.not_heard)


def _sheet(context: Context, said: tuple[str, ...]) -> Doc:
    head = context.view.interface.listen.title
    words = spaced(text(line.format(package=PACKAGE)) for line in said)
    close = Buttons((Button(context.words.close_sheet, Close()),))
    return Doc(head, (*title(head), *words, Gap(), close), start=Close())
