"""Covers: a screen that hides the page from the room, and the dialog that asks whether the reader is still there."""

from collections.abc import Iterable, Sequence

from textual import events, on
from textual.message import Message
from textual.widget import Widget

from ketaguide.tui.base import GuideModal, GuideScreen
from ketaguide.tui.doc import Doc
from ketaguide.tui.keys import KEYS, Key
from ketaguide.tui.pages.context import Context
from ketaguide.tui.widgets.bars import CrisisBanner, KeyBar, TitleBar
from ketaguide.tui.widgets.doc_view import DocView


class Touched(Message):
    """Something was pressed while the cover was up: somebody is there."""


class Cover(GuideScreen):
    """Hides everything beneath it. Any key or touch is answered with `Touched`; the crisis banner works as everywhere."""

    DEFAULT_CSS = "Cover { & #body { align-horizontal: center; } & #cover { width: 100%; max-width: 84; } }"

    def __init__(self, context: Context, doc: Doc, keys: Sequence[Key] = ()) -> None:
        super().__init__(context)
        self.doc = doc
        self._keys = (*KEYS[:1], *keys)

    def body(self) -> Iterable[Widget]:
        """The words, and nothing of the page."""
        yield DocView(self.doc, id="cover")

    def on_mount(self) -> None:
        """The title and the keys name no condition either."""
        self.query_one(TitleBar).left = self.context.covers.title
        bar = self.query_one(KeyBar)
        bar.keys = [(key, str(getattr(self.context.keys, key.name))) for key in self._keys]
        self.query_one(DocView).focus()

    def show(self, doc: Doc) -> None:
        """Say something else, where the words have changed; the cursor stays here, whatever moves beneath."""
        for view in self.query(DocView):  # none yet where the screen is only just going up
            if doc != self.doc:
                view.show(doc, keep=True)
            view.place_cursor()
        self.doc = doc

    def on_key(self, event: events.Key) -> None:
        """Somebody is there."""
        event.stop()
        self.post_message(Touched())

    def on_click(self, event: events.Click) -> None:
        """Somebody is there, unless it was the banner or a key of the bar that was pressed."""
        if not isinstance(event.widget, CrisisBanner | KeyBar):
            self.post_message(Touched())


class Warn(GuideModal):
    """Asks whether the reader is still there. It closes at any touch; how it is closed by time is the app's business."""

    def __init__(self, context: Context, doc: Doc) -> None:
        super().__init__(context)
        self.doc = doc

    def sheet(self) -> Iterable[Widget]:
        """The question."""
        yield DocView(self.doc, id="sheet")

    def show(self, doc: Doc) -> None:
        """Say something else, where the words have changed."""
        if doc != self.doc:
            self.doc = doc
            for view in self.query(DocView):  # none yet where the screen is only just going up
                view.show(doc, keep=True)

    def on_click(self) -> None:
        """Somebody is there."""
        self.post_message(Touched())

    @on(DocView.Chosen)
    def _chosen(self, event: DocView.Chosen) -> None:
        event.stop()
