"""Shows the crisis numbers before slow imports. Standard library only.

Textual takes a fifth of a second to import; a person who needs a number should not wait for it. The text goes to the
alternate screen, which the full-screen view then takes over; if the view fails to start, the old screen is restored.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from textwrap import wrap

from ketaguide import crisis
from ketaguide.signals import end_in_order
from ketaguide.terminal_size import terminal_size

_ENTER, _LEAVE, _CLEAR = "\x1b[?1049h", "\x1b[?1049l", "\x1b[2J\x1b[H"


@contextmanager
def splash(nation: str | None) -> Iterator[None]:
    """Show the crisis numbers while the guide opens; on an exception or a signal restore the terminal first."""
    end_in_order(_LEAVE.encode())
    _write(_ENTER + _CLEAR + "\r\n".join([*_lines(nation), ""]))
    try:
        yield
    except BaseException:
        _write(_LEAVE)
        raise


def _lines(nation: str | None) -> list[str]:
    return wrap(crisis.banner(nation), max(terminal_size()[0] - 2, 20), initial_indent=" ", subsequent_indent=" ")


def _write(text: str) -> None:
    """Write to stderr, the stream that Textual draws on."""
    if sys.__stderr__ is not None:
        sys.__stderr__.write(text)
        sys.__stderr__.flush()
