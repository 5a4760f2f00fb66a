"""Contrast by WCAG 2, and colours as terminals draw them."""

from rich.color import Color as RichColor
from rich.color import ColorSystem, ColorType
from textual.color import Color

CONSOLE = (
    "#000000", "#aa0000", "#00aa00", "#aa5500", "#0000aa", "#aa00aa", "#00aaaa", "#aaaaaa",
    "#555555", "#ff5555", "#55ff55", "#ffff55", "#5555ff", "#ff55ff", "#55ffff", "#ffffff",
)  # fmt: skip
"""The Linux console's default palette, assumed for the sixteen colours; users may set others."""


def ratio(one: RichColor, other: RichColor) -> float:
    """Contrast of two colours, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: RichColor) -> float:
    def channel(value: int) -> float:
        share = value / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = triplet(colour)
    return 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue)


def triplet(colour: RichColor) -> tuple[int, int, int]:
    if colour.type is ColorType.STANDARD:
        red, green, blue = Color.parse(CONSOLE[colour.number or 0]).rgb
        return red, green, blue
    return tuple(colour.get_truecolor())  # type: ignore[return-value]


def on_console(letters: RichColor, ground: RichColor, *, bold: bool) -> tuple[RichColor, RichColor]:
    """Colours as the Linux console draws them: bold text is bright, and backgrounds are never bright."""
    assert letters.number is not None
    assert ground.number is not None
    number = letters.number | 8 if bold else letters.number
    return RichColor.from_ansi(number), RichColor.from_ansi(ground.number & 7)


def in_256(colour: RichColor) -> RichColor:
    """The nearest of 256 colours."""
    return colour.downgrade(ColorSystem.EIGHT_BIT)
