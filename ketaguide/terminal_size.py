"""Size of the terminal, with one fallback. Standard library only."""

import os
import sys
from contextlib import suppress

FALLBACK = (80, 24)
"""Columns and rows of a terminal of unknown size: a serial line, `stty rows 0`."""


def terminal_size() -> tuple[int, int]:
    """Return columns and rows; each falls back if the terminal reports 0 or there is none."""
    for stream in (sys.__stderr__, sys.__stdin__):
        with suppress(OSError, AttributeError, ValueError):
            columns, rows = os.get_terminal_size(stream.fileno())  # type: ignore[union-attr]
            return columns or FALLBACK[0], rows or FALLBACK[1]
    return FALLBACK
