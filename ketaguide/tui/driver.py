"""The terminal driver: survives whatever input and signals come, redraws when needed, and ends when its terminal does."""

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
from typing import Any, cast

from textual.app import App
from textual.driver import Driver
from textual.events import Key, Resize
from textual.geometry import Size
from textual.message import Message
from textual.message_pump import MessagePump
from textual.widgets import Input

from ketaguide.devices.children import end_all
from ketaguide.terminal_size import terminal_size
from ketaguide.tui.input_decoder import InputDecoder, newest
from ketaguide.tui.input_queue import InputQueue
from ketaguide.tui.keys import REDRAW
from ketaguide.tui.terminal_writer import ENTER, LEAVE, TerminalWriter
from ketaguide.tui.textual_private import BOUNDS_PASTES, QuietApp, draw_whole

_POLL_SECONDS = 0.1
_READ_BYTES, _MOST_BYTES = 65_536, 1_000_000
_PATIENCE_SECONDS = 2.0
"""After this long the next key is handed over even so: the widget that was waited for may have gone."""
_END_SECONDS = 1.5
"""After this long a program that was told to end is ended, whatever it is doing."""
_DRAIN_SECONDS = 0.4
"""Seconds to wait for a terminal that accepts no output."""
_ASK_SYNC = "\x1b[?2026$p"
"""Asks whether a frame can be shown all at once."""
_ENTER = ENTER + ("\x1b[?2004h" if BOUNDS_PASTES else "\x1b[?2004l")
"""With marks around pasted text only where they arrive as keys."""


class SafeDriver(Driver):
    """Reads the terminal in one thread and writes it in another, for as long as the program lasts."""

    STOPS = True
    """True when job control (Ctrl+Z, fg) may stop and continue it."""

    def __init__(self, app: App[Any], **settings: Any) -> None:
        super().__init__(app, **settings | {"size": terminal_size()})
        self.app, self.loop = cast(QuietApp, app), asyncio.get_running_loop()
        assert sys.__stdin__ is not None
        assert sys.__stderr__ is not None
        self._input, self._output = sys.__stdin__.fileno(), sys.__stderr__.fileno()
        self._attributes: list[Any] | None = None
        """Those of the terminal before it was taken over."""
        self._is_on = False
        """True while the terminal is in application mode."""
        self._writer: TerminalWriter | None = None
        self._queue = InputQueue()
        self._arrived = asyncio.Event()
        self._feeder: asyncio.Task[None] | None = None
        self._redraw: TimerHandle | None = None
        self._end_at: float | None = None
        Thread(target=self._read_until_end, name="terminal-input", daemon=True).start()

    # --- the terminal

    def start_application_mode(self) -> None:
        """Take over the terminal, and listen to signals."""
        for number, handle in {
            signal.SIGWINCH: self._resized, signal.SIGCONT: self._continued,
            **({signal.SIGTSTP: self._stop_and_wait} if self.STOPS else {}),
        }.items():  # fmt: skip
            signal.signal(number, self._later(handle))
        for number in getattr(self.app, "ENDED_BY", ()):
            signal.signal(number, lambda *_: self.end())
        self._take_over()
        self._post_size()
        self._feeder = asyncio.create_task(self._feed())

    def _take_over(self) -> None:
        self._writer = TerminalWriter(self._output, gone=self.end, behind=self._later(self._draw_anew))
        self._raw()
        self.write(_ENTER + ("" if os.environ.get("TERM_PROGRAM") == "Apple_Terminal" else _ASK_SYNC))
        self._is_on = True

    def _raw(self) -> None:
        """Have each key at once and as it is. What the terminal was before is remembered the first time."""
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
        """Take no more keys."""
        if self._feeder:
            self._feeder.cancel()
            self._feeder = None
        self._queue.clear()

    def stop_application_mode(self) -> None:
        """Give the terminal back as it was."""
        self.disable_input()
        if self._redraw:
            self._redraw.cancel()
        for number in (signal.SIGWINCH, signal.SIGCONT):
            signal.signal(number, signal.SIG_DFL)
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

    def _later(self, call: Callable[[], None]) -> Callable[..., None]:
        """A signal handler, or a call from another thread, that has the app's loop do it."""

        def handle(*_: object) -> None:
            with suppress(RuntimeError):  # the loop has closed
                self.loop.call_soon_threadsafe(call)

        return handle

    def end(self) -> None:
        """End the app in good order; if that takes too long, without."""
        self._end_at = self._end_at or monotonic() + _END_SECONDS
        self._later(self.app.exit)()

    def _end_now(self) -> None:
        """From the thread that reads: the app's own is stuck."""
        if self._is_on:
            with suppress(OSError):
                if select.select([], [self._output], [], 0)[1]:
                    os.write(self._output, LEAVE.encode())
            self._restore()
        end_all()
        os._exit(self.app.return_code or 0)

    def _stop_and_wait(self) -> None:
        """Stop, with the terminal as it was, until somebody continues the program."""
        if self._is_on:
            self._restore_terminal()
            os.kill(os.getpid(), signal.SIGSTOP)
            self._take_over()
            self._continued()

    def _continued(self) -> None:
        """The shell, or whoever had the terminal meanwhile, may have left it in any state."""
        if self._is_on:
            self._raw()
            self.write(_ENTER)
            self._resized()

    # --- size and drawing

    def _post_size(self) -> None:
        size = Size(*terminal_size())
        self.send_message(Resize(size, size))

    def _resized(self) -> None:
        """Draw twice: once what was told of older sizes has been dealt with, nothing undoes the last."""
        if self._is_on:
            self._post_size()
            self._redraw_soon(2)

    def _redraw_soon(self, times: int) -> None:
        if self._redraw:
            self._redraw.cancel()
        self._redraw = self.loop.call_later(_POLL_SECONDS, self._redraw_now, times) if times else None

    def _redraw_now(self, times: int) -> None:
        self._draw_anew()
        self._redraw_soon(times - 1)

    def _draw_anew(self) -> None:
        """Draw the whole screen for the size that the window has by now.

        Textual takes the sizes of a storm in any order, and for one that is as before it draws nothing, though the
        terminal has thrown away what a smaller window had no room for.
        """
        if not self._is_on or self.app.is_leaving:
            return
        app, size = self.app, Size(*terminal_size())
        if size != app.size:
            self.send_message(Resize(size, size))
            return
        for screen in app.screen_stack:
            if screen.size != size:
                screen.post_message(Resize(size, size))
        draw_whole(app)

    # --- input

    def send_message(self, message: Message) -> None:
        """Hand a message to the app, from its own loop."""
        self.app.post_message(message)

    def _read_until_end(self) -> None:
        """Thread: read whatever comes, and see to it that a program that was told to end does."""
        decoder, is_open = InputDecoder(), True
        while True:
            if self._end_at and monotonic() > self._end_at:
                self._end_now()
            if not (self._is_on and is_open):
                sleep(_POLL_SECONDS / 10)
            elif not select.select([self._input], [], [], _POLL_SECONDS)[0]:
                self._arrive(decoder.tick())
            elif data := self._read():
                if (kept := newest(data)) is not data:
                    self._queue.clear()
                self._arrive(decoder.feed(kept))
            else:
                is_open = False
                self.end()

    def _arrive(self, events: Iterable[Message]) -> None:
        if self._queue.add(events):
            self._later(self._arrived.set)()

    def _read(self) -> bytes:
        """Everything that was typed; nothing when the terminal has gone."""
        data = b""
        with suppress(OSError):
            while more := os.read(self._input, _READ_BYTES):
                data += more
                if len(data) > _MOST_BYTES or not select.select([self._input], [], [], 0)[0]:
                    break
        return data

    async def _feed(self) -> None:
        """Hand over what was typed, each key once the one before has done all that it does."""
        try:
            while not self.app.is_leaving:
                if not self._queue.waits:
                    self._arrived.clear()
                    await self._arrived.wait()
                await self._wait_until_handled()
                events = self._queue.take(in_field=any(isinstance(node, Input) for node in self._chain()))
                for event in events:
                    if isinstance(event, Key) and event.key == REDRAW:
                        self._draw_anew()
                    else:
                        self.process_message(event)
                if not events:
                    await asyncio.sleep(_POLL_SECONDS / 10)
        except Exception as error:
            self.app.fail(error)

    async def _wait_until_handled(self) -> None:
        """Wait until the screen is up and it, what has focus, and all between have nothing more to deal with."""
        deadline = monotonic() + _PATIENCE_SECONDS
        while monotonic() < deadline and not self._queue.help_is_late:
            chain = self._chain()
            for node in chain:
                await self._wait_for(node)
            if chain == self._chain() and not any(node.message_queue_size for node in chain):
                return

    def _chain(self) -> list[MessagePump]:
        """The app, what has focus, and everything between, in the order in which a key passes."""
        if not self.app.screen_stack:
            return [self.app]
        inner = self.app.focused or self.app.screen
        return [self.app, *inner.ancestors_with_self]

    async def _wait_for(self, node: MessagePump) -> None:
        """Wait until a node has dealt with what it has, but not for one that has gone."""
        done = asyncio.Event()
        if node.call_later(done.set):
            with suppress(TimeoutError):
                await asyncio.wait_for(done.wait(), _POLL_SECONDS)


class KioskDriver(SafeDriver):
    """The same, deaf to the signal by which a terminal stops a program."""

    STOPS = False
