"""What a kiosk does before anything else is imported: the keys that end a program in a terminal end nothing.

Importing this module is enough, so that it can stand first in `ketaguide.cli`. Only the kiosk is changed by it.
"""

import signal
import sys

KIOSK = "--kiosk"
DEAF_TO = (signal.SIGINT, signal.SIGQUIT, signal.SIGTSTP)
"""Ctrl+C, Ctrl+\\ and Ctrl+Z. Never SIGHUP, which says that the terminal has gone, nor SIGTERM, by which staff stop it."""


def ignore_signals() -> None:
    """Let no key of the terminal end, stop or dump this process."""
    for number in DEAF_TO:
        signal.signal(number, signal.SIG_IGN)


if KIOSK in sys.argv[1:] and "doctor" not in sys.argv:
    ignore_signals()
    sys.dont_write_bytecode = True  # a kiosk writes no file, not even Python's own
