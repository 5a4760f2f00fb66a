"""Signals that end the program or come from the terminal's control keys, and immediate exit. Standard library only."""

import atexit
import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress

try:
    import termios
except ImportError:  # not on Windows, where there is no kiosk
    termios = None  # type: ignore[assignment]

KIOSK = "--kiosk"
END_SIGNALS = tuple(number for number in signal.Signals if number.name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT"))
"""Signals of Ctrl+C, a service manager, a closed terminal and Ctrl+\\, as far as this system has them."""
KEY_SIGNALS = tuple(number for number in signal.Signals if number.name in ("SIGINT", "SIGQUIT", "SIGTSTP"))
"""Signals of Ctrl+C, Ctrl+\\ and Ctrl+Z; not SIGHUP (the terminal has closed) nor SIGTERM (staff stop the kiosk)."""


def end(code: int) -> None:
    """Run the exit handlers, flush, and exit at once, so that no Python prompt opens."""
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError, RuntimeError):  # closed, full, absent, or in use
            stream.flush()
    os._exit(code)


def end_in_order(last_words: bytes = b"") -> None:
    """Handle signals except SIGINT until the view does: write `last_words` to the terminal and exit with code 0."""

    def end_now(*_: object) -> None:
        for number in END_SIGNALS:
            signal.signal(number, signal.SIG_IGN)
        with suppress(OSError, ValueError, AttributeError):  # the terminal has closed, or there is none
            os.write(sys.__stderr__.fileno(), last_words)  # type: ignore[union-attr]
        end(0)

    for number in END_SIGNALS:
        if number != signal.SIGINT and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, end_now)


def prepare_kiosk(arguments: Sequence[str]) -> None:
    """Disable the terminal's control keys if the arguments request a kiosk; called before any slow import."""
    if KIOSK in arguments and "doctor" not in arguments:
        for number in KEY_SIGNALS:
            signal.signal(number, signal.SIG_IGN)
        end_in_order()
        if termios is not None:
            keep_keys(and_signals=True)  # Ctrl+S would suspend output during start-up


attributes_before: "list[int | list[bytes | int]] | None" = None
"""Attributes of the terminal before `keep_keys`; None if it was not called."""


def keep_keys(*, and_signals: bool = False) -> None:
    """Let keys wait as they are pressed, until exit: no echo, line editing, flow control or, on request, signals."""
    global attributes_before
    with suppress(termios.error, AttributeError, ValueError, OSError):  # no terminal: reported later
        now = termios.tcgetattr(sys.stdin.fileno())
        if attributes_before is None:
            attributes_before = [*now[:6], [*now[6]]]
            atexit.register(restore_keys)
        now[0] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL)
        now[3] &= ~(termios.ICANON | termios.ECHO | termios.IEXTEN | (termios.ISIG if and_signals else 0))
        termios.tcsetattr(sys.stdin.fileno(), termios.TCSANOW, now)


def restore_keys() -> None:
    """Restore the terminal's attributes."""
    if attributes_before is not None:
        with suppress(termios.error, AttributeError, ValueError, OSError):  # the terminal has closed
            termios.tcsetattr(sys.stdin.fileno(), termios.TCSANOW, attributes_before)
