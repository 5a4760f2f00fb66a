"""Writes to the terminal from a thread of its own. A terminal that is gone or takes nothing never holds up the program."""

import os
from collections.abc import Callable
from contextlib import suppress
from queue import Empty, Full, Queue
from select import select
from threading import Event, Thread

_MOST_WAITING = 60
"""Texts, about twenty frames. What does not fit is dropped, and the screen is drawn whole once the terminal takes more."""
_POLL_SECONDS = 0.1
_END = ""

_MOUSE = (1000, 1003, 1015, 1006)
ENTER = "".join((
    "\x1b[?1049h", *(f"\x1b[?{mode}h" for mode in _MOUSE), "\x1b[?25l", "\x1b[?1004h", "\x1b[>25u", "\x1b[?7l",
))  # fmt: skip
"""The other screen, mouse, no cursor, focus reports, every key as a sequence (kitty's protocol), no wrapping."""
LEAVE = "".join((
    "\x1b[?2004l", "\x1b[?7h", *(f"\x1b[?{mode}l" for mode in _MOUSE), "\x1b[<u", "\x1b[?1049l", "\x1b[?25h", "\x1b[?1004l",
))  # fmt: skip


class TerminalWriter:
    """A bounded queue of text and the thread that writes it."""

    def __init__(self, fileno: int, *, gone: Callable[[], None], behind: Callable[[], None]) -> None:
        self._fileno = fileno
        self._on_gone, self._on_behind = gone, behind
        self._texts: Queue[str] = Queue(_MOST_WAITING)
        self._is_behind = False
        self._ended = Event()
        Thread(target=self._run, name="terminal-output", daemon=True).start()

    def write(self, text: str) -> None:
        """Hand over some text; never blocks."""
        try:
            if text:
                self._texts.put_nowait(text)
        except Full:
            self._is_behind = True

    def stop(self, seconds: float) -> None:
        """Write what waits, but for no longer than `seconds`."""
        with suppress(Full):
            self._texts.put(_END, timeout=0 if self._ended.is_set() else seconds)
        self._ended.wait(seconds)

    def _run(self) -> None:
        texts = [" "]
        while texts[-1] != _END:
            if self._is_behind and self._texts.empty():
                self._is_behind = False
                self._on_behind()
            texts = [self._texts.get()]
            with suppress(Empty):
                while texts[-1] != _END:
                    texts.append(self._texts.get_nowait())
            try:
                self._write_all("".join(texts).encode("utf-8", "replace"))
            except OSError:
                self._on_gone()
                break
        self._ended.set()

    def _write_all(self, data: bytes) -> None:
        """Also where whoever shares the terminal has set it not to block."""
        while data:
            if select([], [self._fileno], [], _POLL_SECONDS)[1]:
                with suppress(BlockingIOError):
                    data = data[os.write(self._fileno, data) :]
