"""How a program ends that is told to, and at once. Standard library only."""

import atexit
import os
import signal
import sys
from contextlib import suppress

TO_END = tuple(number for number in signal.Signals if number.name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT"))
"""Ctrl+C, whoever looks after the machine, the terminal closing, Ctrl+\\\\: those of them that this system has."""


def end(code: int) -> None:
    """End without what Python does after a program: whatever was left to do at its end is done, and no prompt follows."""
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError, RuntimeError):  # closed, full, not there, or just being written to
            stream.flush()
    os._exit(code)


def end_in_order(last_words: bytes = b"") -> None:
    """Until something better is known: a signal that ends the program leaves its terminal as it was, and is no fault."""

    def told(*_: object) -> None:
        for number in TO_END:
            signal.signal(number, signal.SIG_IGN)
        with suppress(OSError, ValueError, AttributeError):  # the terminal has gone, or there is none
            os.write(sys.__stderr__.fileno(), last_words)  # type: ignore[union-attr]
        end(0)

    for number in TO_END:
        if number != signal.SIGINT and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, told)
