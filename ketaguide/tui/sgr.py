"""Colours and letters as a terminal's own codes (ECMA-48, SGR), for the page that is drawn before Textual is there. Pure."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Literal

from ketaguide.tui.looks import Look

Depth = Literal["true", "256", "few", "none"]
"""Colours of a terminal: exact, the nearest of 256, its own sixteen, or none."""
RESET = "\x1b[0m"
_ANSI = ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")
_NUMBERS = {
    f"ansi_{bright}{name}": number + 8 * bool(bright) for bright in ("", "bright_") for number, name in enumerate(_ANSI)
}
_BLACK = 0


def codes(palette: Mapping[str, str], near: Mapping[str, int], depth: Depth) -> Callable[[Look], str]:
    """The codes of a look in the colours of a palette; `near` has the nearest of 256 colours of each."""

    def colour(value: str, first: int) -> str:
        if value in _NUMBERS:
            number = _NUMBERS[value]
            return str(first + number if number < 8 else first + 52 + number)
        if depth == "256":
            return f"{first + 8};5;{near[value]}"
        return f"{first + 8};2;{int(value[1:3], 16)};{int(value[3:5], 16)};{int(value[5:], 16)}"

    @cache
    def code(look: Look) -> str:
        ink, ground = palette[look.ink], palette[look.ground]
        bold, reverse = look.bold, False
        if depth == "none":
            stands_out = _NUMBERS[ground] != _BLACK
            bold, reverse = bold or stands_out, stands_out
        elif _NUMBERS.get(ink) == _BLACK:
            bold = False  # many terminals draw bold black as grey
        letters = ["0", *["1"] * bold, *["4"] * look.underline, *["7"] * reverse]
        return f"\x1b[{';'.join(letters if depth == 'none' else [*letters, colour(ink, 30), colour(ground, 40)])}m"

    return code
