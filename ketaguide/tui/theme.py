"""The colour themes: calm, high in contrast, unlike any brand.

A test computes all pairs: text at least 7:1 on its background (WCAG 1.4.6), focus, frames and icons 3:1 (1.4.11), also in the
nearest of 256 colours, since many terminals get no more.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.theme import Theme

DEFAULT, NIGHT, PLAIN = "day", "night", "plain"
_COLOURS = {
    "page": ("#ffffff", "#0f1a22", "#000000", "ansi_black"),
    "ink": ("#212b32", "#eef3f5", "#ffffff", "ansi_bright_white"),
    "soft": ("#414d55", "#b9c6cf", "#ffffff", "ansi_bright_white"),
    "heading": ("#002a75", "#a6d4ff", "#ffc48a", "ansi_bright_yellow"),
    "link": ("#0b2fa6", "#9ccdff", "#66e0ff", "ansi_bright_cyan"),
    "line": ("#4c6272", "#8a9ba8", "#ffffff", "ansi_white"),
    "side": ("#e9ecec", "#1b2a35", "#000000", "ansi_black"),
    "panel": ("#eef0f1", "#1b2a35", "#1c1c1c", "ansi_black"),
    "tint": ("#c9dcff", "#2b527c", "#003a80", "ansi_cyan"),
    "on-tint": ("#001a4d", "#ffffff", "#ffffff", "ansi_black"),
    "mark": ("#002a75", "#ffdd00", "#ffee00", "ansi_bright_yellow"),
    "button": ("#dde7f6", "#1c2f55", "#262626", "ansi_blue"),
    "on-button": ("#0b2fa6", "#bfe0ff", "#66e0ff", "ansi_bright_white"),
    "focus": ("#ffdd00", "#ffdd00", "#ffee00", "ansi_cyan"),
    "on-focus": ("#000000", "#000000", "#000000", "ansi_black"),
    "banner": ("#ab0a14", "#ab0a14", "#8f0000", "ansi_red"),
    "banner-ink": ("#9a0812", "#ffb3b8", "#ffb3b8", "ansi_bright_white"),
    "on-banner": ("#ffffff", "#ffffff", "#ffffff", "ansi_bright_white"),
    "calm": ("#00468c", "#00468c", "#00308f", "ansi_blue"),
    "on-calm": ("#ffffff", "#ffffff", "#ffffff", "ansi_bright_white"),
    "urgent": ("#ab0a14", "#ab0a14", "#8f0000", "ansi_red"),
    "on-urgent": ("#ffffff", "#ffffff", "#ffffff", "ansi_bright_white"),
    "grave": ("#212b32", "#000000", "#000000", "ansi_black"),
    "on-grave": ("#ffffff", "#ffffff", "#ffffff", "ansi_bright_white"),
    "note": ("#fff5cc", "#38342a", "#ffffff", "ansi_white"),
    "on-note": ("#212b32", "#fff5cc", "#000000", "ansi_black"),
    "person": ("#0b2fa6", "#7fc1ff", "#ffee00", "ansi_bright_yellow"),
    "other": ("#69777f", "#8a9ba8", "#ffffff", "ansi_white"),
    "code": ("#ffffff", "#ffffff", "#ffffff", "ansi_bright_white"),
    "on-code": ("#000000", "#000000", "#000000", "ansi_black"),
}
"""Each colour in the themes Day, Night, High contrast and Plain.

Plain is the terminal's own 16 colours; contrast is that of the Linux console, which has no bright grounds and greys bold
black: so the mark of focus stands before its ground, in bold.
"""
PALETTES = {
    theme: {name: values[place] for name, values in _COLOURS.items()}
    for place, theme in enumerate((DEFAULT, NIGHT, "contrast", PLAIN))
}


def themes() -> "list[Theme]":
    """The guide's themes, the default first."""
    from textual.theme import Theme

    return [
        Theme(
            name=name,
            primary=colours["heading"],
            background=colours["page"],
            foreground=colours["ink"],
            surface=colours["side"],
            dark=name != "day",
            ansi=name == PLAIN,
            variables=colours,
        )
        for name, colours in PALETTES.items()
    ]
