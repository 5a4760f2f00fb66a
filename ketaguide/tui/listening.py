"""Narration in the full-screen view: one action starts it, any key or tap stops it; it never starts by itself."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import events, on
from textual.message import Message
from textual.screen import Screen

from ketaguide.devices import children, speech
from ketaguide.resolve.language import voice_of
from ketaguide.tui.doc import Doc
from ketaguide.tui.pages.context import Context
from ketaguide.tui.pages.listen import no_voice, voice_failed
from ketaguide.tui.screens.cover import Cover, Touched
from ketaguide.tui.screens.sheet import Sheet
from ketaguide.tui.textual_private import QuietApp
from ketaguide.tui.widgets.doc_view import DocView

if TYPE_CHECKING:
    from ketaguide.tui.narration import Utterance

_READABLE = "#page, #sheet, #results"


class Reached(Message):
    """Narration has reached a text, or the end (-1)."""

    def __init__(self, narrator: speech.Narrator, number: int) -> None:
        super().__init__()
        self.narrator = narrator
        self.number = number


class ListeningApp(QuietApp):
    """An app that can read the page on the screen aloud. A change of page or screen stops it."""

    context: Context
    find_voices: Callable[[], list[speech.Voice]] = staticmethod(speech.voices)
    """Returns the installed voices; called each time, so that new ones are found."""
    _narrator: speech.Narrator | None = None
    _view: DocView | None = None
    _just_stopped = False
    _doc: Doc
    _texts: "list[Utterance]"

    def on_mount(self) -> None:
        """Stop narration on every change of the screen."""
        self.screen_change_signal.subscribe(self, self._changed, immediate=True)

    def on_unmount(self) -> None:
        """Stop narration and kill every child process."""
        if self._narrator:
            self._narrator.end()
        children.end_all()

    def action_listen(self) -> None:
        """Read the page aloud from the first visible row; do nothing if the same key or tap has just stopped it."""
        if self._just_stopped:
            self._just_stopped = False
        elif isinstance(self.screen, Cover):
            self.post_message(Touched())
        elif view := next(iter(self.screen.query(_READABLE).results(DocView)), None):
            self._start_reading(view)

    def _start_reading(self, view: DocView) -> None:
        here = (self.context.session.history.here or "").removeprefix("section:")
        voices = speech.in_language(self.find_voices(), *voice_of(here, self.context.view))
        if not voices:
            self._show_sheet(no_voice(self.context))
            return
        from ketaguide.render.spoken import SpeechNormalizer
        from ketaguide.tui.narration import narrate

        normalizer = SpeechNormalizer(self.context.guide, self.context.view.edition.speech)
        self._view, self._doc, self._texts = view, view.doc, narrate(view.doc, normalizer, view.first_on_view)
        self.start_narration(speech.Narrator(voices), [utterance.text for utterance in self._texts])

    def start_narration(self, narrator: speech.Narrator, texts: list[str]) -> None:
        """Start reading texts aloud."""
        self._narrator = narrator

        def reached(number: int) -> None:  # called from the narrator's thread
            self.post_message(Reached(narrator, number))

        narrator.start(texts, reached)

    def _show_sheet(self, doc: Doc) -> None:
        """Show a sheet, unless it is already open."""
        if not isinstance(self.screen, Sheet) or self.screen.doc.title != doc.title:
            self.push_screen(Sheet(self.context, doc))

    def stop_narration(self) -> None:
        """Stop narration at once."""
        narrator, view, self._narrator, self._view = self._narrator, self._view, None, None
        if narrator:
            narrator.stop()
        if view and view.is_attached:
            view.narrated = -1

    @on(Reached)
    def _follow(self, event: Reached) -> None:
        """Mark the text being read and keep it visible."""
        if event.narrator is not self._narrator or self._view is None:
            return
        if event.number >= 0:
            utterance = self._texts[event.number]
            self._view.show_narrated(utterance.piece, utterance.share)
            return
        self.stop_narration()
        if event.narrator.failed:
            self._show_sheet(voice_failed(self.context))

    # --- what stops it

    async def on_event(self, event: events.Event) -> None:
        """Stop narration on any key; the key keeps its effect."""
        if isinstance(event, events.Key):
            self.stop_at_input()
        await super().on_event(event)

    def on_mouse_down(self) -> None:
        """Stop narration on any tap; the tap keeps its effect."""
        self.stop_at_input()

    def stop_at_input(self) -> None:
        """Stop narration; the same key or tap does not start it again."""
        self._just_stopped = self._narrator is not None
        self.stop_narration()

    @on(DocView.Moved)
    def _moved(self) -> None:
        """Stop narration when the view shows another page."""
        if self._view and self._view.doc is not self._doc:
            self.stop_narration()

    def _changed(self, screen: Screen[object]) -> None:
        self.stop_narration()
