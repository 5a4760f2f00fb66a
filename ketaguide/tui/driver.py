"""Terminal driver: survives malformed input, redraws after a resize, exits when the terminal closes."""

import asyncio
import os
import select
import signal
import sys
import termios
from asyncio import TimerHandle
from collections.abc import Callable, Iterable
from contextlib import suppress
from threading import Thread
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any, cast

from textual.app import App
from textual.driver import Driver
from textual.events import Resize
from textual.geometry import Size
from textual.message import Message

from ketaguide import signals, splash, streams
from ketaguide.devices.children import end_all
from ketaguide.tui.background import ASK, BackgroundFound, BackgroundReader
from ketaguide.tui.input_decoder import InputDecoder, drop_before_help
from ketaguide.tui.input_feeder import InputFeeder
from ketaguide.tui.input_queue import InputQueue
from ketaguide.tui.terminal_writer import ALTERNATE, ENTER, LEAVE, TerminalWriter
from ketaguide.tui.textual_private import BOUNDS_PASTES, draw_whole

if TYPE_CHECKING:
    from ketaguide.tui.app import GuideApp

_POLL_SECONDS = 0.1
_READ_BYTES, _MOST_BYTES = 65_536, 1_000_000
_END_SECONDS = 1.5
"""Seconds from a request to quit until the process is killed."""
_DRAIN_SECONDS = 0.4
"""Seconds to wait for a terminal that accepts no output."""
_ANSWER_SECONDS = 0.5
"""Seconds after the start in which a program that quits waits for answers: later ones would be typed into the shell."""
_ASK_SYNC = "\x1b[?2026$p"
"""Query for synchronized output."""
_ENTER = ENTER + ("\x1b[?2004h" if BOUNDS_PASTES else "\x1b[?2004l")
"""Requests bracketed paste only if its marks arrive as keys."""


class SafeDriver(Driver):
    """Reads the terminal in one thread and writes to it in another."""

    def __init__(self, app: App[Any], **settings: Any) -> None:
        super().__init__(app, **settings | {"size": streams.terminal_size()})
        self.app, self.loop = cast("GuideApp", app), asyncio.get_running_loop()
        assert sys.__stdin__ is not None
        assert sys.__stderr__ is not None
        self._input, self._output = sys.__stdin__.fileno(), sys.__stderr__.fileno()
        self._attributes: list[Any] | None = signals.attributes_before
        """Terminal attributes before application mode."""
        self._is_on = False
        """True while the terminal is in application mode."""
        self._writer: TerminalWriter | None = None
        self._queue = InputQueue()
        self._feeder = InputFeeder(self.app, self._queue, self.process_message, self._redraw_screen)
        self._feeding: asyncio.Task[None] | None = None
        self._background = BackgroundReader(self._report_background)
        self._asked_at = 0.0
        """Time of the question about the background; 0 if it was not asked."""
        self._redraw: TimerHandle | None = None
        self._end_at: float | None = None
        Thread(target=self._read_loop, name="terminal-input", daemon=True).start()

    # --- the terminal

    def start_application_mode(self) -> None:
        """Enter application mode and install signal handlers."""
        signal.signal(signal.SIGWINCH, self._in_loop(self._resized))
        signal.signal(signal.SIGCONT, self._in_loop(self._continued))
        if self.app.HAS_JOB_CONTROL:
            signal.signal(signal.SIGTSTP, self._in_loop(self._suspend))
        for number in self.app.QUIT_SIGNALS:
            signal.signal(number, lambda *_: self.end())
        self._enter_terminal()
        if self.app.follows_background:
            self._asked_at = monotonic()
            self.write(ASK)
        self._post_size()
        self._feeding = asyncio.create_task(self._feeder.run())

    def _enter_terminal(self) -> None:
        self._writer = TerminalWriter(self._output, on_closed=self.end, on_behind=self._in_loop(self._redraw_screen))
        self._set_raw_mode()
        screen = "" if splash.is_shown else ALTERNATE  # to enter it again would clear the first page
        splash.is_shown = False
        self.write(screen + _ENTER + ("" if os.environ.get("TERM_PROGRAM") == "Apple_Terminal" else _ASK_SYNC))
        self._is_on = True

    def _set_raw_mode(self) -> None:
        """Enter raw mode; the first time, save the terminal's attributes."""
        with suppress(termios.error):
            attributes = termios.tcgetattr(self._input)
            self._attributes = self._attributes or [*attributes[:6], [*attributes[6]]]
            attributes[0] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
            attributes[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
            attributes[6][termios.VMIN] = 1
            termios.tcsetattr(self._input, termios.TCSANOW, attributes)

    def write(self, data: str) -> None:
        """Write to the terminal."""
        if self._writer:
            self._writer.write(data)

    def disable_input(self) -> None:
        """Stop forwarding input."""
        if self._feeding:
            self._feeding.cancel()
            self._feeding = None
        self._queue.clear()

    def stop_application_mode(self) -> None:
        """Restore the terminal."""
        self.disable_input()
        if self._redraw:
            self._redraw.cancel()
        for number in (signal.SIGWINCH, signal.SIGCONT):
            signal.signal(number, signal.SIG_DFL)
        while not self._background.is_answered and monotonic() < self._asked_at + _ANSWER_SECONDS:
            sleep(_POLL_SECONDS / 10)
        self._restore_terminal()

    def _restore_terminal(self) -> None:
        self._is_on = False
        if self._writer:
            self._writer.stop(LEAVE, _DRAIN_SECONDS)
            self._writer = None
        self._restore()

    def _restore(self) -> None:
        with suppress(termios.error):
            termios.tcflush(self._input, termios.TCIFLUSH)
            if self._attributes:
                termios.tcsetattr(self._input, termios.TCSANOW, self._attributes)

    # --- signals

    def _in_loop(self, call: Callable[[], None]) -> Callable[..., None]:
        """A handler for signals and other threads that runs `call` in the app's event loop."""

        def handle(*_: object) -> None:
            with suppress(RuntimeError):  # the loop has closed
                self.loop.call_soon_threadsafe(call)

        return handle

    def end(self) -> None:
        """Quit the app; if it takes too long, the process is killed."""
        self._end_at = self._end_at or monotonic() + _END_SECONDS
        self._in_loop(self.app.exit)()

    def _exit_now(self) -> None:
        """Restore the terminal and exit from the reading thread, when the app's own is stuck."""
        if self._is_on:
            with suppress(OSError):
                if select.select([], [self._output], [], 0)[1]:
                    os.write(self._output, LEAVE.encode())
            self._restore()
        end_all()
        os._exit(self.app.return_code or 0)

    def _suspend(self) -> None:
        """Restore the terminal and stop the process until it is continued."""
        if self._is_on:
            self._restore_terminal()
            os.kill(os.getpid(), signal.SIGSTOP)
            self._enter_terminal()
            self._continued()

    def _continued(self) -> None:
        """Enter application mode again: the shell may have left the terminal in any state."""
        if self._is_on:
            self._set_raw_mode()
            self.write(ALTERNATE + _ENTER)
            self._resized()

    # --- size and drawing

    def _post_size(self) -> None:
        size = Size(*streams.terminal_size())
        self.send_message(Resize(size, size))

    def _resized(self) -> None:
        """Redraw twice, so that the last redraw comes after all messages about older sizes."""
        if self._is_on:
            self._post_size()
            self._redraw_soon(2)

    def _redraw_soon(self, times: int) -> None:
        if self._redraw:
            self._redraw.cancel()
        self._redraw = self.loop.call_later(_POLL_SECONDS, self._redraw_now, times) if times else None

    def _redraw_now(self, times: int) -> None:
        self._redraw_screen()
        self._redraw_soon(times - 1)

    def _redraw_screen(self) -> None:
        """Redraw the whole screen for the current size of the window.

        Textual handles a burst of resizes in any order, and draws nothing for an unchanged size, though the terminal has
        discarded the cells outside a smaller window.
        """
        if not self._is_on or self.app.is_leaving:
            return
        app, size = self.app, Size(*streams.terminal_size())
        if size != app.size:
            self._post_size()
            return
        for screen in app.screen_stack:
            if screen.size != size:
                screen.post_message(Resize(size, size))
        draw_whole(app)

    # --- input

    def send_message(self, message: Message) -> None:
        """Post a message to the app, from its own event loop."""
        self.app.post_message(message)

    def _read_loop(self) -> None:
        """Reading thread: queues decoded input, and kills the process if it does not quit in time."""
        decoder, is_open = InputDecoder(), True
        while True:
            if self._end_at and monotonic() > self._end_at:
                self._exit_now()
            if not (self._is_on and is_open):
                sleep(_POLL_SECONDS / 10)
            elif not select.select([self._input], [], [], _POLL_SECONDS)[0]:
                self._enqueue(decoder.feed(self._background.tick()))
                self._enqueue(decoder.tick())
            elif data := self._read():
                typed = self._background.feed(data)
                if (kept := drop_before_help(typed)) is not typed:
                    self._queue.clear()
                self._enqueue(decoder.feed(kept))
            else:
                is_open = False
                self.end()

    def _enqueue(self, events: Iterable[Message]) -> None:
        if self._queue.add(events):
            self._in_loop(self._feeder.wake)()

    def _report_background(self, is_dark: bool) -> None:
        self._in_loop(lambda: self.send_message(BackgroundFound(is_dark=is_dark)))()

    def _read(self) -> bytes:
        """Read all pending input; empty if the terminal has closed."""
        data = b""
        with suppress(OSError):
            while more := os.read(self._input, _READ_BYTES):
                data += more
                if len(data) > _MOST_BYTES or not select.select([self._input], [], [], 0)[0]:
                    break
        return data
