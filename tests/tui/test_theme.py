"""Colours: every pair that can stand on the screen has the contrast it needs."""

import pytest
from textual.color import Color

from ketaguide.tui.theme import PALETTES

TEXT = 7.0
SHAPE = 3.0
ON_PAGE = ("ink", "soft", "heading", "link", "banner-ink")
ON_SIDE = ("ink", "soft", "heading", "link")
PAIRS = [(f"on-{name}", name) for name in ("focus", "banner", "calm", "urgent", "grave", "note", "code")]
SHAPES_ON_PAGE = ("line", "person", "other")


@pytest.mark.parametrize("theme", PALETTES)
def test_all_text_stands_out_seven_to_one(theme: str) -> None:
    colours = PALETTES[theme]
    pairs = [*PAIRS, *((name, "page") for name in ON_PAGE), *((name, "side") for name in ON_SIDE)]
    for above, below in pairs:
        assert contrast(colours[above], colours[below]) >= TEXT, (above, below)


@pytest.mark.parametrize("theme", PALETTES)
def test_frames_and_pictures_stand_out_three_to_one(theme: str) -> None:
    colours = PALETTES[theme]
    for name in SHAPES_ON_PAGE:
        assert contrast(colours[name], colours["page"]) >= SHAPE, name


def test_every_theme_has_every_colour() -> None:
    assert len({frozenset(colours) for colours in PALETTES.values()}) == 1


def contrast(one: str, other: str) -> float:
    """WCAG 2 contrast ratio of two colours."""
    light, dark = sorted((luminance(Color.parse(CONSOLE.get(name, name))) for name in (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


CONSOLE = {
    "ansi_black": "#000000", "ansi_cyan": "#00aaaa", "ansi_red": "#aa0000", "ansi_blue": "#0000aa", "ansi_white": "#aaaaaa",
    "ansi_bright_yellow": "#ffff55", "ansi_bright_cyan": "#55ffff", "ansi_bright_white": "#ffffff",
}  # fmt: skip
"""The Linux console's own palette."""


def luminance(colour: Color) -> float:
    def channel(value: int) -> float:
        share = value / 255
        return share / 12.92 if share <= 0.03928 else ((share + 0.055) / 1.055) ** 2.4

    return 0.2126 * channel(colour.r) + 0.7152 * channel(colour.g) + 0.0722 * channel(colour.b)
