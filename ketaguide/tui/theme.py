"""The colour themes: calm, high in contrast, unlike any brand.

A test computes all pairs: text at least 7:1 on its background (WCAG 1.4.6), focus, frames and icons 3:1 (1.4.11), also in the
nearest of 256 colours, since many terminals get no more.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.theme import Theme

_DAY = {
    "page": "#ffffff",
    "ink": "#212b32",
    "soft": "#414d55",
    "heading": "#002a75",
    "link": "#0b2fa6",
    "line": "#4c6272",
    "side": "#e9ecec",
    "panel": "#eef0f1",
    "tint": "#c9dcff",
    "on-tint": "#001a4d",
    "mark": "#002a75",
    "button": "#dde7f6",
    "on-button": "#0b2fa6",
    "focus": "#ffdd00",
    "on-focus": "#000000",
    "banner": "#ab0a14",
    "banner-ink": "#9a0812",
    "on-banner": "#ffffff",
    "calm": "#00468c",
    "on-calm": "#ffffff",
    "urgent": "#ab0a14",
    "on-urgent": "#ffffff",
    "grave": "#212b32",
    "on-grave": "#ffffff",
    "note": "#fff5cc",
    "on-note": "#212b32",
    "person": "#0b2fa6",
    "other": "#69777f",
    "code": "#ffffff",
    "on-code": "#000000",
}
_NIGHT = {
    "page": "#0f1a22",
    "ink": "#eef3f5",
    "soft": "#b9c6cf",
    "heading": "#a6d4ff",
    "link": "#9ccdff",
    "line": "#8a9ba8",
    "side": "#1b2a35",
    "panel": "#1b2a35",
    "tint": "#2b527c",
    "on-tint": "#ffffff",
    "mark": "#ffdd00",
    "button": "#1c2f55",
    "on-button": "#bfe0ff",
    "focus": "#ffdd00",
    "on-focus": "#000000",
    "banner": "#ab0a14",
    "banner-ink": "#ffb3b8",
    "on-banner": "#ffffff",
    "calm": "#00468c",
    "on-calm": "#ffffff",
    "urgent": "#ab0a14",
    "on-urgent": "#ffffff",
    "grave": "#000000",
    "on-grave": "#ffffff",
    "note": "#38342a",
    "on-note": "#fff5cc",
    "person": "#7fc1ff",
    "other": "#8a9ba8",
    "code": "#ffffff",
    "on-code": "#000000",
}

_CONTRAST = {
    "page": "#000000",
    "ink": "#ffffff",
    "soft": "#ffffff",
    "heading": "#ffc48a",
    "link": "#66e0ff",
    "line": "#ffffff",
    "side": "#000000",
    "panel": "#1c1c1c",
    "tint": "#003a80",
    "on-tint": "#ffffff",
    "mark": "#ffee00",
    "button": "#262626",
    "on-button": "#66e0ff",
    "focus": "#ffee00",
    "on-focus": "#000000",
    "banner": "#8f0000",
    "banner-ink": "#ffb3b8",
    "on-banner": "#ffffff",
    "calm": "#00308f",
    "on-calm": "#ffffff",
    "urgent": "#8f0000",
    "on-urgent": "#ffffff",
    "grave": "#000000",
    "on-grave": "#ffffff",
    "note": "#ffffff",
    "on-note": "#000000",
    "person": "#ffee00",
    "other": "#ffffff",
    "code": "#ffffff",
    "on-code": "#000000",
}
_PLAIN = {
    "page": "ansi_black",
    "ink": "ansi_bright_white",
    "soft": "ansi_bright_white",
    "heading": "ansi_bright_yellow",
    "link": "ansi_bright_cyan",
    "line": "ansi_white",
    "side": "ansi_black",
    "panel": "ansi_black",
    "tint": "ansi_cyan",
    "on-tint": "ansi_black",
    "mark": "ansi_bright_yellow",
    "button": "ansi_blue",
    "on-button": "ansi_bright_white",
    "focus": "ansi_cyan",
    "on-focus": "ansi_black",
    "banner": "ansi_red",
    "banner-ink": "ansi_bright_white",
    "on-banner": "ansi_bright_white",
    "calm": "ansi_blue",
    "on-calm": "ansi_bright_white",
    "urgent": "ansi_red",
    "on-urgent": "ansi_bright_white",
    "grave": "ansi_black",
    "on-grave": "ansi_bright_white",
    "note": "ansi_white",
    "on-note": "ansi_black",
    "person": "ansi_bright_yellow",
    "other": "ansi_white",
    "code": "ansi_bright_white",
    "on-code": "ansi_black",
}
"""The terminal's own 16 colours; contrast is that of the Linux console, which has no bright grounds and greys bold black:
so the mark of focus stands before its ground, in bold."""

NIGHT, PLAIN = "night", "plain"
PALETTES = {"day": _DAY, NIGHT: _NIGHT, "contrast": _CONTRAST, PLAIN: _PLAIN}
DEFAULT = "day"


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
