"""The look of each style of a page: colours of the palette by name, and letters."""

from typing import NamedTuple


class Look(NamedTuple):
    """Colours of letters and ground (empty: that of what is beneath), and attributes of the letters."""

    ink: str = ""
    ground: str = ""
    bold: bool = False
    underline: bool = False

    def over(self, beneath: "Look") -> "Look":
        """This look on top of another."""
        ink, ground = self.ink or beneath.ink, self.ground or beneath.ground
        return Look(ink, ground, self.bold or beneath.bold, self.underline or beneath.underline)


PAGE, SIDE = Look("ink", "page"), Look("ink", "side")
BANNER = Look("on-banner", "banner", bold=True)
_PANEL = Look("ink", "panel")
LOOKS = {
    "bold": Look(bold=True),
    "strong": Look(bold=True),
    "soft": Look("soft"),
    "label": Look("soft", bold=True),
    "link": Look("link", underline=True),
    "press": Look("link"),
    "ref": Look("soft"),
    "item": Look("link"),
    "button": Look("on-button", "button"),
    "narrated": Look("heading", bold=True),
    "h1": Look("heading", bold=True),
    "h1-rule": Look("heading"),
    "h2": Look("heading", bold=True),
    "h3": Look(bold=True),
    "current": Look("heading", bold=True),
    "rule": Look("line"),
    "alarm-big": Look("banner-ink", bold=True),
    "alarm-edge": Look("banner-ink"),
    "note": Look("on-note", "note"),
    "icon-on": Look("person", bold=True),
    "icon-off": Look("other"),
    "focus": Look("on-focus", "focus", bold=True),
    "tint": Look("on-tint", "tint", bold=True),
    "mark": Look("mark", bold=True),
    "card-link": Look(underline=True),
    "bar": _PANEL,
    "bar-edge": Look("line"),
    "short": _PANEL,
    "short-edge": Look("heading"),
    "callout": Look("on-note", "note"),
    "callout-edge": Look(),
    "calm": _PANEL,
    "calm-head": Look("on-calm", "calm", bold=True),
    "calm-edge": Look("line"),
    "urgent": _PANEL,
    "urgent-head": Look("on-urgent", "urgent", bold=True),
    "urgent-edge": Look("line"),
    "grave": Look("on-grave", "grave"),
    "grave-head": Look("on-urgent", "urgent", bold=True),
    "grave-edge": Look("on-grave", "grave"),
    "code": Look("on-code", "code"),
}
