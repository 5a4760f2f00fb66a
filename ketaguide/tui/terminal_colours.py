"""Conveys colour-coded meaning on 16-colour and monochrome terminals.

What is so of them: sixteen colours are anyone's choice, so only Plain, made of them, has a contrast that is known. Bold
letters take the bright colour of their name (bold black is grey), and the Linux console has no bright ground.
"""

import os
import sys
from functools import lru_cache

from rich.color import Color as RichColor
from rich.color import ColorType
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from ketaguide.settings import Colours

_BLACK, _WHITE = 0, 15


def of_terminal() -> Colours:
    """What the terminal can show, and what its reader asked for (no-color.org); asked once, before Textual is started."""
    if os.environ.pop("NO_COLOR", ""):  # Textual would draw in greys, and a guide's colours mean something
        return "none"
    if Console(file=sys.__stderr__, force_terminal=True).color_system != "standard":
        return "many"
    return "none" if _is_monochrome() else "few"


def _is_monochrome() -> bool:
    try:
        import curses

        curses.setupterm(fd=sys.__stderr__.fileno() if sys.__stderr__ else -1)
        return curses.tigetnum("colors") < 1
    except (ImportError, curses.error, OSError, ValueError):
        return False  # nobody here knows this terminal


class NoBoldBlack(LineFilter):
    """Dark letters are never bold: many terminals draw bold black as grey."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """A row of the screen, so that it can be read."""
        return [Segment(text, style and _no_bold_black(style), control) for text, style, control in segments]


class Monochrome(LineFilter):
    """No colours at all: what stands on a coloured ground is reversed instead. For Plain, whose page is black."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """A row of the screen in letters alone."""
        return [Segment(text, style and _monochrome(style), control) for text, style, control in segments]


def _number(colour: RichColor | None) -> int | None:
    """Which of the sixteen a colour is; None for the terminal's own and for any other."""
    return colour.number if colour and colour.type is ColorType.STANDARD else None


@lru_cache(256)
def _no_bold_black(style: Style) -> Style:
    return style + Style(bold=False) if style.bold and _number(style.color) == _BLACK else style


@lru_cache(256)
def _monochrome(style: Style) -> Style:
    ground = _number(style.bgcolor)
    if ground == _WHITE:  # a code for a camera has to be dark on light, whatever the terminal is
        return Style(color="white", bgcolor="black", reverse=True)
    stands_out = ground not in (None, _BLACK)
    return Style(bold=style.bold or stands_out, underline=style.underline, reverse=style.reverse or stands_out)
