"""A sheet over the page: what a word means, how to reach a service."""

from collections.abc import Iterable

from textual import on
from textual.containers import Container, Vertical
from textual.widget import Widget

from ketaguide.tui import actions as a
from ketaguide.tui.base import GuideModal, fill_page_bar
from ketaguide.tui.doc import Doc
from ketaguide.tui.pages.context import Context
from ketaguide.tui.widgets.bars import PageBar
from ketaguide.tui.widgets.doc_view import DocView


class Sheet(GuideModal):
    """Shows one small page, over the page or, with `beside` and room for it, at its right.

    Whatever is chosen on it closes it, and is its result.
    """

    SHOWS_TITLE = True
    DEFAULT_CSS = """
    Sheet {
        & #over { width: 100%; height: 1fr; background: $page; }
        & #middle { height: 1fr; align-horizontal: center; }
        &.-beside.-wide {
            background: transparent;
            & #over { width: 50%; offset-x: 50vw; margin: 0 0 2 0; border-left: solid $line; }
        }
    }
    """

    def __init__(self, context: Context, doc: Doc, *, beside: bool = False) -> None:
        super().__init__(context)
        self.doc = doc
        self.set_class(beside, "-beside")

    def sheet(self) -> Iterable[Widget]:
        """The page, and what more there is of it."""
        with Vertical(id="over"):
            with Container(id="middle"):
                yield DocView(self.doc, id="sheet")
            yield PageBar()

    @on(DocView.Chosen)
    def _do(self, event: DocView.Chosen) -> None:
        event.stop()
        if self.app.screen is self:  # what is chosen once it is covered or closing is dropped
            self.choose(event.action)

    @on(PageBar.Turned)
    def _turn(self, event: PageBar.Turned) -> None:
        self.query_one(DocView).action_page(event.by)

    @on(DocView.Moved)
    def _say_more(self) -> None:
        for bar in self.query(PageBar):
            fill_page_bar(bar, self.context, self.query_one(DocView))

    def choose(self, action: a.Action) -> None:
        """Close with what was chosen."""
        self.dismiss(None if isinstance(action, a.Close) else action)
