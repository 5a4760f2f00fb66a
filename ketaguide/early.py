"""What a kiosk does before anything else is imported: the keys that end or hold a program in a terminal do nothing.

Importing this module is enough, so that it can stand first in `ketaguide.cli`. Only the kiosk is changed by it.
"""

import atexit
import signal
import sys
from contextlib import suppress

from ketaguide.endings import end_in_order

try:
    import termios
except ImportError:  # not on Windows, where there is no kiosk
    termios = None  # type: ignore[assignment]

KIOSK = "--kiosk"
DEAF_TO = tuple(number for number in signal.Signals if number.name in ("SIGINT", "SIGQUIT", "SIGTSTP"))
"""Ctrl+C, Ctrl+\\ and Ctrl+Z. Never SIGHUP, which says that the terminal has gone, nor SIGTERM, by which staff stop it."""


def ignore_signals() -> None:
    """Let no key of the terminal end, stop or dump this process."""
    for number in DEAF_TO:
        signal.signal(number, signal.SIG_IGN)


def quiet_terminal() -> None:
    """Take from the terminal its own keys: Ctrl+S would hold all output before the guide is up. Given back at the end."""
    with suppress(termios.error, AttributeError, ValueError, OSError):  # no terminal: that is said later, in words
        number = sys.stdin.fileno()
        before = termios.tcgetattr(number)
        atexit.register(_give_back, number, before)
        quiet = [*before]
        quiet[0] &= ~(termios.IXON | termios.IXOFF)
        quiet[3] &= ~(termios.ISIG | termios.ICANON | termios.ECHO | termios.IEXTEN)
        termios.tcsetattr(number, termios.TCSANOW, quiet)


def _give_back(number: int, before: "list[int | list[bytes | int]]") -> None:
    with suppress(termios.error):  # it has gone
        termios.tcsetattr(number, termios.TCSANOW, before)


if KIOSK in sys.argv[1:] and "doctor" not in sys.argv:
    ignore_signals()
    end_in_order()
    if termios is not None:
        quiet_terminal()
    sys.dont_write_bytecode = True  # a kiosk writes no file, not even Python's own
