"""A sheet over the page, for a word, a service, evidence or a question."""

from collections.abc import Iterable

from textual import on
from textual.containers import Container, Vertical
from textual.widget import Widget

from ketaguide.tui import actions as a
from ketaguide.tui.base import GuideModal
from ketaguide.tui.doc import Doc
from ketaguide.tui.foot import fill_foot
from ketaguide.tui.pages.context import Context
from ketaguide.tui.widgets.bars import FootBar
from ketaguide.tui.widgets.doc_view import DocView


class Sheet(GuideModal):
    """Shows a small page over the current one, or with `beside` in a wide window at its right.

    Choosing an action closes the sheet with that result.
    """

    SHOWS_TITLE = True
    DEFAULT_CSS = """
    Sheet {
        & #over { width: 100%; height: 1fr; background: $page; }
        & #middle { height: 1fr; align-horizontal: center; }
        &.-beside.-wide {
            background: transparent;
            & #over { width: 50%; offset-x: 50vw; border-left: solid $line; }
        }
    }
    """

    def __init__(self, context: Context, doc: Doc, *, beside: bool = False) -> None:
        super().__init__(context)
        self.doc = doc
        self.set_class(beside, "-beside")

    def sheet(self) -> Iterable[Widget]:
        """Compose the page and its page bar."""
        with Vertical(id="over"), Container(id="middle"):
            yield DocView(self.doc, id="sheet")
        yield FootBar()

    @on(DocView.Chosen)
    def _perform_chosen(self, event: DocView.Chosen) -> None:
        event.stop()
        if self.app.screen is self:  # drop actions chosen while it is covered or closing
            self.choose(event.action)

    @on(FootBar.Turned)
    def _turn_page(self, event: FootBar.Turned) -> None:
        self.query_one(DocView).action_page(event.by)

    @on(DocView.Moved)
    def _update_foot(self) -> None:
        for bar in self.query(FootBar):
            fill_foot(bar, self.context, self.query_one(DocView), is_sheet=True)

    def choose(self, action: a.Action) -> None:
        """Close with an action as the result."""
        self.dismiss(None if isinstance(action, a.Close) else action)
