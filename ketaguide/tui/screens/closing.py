"""The question before the guide closes, asked only when picked questions would be lost."""

from ketaguide.tui import actions as a
from ketaguide.tui.doc import Button, Doc, Gap, text, title
from ketaguide.tui.pages.context import Context
from ketaguide.tui.screens.sheet import Sheet


class ClosingSheet(Sheet):
    """Closes the guide on Enter; F7 and Esc stay. Without the guide's title: it may open over a cover."""

    SHOWS_TITLE = False

    def __init__(self, context: Context) -> None:
        super().__init__(context, confirm_close(context))

    def choose(self, action: a.Action) -> None:
        """Close the guide, stay, or return what else was chosen."""
        if isinstance(action, a.Close):
            self.app.exit()
        else:
            self.dismiss(None if isinstance(action, a.Back) else action)


def confirm_close(context: Context) -> Doc:
    """The page that asks; its first button closes."""
    words, count = context.words, len(context.session.questions.ids)
    pieces = (
        *title(words.closing),
        text(words.closing_lost.format(n=count)),
        Gap(),
        Button(words.closing_close, a.Close(), number=1),
        Button(words.closing_take, a.Open("questions"), number=2),
        Button(words.closing_stay, a.Back(), number=3),
    )
    return Doc(words.closing, pieces, menu=True)
