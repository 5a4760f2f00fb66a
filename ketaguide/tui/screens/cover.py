"""Covers: the screen that hides the page, and the idle warning of a kiosk."""

from collections.abc import Iterable, Sequence

from textual import events
from textual.message import Message
from textual.widget import Widget

from ketaguide.tui.bars import TitleWords
from ketaguide.tui.base import GuideModal, GuideScreen
from ketaguide.tui.doc import Doc
from ketaguide.tui.foot import fill_cover
from ketaguide.tui.keys import Key
from ketaguide.tui.pages.context import Context
from ketaguide.tui.widgets.bars import CrisisBanner, FootBar, TitleBar
from ketaguide.tui.widgets.doc_view import DocView


class Touched(Message):
    """A key or the screen was pressed over a cover: somebody is there."""


class Cover(GuideScreen):
    """Hides the screens beneath. Posts `Touched` on any key or touch; the keys of help work as everywhere.

    With `bare`, for a reader who hides the page from others, no number stands on the screen: only the key of help.
    """

    DEFAULT_CSS = """
    Cover {
        & #body { align-horizontal: center; }
        & #cover { width: 100%; max-width: 84; }
        &.-bare > CrisisBanner, &.-bare > TitleBar { display: none !important; }
        &.-bare > FootBar { display: block !important; }
    }
    """

    def __init__(self, context: Context, doc: Doc, keys: Sequence[Key] = (), *, bare: bool = False) -> None:
        super().__init__(context)
        self.set_class(bare, "-bare")
        self.doc = doc
        self._keys = tuple(keys)

    def body(self) -> Iterable[Widget]:
        """Compose the cover's text."""
        yield DocView(self.doc, id="cover")

    def title_bar(self) -> TitleBar:
        """A title that names no condition and opens nothing."""
        return TitleBar(TitleWords(self.context.covers.title))

    def on_mount(self) -> None:
        """Set keys that name no condition."""
        fill_cover(self.query_one(FootBar), self.context, self._keys)
        self.query_one(DocView).focus()

    def show(self, doc: Doc) -> None:
        """Show another text; the terminal's cursor stays on the cover."""
        for view in self.query(DocView):  # none while the screen is mounting
            if doc != self.doc:
                view.show(doc, keep=True)
            view.place_cursor()
        self.doc = doc

    def on_key(self, event: events.Key) -> None:
        """Post `Touched`."""
        event.stop()
        self.post_message(Touched())

    def on_click(self, event: events.Click) -> None:
        """Post `Touched`, unless the banner or a key of the bar was pressed."""
        if not isinstance(event.widget, CrisisBanner | FootBar):
            self.post_message(Touched())


class Warn(GuideModal):
    """Asks whether the reader is still there. Any touch closes it; the app closes it when the time is up."""

    def show(self, doc: Doc) -> None:
        """Show another text."""
        if doc != self.doc:
            self.doc = doc
            for view in self.query(DocView):  # none while the screen is mounting
                view.show(doc, keep=True)

    def on_click(self) -> None:
        """Post `Touched`."""
        self.post_message(Touched())
