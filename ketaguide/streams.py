"""The three streams the program was started with: whether a person is there, how wide, and writing to them safely."""

import atexit
import io
import os
import sys
from contextlib import suppress
from errno import EBADF
from typing import Any, BinaryIO, TextIO

WIDEST = 72
"""Columns. Longer lines are hard to follow, so wider windows are not filled."""
NO_SCREEN = (
    "The full screen needs Linux, macOS or, on Windows, WSL. Here there is the guide as a conversation: ketaguide --plain"
)


def has_screen() -> bool:
    """Whether this system has terminals on which the full screen can draw; Windows by itself has none."""
    from importlib.util import find_spec

    return find_spec("termios") is not None


def is_terminal(stream: Any) -> bool:
    """Whether a stream is a terminal; a closed one is not."""
    try:
        return stream is not None and bool(stream.isatty())
    except ValueError:
        return False


def columns() -> int:
    """Columns to wrap text to: $COLUMNS or those of the window, at most 72. Text for a pipe fits the window it came from."""
    wished = os.environ.get("COLUMNS", "")
    if wished.isascii() and wished.isdigit() and int(wished[:6]) > 0:
        return min(int(wished[:6]), WIDEST)
    return min(window() or WIDEST, WIDEST)


def window() -> int:
    """Columns of the window, as the system knows it; none where there is no window, or nobody told the system its size."""
    for number in (1, 2, 0):
        with suppress(OSError):
            if found := os.get_terminal_size(number).columns:
                return found
    return 0


def supports_unicode(stream: TextIO | None) -> bool:
    """Whether a stream takes every letter, and those that boxes are drawn with."""
    return "utf" in (getattr(stream, "encoding", None) or "").lower()


def block() -> None:
    """Wait where a stream is slow, for as long as the program runs: otherwise words would be lost, or an answer be none."""
    for number in (0, 1, 2):
        with suppress(OSError, AttributeError):  # closed, or a system without such streams
            if not os.get_blocking(number):
                os.set_blocking(number, True)
                atexit.register(_as_before, number)


def _as_before(number: int) -> None:
    with suppress(OSError):  # it has gone
        os.set_blocking(number, False)


def stdin() -> BinaryIO:
    """Where answers come from, as bytes; nothing comes from a closed input."""
    return io.BytesIO() if sys.stdin is None else sys.stdin.buffer


def stdout() -> TextIO:
    """Where words go. What its alphabet lacks becomes a question mark. OSError where the output is closed."""
    if sys.stdout is None:
        raise OSError(EBADF, "the output is closed")
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    return sys.stdout


def eprint(text: str) -> None:
    """Tell a person something beside the content, on the error stream; lost where that is closed."""
    if sys.stderr is not None:
        with suppress(OSError):
            print(text, file=sys.stderr, flush=True)


def say(text: str) -> None:
    """Print text at once. BrokenPipeError where nobody reads."""
    out = stdout()
    out.write(f"{text}\n")
    out.flush()
