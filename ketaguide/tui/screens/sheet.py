"""A sheet over the page: what a word means, how to reach a service."""

from collections.abc import Iterable

from textual import on
from textual.containers import Container, Vertical
from textual.widget import Widget

from ketaguide.tui import actions as a
from ketaguide.tui.base import GuideModal, GuideScreen, fill_page_bar
from ketaguide.tui.doc import Doc
from ketaguide.tui.pages.context import Context
from ketaguide.tui.widgets.bars import CrisisBanner, KeyPressed, PageBar
from ketaguide.tui.widgets.doc_view import DocView


class Sheet(GuideModal):
    """Shows one small page, over the page or, with `beside` and room for it, at its right.

    Whatever is chosen on it closes it, and is done by the screen beneath.
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
    async def _do(self, event: DocView.Chosen) -> None:
        event.stop()
        await self.dismiss_then(event.action)

    @on(CrisisBanner.Pressed)
    async def _help_now(self) -> None:
        await self.app.run_action("open('help-now')")  # even where another screen has come over this one meanwhile

    @on(PageBar.Turned)
    def _turn(self, event: PageBar.Turned) -> None:
        self.query_one(DocView).action_page(event.by)

    @on(KeyPressed)
    async def _key(self, event: KeyPressed) -> None:
        await self.app.run_action(event.action)

    @on(DocView.Moved)
    def _say_more(self) -> None:
        for bar in self.query(PageBar):
            fill_page_bar(bar, self.context, self.query_one(DocView))

    async def dismiss_then(self, action: a.Action) -> None:
        """Close, and have the screen beneath do what was chosen. What is chosen once it is covered or closing is dropped."""
        app = self.app
        if self.app.screen is not self:
            return
        self.dismiss()
        beneath = app.screen
        if not isinstance(action, a.Close) and isinstance(beneath, GuideScreen):
            beneath.perform(action)
