"""Writes to the terminal in its own thread, so that a closed or blocked terminal never blocks the program."""

import os
from collections.abc import Callable
from contextlib import suppress
from queue import Empty, SimpleQueue
from select import select
from threading import Event, Thread

_MOST_WAITING = 60
"""Queued texts, about twenty frames. More are dropped; the screen is redrawn once the terminal accepts output again."""
_POLL_SECONDS = 0.1
_END = ""
_CHUNK_BYTES = 1024
"""Bytes of one write that may block, to bound the time."""
_CANCEL = "\x18"
"""Cancels an incomplete escape sequence (ECMA-48, CAN)."""

_MOUSE = (1000, 1003, 1015, 1006)
ALTERNATE = "\x1b[?1049h"
"""Alternate screen."""
ENTER = "".join((
    *(f"\x1b[?{mode}h" for mode in _MOUSE), "\x1b[?25l", "\x1b[?1004h", "\x1b[>25u", "\x1b[?7l",
))  # fmt: skip
"""Mouse, hidden cursor, focus reports, kitty's keyboard protocol, no wrapping."""
LEAVE = "".join((
    "\x1b[?2004l", "\x1b[?7h", *(f"\x1b[?{mode}l" for mode in _MOUSE), "\x1b[<u", "\x1b[?1049l", "\x1b[?25h", "\x1b[?1004l",
))  # fmt: skip


class TerminalWriter:
    """A bounded queue of text and the thread that writes it."""

    def __init__(self, fileno: int, *, on_closed: Callable[[], None], on_behind: Callable[[], None]) -> None:
        self._fileno, self._most_bytes = _reopened(fileno)
        self._on_closed, self._on_behind = on_closed, on_behind
        self._texts: SimpleQueue[str] = SimpleQueue()
        self._is_behind = False
        self._last: str | None = None
        self._ended = Event()
        Thread(target=self._run, name="terminal-output", daemon=True).start()

    def write(self, text: str) -> None:
        """Queue a text; never blocks."""
        if self._texts.qsize() >= _MOST_WAITING:
            self._is_behind = True
        elif text:
            self._texts.put(text)

    def stop(self, last: str, seconds: float) -> None:
        """Drop queued texts, write `last` and stop, within `seconds`."""
        self._last = _CANCEL + last
        self._texts.put(_END)
        self._ended.wait(seconds)

    def _run(self) -> None:
        while self._last is None:
            if self._is_behind and self._texts.empty():
                self._is_behind = False
                self._on_behind()
            texts = [self._texts.get()]
            with suppress(Empty):
                while True:
                    texts.append(self._texts.get_nowait())
            try:
                self._write_all("".join(texts), until=lambda: self._last is not None)
            except OSError:
                self._on_closed()
                break
        with suppress(OSError):
            self._write_all(self._last or "", until=lambda: False)
        self._ended.set()

    def _write_all(self, text: str, until: Callable[[], bool]) -> None:
        """Write all of a text, also if another process has made the terminal non-blocking."""
        data = text.encode("utf-8", "replace")
        while data and not until():
            if select([], [self._fileno], [], _POLL_SECONDS)[1]:
                with suppress(BlockingIOError):
                    data = data[os.write(self._fileno, data[: self._most_bytes]) :]


def _reopened(fileno: int) -> tuple[int, int]:
    """The terminal opened again, so that a write never blocks, and the most bytes of one write.

    Each write costs the app a change of threads. Where opening is not permitted (after su), it writes in small pieces.
    """
    try:
        return os.open(os.ttyname(fileno), os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY), 65_536
    except OSError:
        return fileno, _CHUNK_BYTES
