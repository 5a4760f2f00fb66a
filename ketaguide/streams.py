"""Standard streams: terminal detection, size, and safe writing. Standard library only."""

import atexit
import io
import os
import sys
from contextlib import suppress
from errno import EBADF
from typing import Any, BinaryIO, TextIO

WIDEST = 72
"""Columns; longer lines are hard to read."""
FALLBACK_SIZE = (80, 24)
"""Columns and rows of a terminal of unknown size: a serial line, `stty rows 0`."""
NO_SCREEN = (
    "The full screen needs Linux, macOS or, on Windows, WSL. Here there is the guide as a conversation: ketaguide --plain"
)


def has_screen() -> bool:
    """True when the system supports the full-screen view; Windows outside WSL does not."""
    from importlib.util import find_spec

    return find_spec("termios") is not None


def is_terminal(stream: Any) -> bool:
    """True when a stream is an open terminal."""
    try:
        return stream is not None and bool(stream.isatty())
    except ValueError:
        return False


def columns() -> int:
    """Columns to wrap text to: $COLUMNS or the window's width, at most 72; piped output uses the window's width too."""
    requested = os.environ.get("COLUMNS", "")
    if requested.isascii() and requested.isdigit() and int(requested[:6]) > 0:
        return min(int(requested[:6]), WIDEST)
    return min(window_columns() or WIDEST, WIDEST)


def window_columns() -> int:
    """Columns of the window; 0 if there is no window or its size is unknown."""
    for number in (1, 2, 0):
        with suppress(OSError):
            if found := os.get_terminal_size(number).columns:
                return found
    return 0


def terminal_size() -> tuple[int, int]:
    """Columns and rows of the terminal; each falls back if it reports 0 or there is none."""
    for stream in (sys.__stderr__, sys.__stdin__):
        with suppress(OSError, AttributeError, ValueError):
            columns, rows = os.get_terminal_size(stream.fileno())  # type: ignore[union-attr]
            return columns or FALLBACK_SIZE[0], rows or FALLBACK_SIZE[1]
    return FALLBACK_SIZE


def supports_unicode(stream: TextIO | None) -> bool:
    """True when a stream's encoding covers Unicode, including box-drawing characters."""
    return "utf" in (getattr(stream, "encoding", None) or "").lower()


def make_blocking() -> None:
    """Make the standard streams blocking until exit: non-blocking ones could lose output or return empty input."""
    for number in (0, 1, 2):
        with suppress(OSError, AttributeError):  # closed, or not supported by the system
            if not os.get_blocking(number):
                os.set_blocking(number, True)
                atexit.register(_unblock, number)


def _unblock(number: int) -> None:
    with suppress(OSError):  # closed
        os.set_blocking(number, False)


def stdin() -> BinaryIO:
    """Standard input as bytes; empty if it is closed."""
    return io.BytesIO() if sys.stdin is None else sys.stdin.buffer


def stdout() -> TextIO:
    """Standard output; characters outside its encoding become "?". OSError if it is closed."""
    if sys.stdout is None:
        raise OSError(EBADF, "the output is closed")
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    return sys.stdout


def clear_sequence() -> str:
    """Codes that clear the screen and what scrolled away; empty where the output is no terminal that has them."""
    can = is_terminal(sys.stdout) and has_screen() and os.environ.get("TERM", "") not in ("", "dumb")
    return "\x1b[H\x1b[2J\x1b[3J" if can else ""


def eprint(text: str) -> None:
    """Print a message to stderr; dropped if stderr is closed."""
    if sys.stderr is not None:
        with suppress(OSError):
            print(text, file=sys.stderr, flush=True)


def say(text: str) -> None:
    """Print text and flush. BrokenPipeError if the other end of the pipe is closed."""
    out = stdout()
    out.write(f"{text}\n")
    out.flush()
