"""Conveys colour-coded meaning on 16-colour and monochrome terminals.

Users redefine the sixteen colours, so only the Plain theme, made of them, has a known contrast. Bold text takes the bright
variant of its colour (bold black is grey), and the Linux console has no bright backgrounds.
"""

import os
from collections.abc import Callable
from functools import lru_cache

from rich.color import Color as RichColor
from rich.color import ColorType
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from ketaguide.settings import Colours
from ketaguide.tui.terminal_depth import depth

_BLACK, _WHITE = 0, 15


def detect_colours() -> Colours:
    """Colours of this terminal; call once, before Textual starts: it would draw greys for NO_COLOR, and lose their meaning."""
    found = depth(os.environ)
    os.environ.pop("NO_COLOR", "")
    return found if found in ("few", "none") else "many"


class StyleFilter(LineFilter):
    """Changes the style of every text on the screen."""

    def __init__(self, change: Callable[[Style], Style]) -> None:
        super().__init__()
        self._change = change

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Filter one row of the screen."""
        return [Segment(text, style and self._change(style), control) for text, style, control in segments]


def _number(colour: RichColor | None) -> int | None:
    """Index of one of the sixteen colours; None for the terminal's default and all others."""
    return colour.number if colour and colour.type is ColorType.STANDARD else None


@lru_cache(256)
def no_bold_black(style: Style) -> Style:
    """Without bold if it is black: many terminals draw bold black as grey."""
    return style + Style(bold=False) if style.bold and _number(style.color) == _BLACK else style


@lru_cache(256)
def monochrome(style: Style) -> Style:
    """Without colours, reversed if it was on a coloured background. For the Plain theme, whose page is black."""
    ground = _number(style.bgcolor)
    if ground == _WHITE:  # a QR code must be dark on light on every terminal
        return Style(color="white", bgcolor="black", reverse=True)
    stands_out = ground not in (None, _BLACK)
    return Style(bold=style.bold or stands_out, underline=style.underline, reverse=style.reverse or stands_out)
