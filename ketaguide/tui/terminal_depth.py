"""Colours that a terminal supports and NO_COLOR (no-color.org) permits. Standard library only: the first page asks too."""

import sys
from collections.abc import Mapping

from ketaguide.tui.sgr import Depth


def depth(env: Mapping[str, str]) -> Depth:
    """The colours of this terminal, as Rich and Textual find them, but without them."""
    if env.get("NO_COLOR", ""):
        return "none"
    if env.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit"):
        return "true"
    if env.get("TERM", "").strip().lower().rpartition("-")[2] in ("256color", "kitty"):
        return "256"
    return "none" if _is_monochrome() else "few"


def _is_monochrome() -> bool:
    try:
        import curses

        curses.setupterm(fd=sys.__stderr__.fileno() if sys.__stderr__ else -1)
        return curses.tigetnum("colors") < 1
    except (ImportError, curses.error, OSError, ValueError):
        return False  # an unknown terminal
