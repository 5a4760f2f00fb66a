"""Reading aloud: one action starts it, any key or tap stops it, and it never starts by itself."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import events, on
from textual.message import Message
from textual.screen import Screen

from ketaguide.devices import children, speech
from ketaguide.tui.doc import Doc
from ketaguide.tui.pages.context import Context
from ketaguide.tui.pages.listen import no_voice, not_heard
from ketaguide.tui.screens.cover import Cover, Touched
from ketaguide.tui.screens.sheet import Sheet
from ketaguide.tui.textual_private import QuietApp
from ketaguide.tui.widgets.doc_view import DocView

if TYPE_CHECKING:
    from ketaguide.tui.narration import Utterance

_READABLE = "#page, #sheet, #results"


class Reached(Message):
    """The voice has come to a text, or to the end of all (-1)."""

    def __init__(self, narrator: speech.Narrator, number: int) -> None:
        super().__init__()
        self.narrator = narrator
        self.number = number


class ListeningApp(QuietApp):
    """Reads the page on show aloud. Changing the page or the screen stops it, and so does closing the guide."""

    context: Context
    find_voices: Callable[[], list[speech.Voice]] = staticmethod(speech.voices)
    """Which voices there are; asked each time, so that one installed meanwhile is heard."""
    _narrator: speech.Narrator | None = None
    _view: DocView | None = None
    _just_stopped = False
    _doc: Doc
    _texts: "list[Utterance]"

    def on_mount(self) -> None:
        """Fall silent whenever another screen comes up."""
        self.screen_change_signal.subscribe(self, self._changed, immediate=True)

    def on_unmount(self) -> None:
        """Fall silent when the guide closes, and let no program that it has started hold it up."""
        if self._narrator:
            self._narrator.end()
        children.end_all()

    def action_listen(self) -> None:
        """Read what is on show aloud, from what is on view; the same key or tap has stopped it if it was on."""
        if self._just_stopped:
            self._just_stopped = False
        elif isinstance(self.screen, Cover):
            self.post_message(Touched())
        elif view := next(iter(self.screen.query(_READABLE).results(DocView)), None):
            self._read(view)

    def _read(self, view: DocView) -> None:
        voices = self.find_voices()
        if not voices:
            self._tell(no_voice(self.context))
            return
        from ketaguide.render.spoken import SpeechNormalizer
        from ketaguide.tui.narration import narrate

        normalizer = SpeechNormalizer(self.context.guide, self.context.view.edition.speech)
        self._view, self._doc, self._texts = view, view.doc, narrate(view.doc, normalizer, view.first_on_view)
        self.begin(speech.Narrator(voices), [said.text for said in self._texts])

    def begin(self, narrator: speech.Narrator, texts: list[str]) -> None:
        """Begin to read texts aloud."""
        self._narrator = narrator
        narrator.start(texts, lambda number: self._reached(narrator, number))

    def _tell(self, doc: Doc) -> None:
        """Say it on a sheet; one that says so already is enough, however often the key is pressed."""
        if not isinstance(self.screen, Sheet) or self.screen.doc.title != doc.title:
            self.push_screen(Sheet(self.context, doc))

    def _reached(self, narrator: speech.Narrator, number: int) -> None:
        """Called from the thread that reads."""
        self.post_message(Reached(narrator, number))

    def stop_narration(self) -> None:
        """Be silent at once."""
        narrator, view, self._narrator, self._view = self._narrator, self._view, None, None
        if narrator:
            narrator.stop()
        if view and view.is_attached:
            view.narrated = -1

    @on(Reached)
    def _follow(self, event: Reached) -> None:
        """Mark what is read now, and keep it in view."""
        if event.narrator is not self._narrator or self._view is None:
            return
        if event.number >= 0:
            said = self._texts[event.number]
            self._view.show_narrated(said.piece, said.share)
            return
        self.stop_narration()
        if event.narrator.failed:
            self._tell(not_heard(self.context))

    # --- what stops it

    async def on_event(self, event: events.Event) -> None:
        """Any key stops it, and does what it always does."""
        if isinstance(event, events.Key):
            self.stop_at_input()
        await super().on_event(event)

    def on_mouse_down(self) -> None:
        """Any tap stops it, and does what it always does."""
        self.stop_at_input()

    def stop_at_input(self) -> None:
        """Be silent; what would begin it again by the same key or tap does not."""
        self._just_stopped = self._narrator is not None
        self.stop_narration()

    @on(DocView.Moved)
    def _moved(self) -> None:
        """Another page has come up where the one that is read was."""
        if self._view and self._view.doc is not self._doc:
            self.stop_narration()

    def _changed(self, screen: Screen[object]) -> None:
        self.stop_narration()
