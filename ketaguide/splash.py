"""Shows the first page, or the crisis numbers, before slow imports. Standard library only.

Textual takes a fifth of a second to import; a person who needs a number should not wait for it. The text goes to the
alternate screen, which the full-screen view then takes over; if the view fails to start, the old screen is restored. Keys
pressed meanwhile wait for the view, and are not echoed over the page.
"""

import os
import select
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from ketaguide import fallback, signals, streams

ENTER, LEAVE = "\x1b[?1049h\x1b[?25l", "\x1b[?1049l\x1b[?25h"
"""Alternate screen and hidden cursor, and back."""
_CLEAR = "\x1b[2J\x1b[H"
_PATIENCE_SECONDS = 0.5
"""Seconds to wait for a terminal that takes no output; the view will draw over what is there."""
is_shown = False
"""True once the alternate screen is on: to enter it again would clear it."""


@contextmanager
def splash(
    nation: str | None, first_page: Callable[[], str | None] = lambda: None, is_for: str | None = None
) -> Iterator[None]:
    """Show the first page while the guide opens, or if it returns none the crisis numbers; `is_for` is a content folder.

    On an exception or a signal restore the terminal first.
    """
    global is_shown
    signals.end_in_order(LEAVE.encode())
    signals.keep_keys()
    words = first_page() or "\r\n".join([*_lines(nation, is_for), ""])
    try:
        is_shown = True
        _write(ENTER + _CLEAR + words)
        yield
    except BaseException:
        is_shown = False
        _write(LEAVE)
        signals.restore_keys()
        raise


def _lines(nation: str | None, content: str | None) -> list[str]:
    return [f" {line}" for line in fallback.at_start(nation, max(streams.terminal_size()[0] - 2, 20), content)]


def _write(text: str) -> None:
    """Write to stderr, the stream that Textual draws on; what a terminal does not take in time is dropped."""
    if sys.__stderr__ is None:
        return
    data, number = text.encode(), sys.__stderr__.fileno()
    try:
        number = os.open(os.ttyname(number), os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY)
    except OSError:  # no terminal, or not permitted to open it again
        os.write(number, data)
        return
    while data and select.select([], [number], [], _PATIENCE_SECONDS)[1]:
        with suppress(BlockingIOError):
            data = data[os.write(number, data) :]
    os.close(number)
