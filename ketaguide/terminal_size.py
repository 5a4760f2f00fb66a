"""The size of the terminal that is drawn on, with one fallback where it does not say. Standard library only."""

import os
import sys
from contextlib import suppress

FALLBACK = (80, 24)
"""Columns and rows of a terminal whose size nobody knows: a serial line, `stty rows 0`."""


def terminal_size() -> tuple[int, int]:
    """Columns and rows, each from the fallback where the terminal says 0 or there is none."""
    for stream in (sys.__stderr__, sys.__stdin__):
        with suppress(OSError, AttributeError, ValueError):
            columns, rows = os.get_terminal_size(stream.fileno())  # type: ignore[union-attr]
            return columns or FALLBACK[0], rows or FALLBACK[1]
    return FALLBACK
