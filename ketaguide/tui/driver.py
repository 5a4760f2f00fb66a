"""Textual's terminal driver, made safe to leave alone: nothing that can be typed, or sent as if a terminal had, harms it."""

import os
import selectors
import signal
from codecs import getincrementaldecoder
from collections.abc import Iterator
from threading import Event
from time import monotonic
from typing import Any

from textual import _xterm_parser
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.events import InputEvent, Resize
from textual.geometry import Size
from textual.message import Message
from textual.messages import TerminalSupportsSynchronizedOutput

from ketaguide.early import ignore_signals

# A paste that never ends would swallow every later key, and the guide takes no pasted text: the parser is told to see
# nothing special in the mark that starts one, so that pasted text arrives as keys.
_xterm_parser.BRACKETED_PASTE_START = ""  # type: ignore[misc]

_POLL_SECONDS = 0.1
_READ_BYTES = 256
"""Read at once. What is typed faster than it can be dealt with waits in the terminal, and not in memory."""
_PATIENCE_SECONDS = 2.0
"""After this long more is read even so: the widget that was waited for may have gone."""


class _Parser(XTermParser):
    """Textual's parser, which counts the mouse in cells, whatever was reported of the size of the window in pixels."""

    mouse_pixels = property(lambda _: False, lambda _, __: None)


class Typed:
    """Turns what was typed into events. What Textual's parser cannot take is thrown away, and it begins anew."""

    def __init__(self, debug: bool = False) -> None:
        self._debug = debug
        self._decode = getincrementaldecoder("utf-8")(errors="replace").decode
        self._parser = _Parser(debug)

    def feed(self, data: bytes) -> Iterator[Message]:
        """Events of some more bytes. Text of no length would end the parser."""
        if text := self._decode(data):
            yield from self._safely(self._parser.feed(text))

    def tick(self) -> Iterator[Message]:
        """Events of a sequence that nothing has followed."""
        yield from self._safely(self._parser.tick())

    def _safely(self, found: Any) -> Iterator[Message]:
        """Only what a person can do goes on: a report that anyone can fake must not change size, mouse or focus."""
        try:
            for event in found:
                if isinstance(event, InputEvent | TerminalSupportsSynchronizedOutput):
                    yield event
        except (ValueError, ArithmeticError):  # numbers that are no character
            self._parser = _Parser(self._debug)


class SafeDriver(LinuxDriver):
    """Reads the terminal without dying of what comes from it, draws anew when its size has changed, and leaves with it."""

    _to_draw = 0
    """How often the screen is still to be drawn since its size last changed."""
    _draw_at = 0.0
    """When it is to be drawn next."""

    def start_application_mode(self) -> None:
        """Take over the terminal, and remember each change of its size."""
        super().start_application_mode()  # type: ignore[no-untyped-call]
        told: Any = signal.getsignal(signal.SIGWINCH)

        def resized(number: int, frame: object) -> None:
            self._to_draw = 2  # once what was told of older sizes has been dealt with, nothing undoes the last
            self._draw_at = monotonic() + _POLL_SECONDS
            told(number, frame)

        signal.signal(signal.SIGWINCH, resized)

    def _enable_bracketed_paste(self) -> None:
        """Not asked for: see the note at the top."""

    def _query_in_band_window_resize(self) -> None:
        """Not asked for: the size is the kernel's word, which nobody can type."""

    def run_input_thread(self) -> None:
        """Read and dispatch input until the app or the terminal ends."""
        typed = Typed(self._debug)
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if not selector.select(_POLL_SECONDS):
                    events = typed.tick()
                elif data := self._read():
                    events = typed.feed(data)
                else:
                    self._leave()
                    return
                if self._dispatch(events):
                    self._catch_up()
                if self._to_draw and monotonic() >= self._draw_at:  # however fast keys go on coming
                    self._to_draw, self._draw_at = self._to_draw - 1, monotonic() + _POLL_SECONDS
                    self._loop.call_soon_threadsafe(self._draw_anew)

    def _draw_anew(self) -> None:
        """Draw the whole screen for the size that the window has by now.

        Textual takes the sizes of a storm in any order, and for one that is as before it draws nothing, though the
        terminal has thrown away what a smaller window had no room for.
        """
        app, size = self._app, Size(*self._get_terminal_size())
        if size != app.size:
            self.send_message(Resize(size, size))
            return
        for screen in app.screen_stack:
            if screen.size != size:
                screen.post_message(Resize(size, size))
        if app.screen_stack:
            app._display(app.screen, app.screen._compositor.render_update(full=True))

    def _dispatch(self, events: Iterator[Message]) -> bool:
        """Hand on what was read; whether there was anything."""
        some = False
        for event in events:
            self.process_message(event)
            some = True
        return some

    def _catch_up(self) -> None:
        """Wait until the app, and after it what has focus, have dealt with what was handed on."""
        done, deadline = Event(), monotonic() + _PATIENCE_SECONDS

        def passed_on() -> None:
            (self._app.focused or self._app).call_later(done.set)

        self._app.call_later(passed_on)
        while not (done.wait(_POLL_SECONDS) or self.exit_event.is_set() or monotonic() > deadline):
            pass

    def _read(self) -> bytes:
        """What was typed; nothing when the terminal has gone."""
        try:
            return os.read(self.fileno, _READ_BYTES)
        except OSError:
            return b""

    def _leave(self) -> None:
        """End the app from this thread: nobody is there any more."""
        self._loop.call_soon_threadsafe(self._app.exit)


class KioskDriver(SafeDriver):
    """The same, deaf to the signals that a terminal sends; Textual listens to one of them again as it starts."""

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **settings)
        ignore_signals()

    def start_application_mode(self) -> None:
        """Take over the terminal."""
        super().start_application_mode()
        ignore_signals()
