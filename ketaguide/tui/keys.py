"""Every key, once. Bindings, the key bar, the help page and the kiosk's lock are all made from this table.

Function keys, arrows, Tab, Enter and digits only: single letters clash with speech input and screen readers
(WCAG 2.1.4), and the guide never needs Esc, which terminals delay.
"""

from msgspec import Struct
from textual.binding import Binding


class Key(Struct, frozen=True):
    """One key: what it does, and how it is named on the key bar."""

    key: str
    """As Textual names it; several keys separated by commas."""
    shown: str
    """As a person reads it on the keyboard."""
    action: str
    name: str
    """The field of the interface's `keys` words that names it."""
    rank: int = 9
    """Which keys stay on the bar when there is little room: lower stays longer. 90 and more are never on it."""
    kiosk: bool = True
    """Whether it works in a waiting room."""


HELP = "f1"
"""Goes before everything that waits."""
REDRAW = "ctrl+l"
"""Draws the whole screen, whatever has been written over it; it is no sign that anybody is there."""
LISTEN = Key("f5", "F5", "listen", "listen", 90)
EASY = Key("f8", "F8", "easy", "easy", 90)
UNDER_A_PAGE = (LISTEN, EASY)
"""Stand in the bar under every page and sheet, as the banner names F1: there is room for them at every width."""
KEYS = (
    Key(HELP, "F1", "open('help-now')", "get_help_now", 8),
    Key("f2", "F2", "contents", "contents", 1),
    Key("f3", "F3", "open('search')", "search", 3),
    Key("f4", "F4", "open('questions')", "questions", 5),
    LISTEN,
    Key("f6", "F6", "open('view')", "view", 4),
    Key("f7", "F7", "go_back", "back", 2),
    EASY,
    Key("f9", "F9", "hide", "hide", 2),
    Key("f10,ctrl+q,ctrl+c", "F10", "close", "close", 3, kiosk=False),
    Key("escape", "Esc", "go_back", "back", 99),
)
"""Keys that work everywhere."""

CLEAN = Key("f12", "F12", "clean", "clean", 1)
"""For staff, on the waiting screen of a kiosk alone."""
READING = (
    ("Tab", "tab"),
    ("Enter", "enter"),
    ("1 to 9", "digits"),
    ("Arrows", "arrows"),
    ("Page Down, Page Up", "pages"),
    ("Home, End", "edges"),
)
"""Keys of a page, for the help page: as shown, and the field of the `keys` words that explains it."""


ON_A_PAGE = frozenset(
    (
        *("tab", "shift+tab", "enter", "space", "up", "down", "pageup", "pagedown", "home", "end"),
        *("left", "right", "backspace", "delete"),
        *map(str, range(10)),
    )
)
"""The same keys as Textual names them, and those that move and correct in a field where one types."""


def working(*, kiosk: bool = False) -> list[Key]:
    """The keys that do something; in a kiosk those alone that the table allows there."""
    return [key for key in KEYS if key.kiosk] + [CLEAN] if kiosk else list(KEYS)


def bindings(*, kiosk: bool = False) -> list[Binding]:
    """Textual's bindings for every key that works everywhere."""
    return [
        Binding(key.key, key.action, key.name, show=False, priority=True, id=f"{key.name}-{key.shown}")
        for key in working(kiosk=kiosk)
    ]


def on_bar(*, kiosk: bool = False) -> list[Key]:
    """The keys the bar shows where there is room, in order."""
    return [key for key in listed(kiosk=kiosk) if key.rank < 90]


def listed(*, kiosk: bool = False) -> list[Key]:
    """The keys that the help page explains, in order."""
    return [key for key in KEYS if key.rank < 99 and (key.kiosk or not kiosk)]


def allowed(key: str, character: str | None) -> bool:
    """The lock of a kiosk: whether a key, as Textual names it, does anything there. What can be typed may be typed."""
    names = {name for entry in working(kiosk=True) for name in entry.key.split(",")}
    return key in names | ON_A_PAGE or (character is not None and character.isprintable() and len(character) == 1)


def actions() -> frozenset[str]:
    """The names of the app's actions that a kiosk lets anyone reach."""
    named = {key.action.partition("(")[0] for key in working(kiosk=True)}
    return frozenset(named | {"focus_next", "focus_previous"})
