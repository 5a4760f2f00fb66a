"""The question before the guide closes, asked only when something picked would be lost."""

from ketaguide.tui import actions as a
from ketaguide.tui.doc import Doc, Either, Gap, Item, text, title
from ketaguide.tui.pages.context import Context
from ketaguide.tui.screens.sheet import Sheet


class ClosingSheet(Sheet):
    """Stays on Enter, F7 and Esc; closes the guide by its last choice, or by the key that opened it.

    Without the guide's title: it may open over a cover.
    """

    SHOWS_TITLE = False

    def __init__(self, context: Context) -> None:
        super().__init__(context, confirm_close(context))

    @property
    def close_word(self) -> str:
        """F7 closes this sheet, not the guide."""
        return self.context.words.closing_stay

    def choose(self, action: a.Action) -> None:
        """Close the guide, stay, or return what else was chosen."""
        if isinstance(action, a.Close):
            self.app.exit()
        else:
            self.dismiss(None if isinstance(action, a.Back) else action)


def confirm_close(context: Context) -> Doc:
    """The page that asks; it begins on the choice that loses nothing, and its rows fit the smallest window."""
    words, count = context.words, context.session.picked
    pieces = (
        *title(words.closing)[:2],
        Either((Gap(),), ()),
        text(words.closing_lost.format(n=count)),
        Gap(),
        Item(words.closing_stay, a.Back(), 1),
        Item(words.closing_take, a.Open("questions"), 2),
        Item(words.closing_close, a.Close(), 3),
    )
    return Doc(words.closing, pieces, menu=True)
