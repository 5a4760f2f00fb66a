"""Textual's terminal driver, made safe to leave alone: stray bytes, a closed terminal and half a paste do no harm."""

import os
import selectors
from codecs import getincrementaldecoder

from textual import _xterm_parser
from textual._parser import ParseError
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

from ketaguide.early import ignore_signals

# A paste that never ends would swallow every later key, and the guide takes no pasted text: the parser is told to see
# nothing special in the mark that starts one, so that pasted text arrives as keys.
_xterm_parser.BRACKETED_PASTE_START = ""  # type: ignore[misc]

_POLL_SECONDS = 0.1
_READ_BYTES = 4096


class SafeDriver(LinuxDriver):
    """Reads the terminal without dying of a byte that is not UTF-8, and leaves when the terminal has gone."""

    def _enable_bracketed_paste(self) -> None:
        """Not asked for: see the note at the top."""

    def run_input_thread(self) -> None:
        """Read and dispatch input until the app or the terminal ends."""
        parser = XTermParser(self._debug)
        decode = getincrementaldecoder("utf-8")(errors="replace").decode
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(_POLL_SECONDS):
                    data = self._read()
                    if not data:
                        self._leave()
                        return
                    for event in parser.feed(decode(data)):
                        self.process_message(event)
                for event in parser.tick():
                    self.process_message(event)
        try:
            for _event in parser.feed(""):
                pass
        except (EOFError, ParseError):
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
    """The same, deaf to the signals that a terminal sends; Textual listens to one of them again when it starts."""

    def start_application_mode(self) -> None:
        """Take over the terminal."""
        super().start_application_mode()  # type: ignore[no-untyped-call]
        ignore_signals()
