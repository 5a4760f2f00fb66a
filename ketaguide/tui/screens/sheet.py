"""A sheet over the page, for a word, a service, evidence or a question."""

from collections.abc import Iterable

from textual import events, on
from textual.containers import Container, Vertical
from textual.widget import Widget

from ketaguide.tui import actions as a
from ketaguide.tui.base import GuideModal
from ketaguide.tui.doc import Doc
from ketaguide.tui.foot import fill_foot
from ketaguide.tui.layout import lay_out
from ketaguide.tui.pages.context import Context
from ketaguide.tui.widgets.bars import CrisisBanner, FootBar
from ketaguide.tui.widgets.doc_view import DocView


def rows_at_the_bottom(doc: Doc, width: int, free: int) -> int:
    """The rows that a sheet takes at the bottom of a page with `free` rows: with its border, at most two thirds of them."""
    return min(len(lay_out(doc, width).lines) + 1, max(free * 2 // 3, 4))


class Sheet(GuideModal):
    """Shows a small page over the current one.

    With `rows` the page stays in view: the sheet is at its right in a wide window, else it takes so many rows at the bottom.
    Choosing an action closes the sheet with that result; so does a press beside it.
    """

    SHOWS_TITLE = True
    DEFAULT_CSS = """
    Sheet {
        & #over { width: 100%; height: 1fr; background: $page; }
        & #middle { height: 1fr; align-horizontal: center; }
        &.-beside { background: transparent; & #sheet { max-width: 100%; margin: 0; } & #over { border-top: heavy $line; } }
        &.-beside.-wide #over { width: 50%; offset-x: 50vw; border-left: solid $line; border-top: none; }
    }
    """

    def __init__(self, context: Context, doc: Doc, *, rows: int = 0) -> None:
        super().__init__(context, doc)
        self.rows = rows
        self.set_class(rows > 0, "-beside")

    def sheet(self) -> Iterable[Widget]:
        """Compose the page and its page bar."""
        with Vertical(id="over"), Container(id="middle"):
            yield from super().sheet()
        yield FootBar()

    def on_mount(self) -> None:
        """Take the rows at the bottom, and keep the foot bar in step with the page."""
        self._place()
        self.watch(self.query_one(DocView), "scroll_row", self._update_foot, init=False)

    def on_resize(self) -> None:
        """Take them in the new size, or the place at the right."""
        self._place()

    def _place(self) -> None:
        """Set the rows of a sheet at the bottom; what is above them belongs to no widget, so that the page shows through."""
        if not self.rows:
            return
        over = self.query_one("#over", Vertical)
        if self.has_class("-wide"):
            over.styles.clear_rule("height")
            over.styles.clear_rule("margin")
            return
        frame = len(self.query_one(CrisisBanner).words.rows(self.size.width))
        free = self.size.height - frame - (0 if self.has_class("-short") else 1) - 1
        over.styles.height = min(self.rows, free)
        over.styles.margin = (max(free - self.rows, 0), 0, 0, 0)

    def on_click(self, event: events.Click) -> None:
        """Close at a press beside the sheet."""
        if event.widget is self:
            self.dismiss(None)

    @on(DocView.Chosen)
    def _perform_chosen(self, event: DocView.Chosen) -> None:
        event.stop()
        if self.app.screen is self:  # drop actions chosen while it is covered or closing
            self.choose(event.action)

    @on(DocView.Moved)
    def _update_foot(self) -> None:
        for bar in self.query(FootBar):
            fill_foot(bar, self.context, self.query_one(DocView), close=self.close_word)

    @property
    def close_word(self) -> str:
        """The name of F7 on the foot bar."""
        return self.context.words.close_sheet

    def choose(self, action: a.Action) -> None:
        """Close with an action as the result."""
        self.dismiss(None if isinstance(action, a.Close) else action)
