"""Signals that end the program, and immediate exit. Standard library only."""

import atexit
import os
import signal
import sys
from contextlib import suppress

TO_END = tuple(number for number in signal.Signals if number.name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT"))
"""Signals of Ctrl+C, a service manager, a closed terminal and Ctrl+\\, as far as this system has them."""


def end(code: int) -> None:
    """Run the exit handlers, flush, and exit at once, so that no Python prompt opens."""
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError, RuntimeError):  # closed, full, absent, or in use
            stream.flush()
    os._exit(code)


def end_in_order(last_words: bytes = b"") -> None:
    """Handle signals except SIGINT until the view does: write `last_words` to the terminal and exit with code 0."""

    def told(*_: object) -> None:
        for number in TO_END:
            signal.signal(number, signal.SIG_IGN)
        with suppress(OSError, ValueError, AttributeError):  # the terminal has closed, or there is none
            os.write(sys.__stderr__.fileno(), last_words)  # type: ignore[union-attr]
        end(0)

    for number in TO_END:
        if number != signal.SIGINT and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, told)
