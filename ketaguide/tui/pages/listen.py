"""What is said where nothing can be read aloud."""

from ketaguide.devices.speech import PACKAGE
from ketaguide.tui.actions import Close
from ketaguide.tui.doc import Button, Buttons, Doc, Gap, spaced, text, title
from ketaguide.tui.pages.context import Context


def no_voice(context: Context) -> Doc:
    """There is no voice here, and how to get one."""
    return _sheet(context, context.view.edition.interface.listen.no_voice)


def not_heard(context: Context) -> Doc:
    """There is a voice, and it cannot be heard."""
    return _sheet(context, context.view.edition.interface.listen.not_heard)


def _sheet(context: Context, said: tuple[str, ...]) -> Doc:
    head = context.view.edition.interface.listen.title
    words = spaced(text(line.format(package=PACKAGE)) for line in said)
    close = Buttons((Button(context.words.close_sheet, Close()),))
    return Doc(head, (*title(head), *words, Gap(), close), start=Close())
