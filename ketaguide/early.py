"""Disables the terminal's control keys (Ctrl+C, Ctrl+\\, Ctrl+Z, Ctrl+S) in a kiosk, before other imports."""

import atexit
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress

from ketaguide.endings import end_in_order

try:
    import termios
except ImportError:  # not on Windows, where there is no kiosk
    termios = None  # type: ignore[assignment]

KIOSK = "--kiosk"
DEAF_TO = tuple(number for number in signal.Signals if number.name in ("SIGINT", "SIGQUIT", "SIGTSTP"))
"""Signals of Ctrl+C, Ctrl+\\ and Ctrl+Z; not SIGHUP (the terminal has closed) nor SIGTERM (staff stop the kiosk)."""


def ignore_signals() -> None:
    """Ignore the signals of the terminal's keys."""
    for number in DEAF_TO:
        signal.signal(number, signal.SIG_IGN)


def quiet_terminal() -> None:
    """Disable flow control, signals, echo and line editing until exit: Ctrl+S would suspend output during start-up."""
    with suppress(termios.error, AttributeError, ValueError, OSError):  # no terminal: reported later
        number = sys.stdin.fileno()
        before = termios.tcgetattr(number)
        atexit.register(_give_back, number, before)
        quiet = [*before]
        quiet[0] &= ~(termios.IXON | termios.IXOFF)
        quiet[3] &= ~(termios.ISIG | termios.ICANON | termios.ECHO | termios.IEXTEN)
        termios.tcsetattr(number, termios.TCSANOW, quiet)


def _give_back(number: int, before: "list[int | list[bytes | int]]") -> None:
    with suppress(termios.error):  # the terminal has closed
        termios.tcsetattr(number, termios.TCSANOW, before)


def begin(arguments: Sequence[str]) -> None:
    """Prepare the process for a kiosk, where the arguments ask for one."""
    if KIOSK in arguments and "doctor" not in arguments:
        ignore_signals()
        end_in_order()
        if termios is not None:
            quiet_terminal()
        sys.dont_write_bytecode = True  # a kiosk writes no file, not even bytecode
