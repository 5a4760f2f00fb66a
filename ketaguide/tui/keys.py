"""The table of keys, from which bindings, foot bar, help page and kiosk lock are built.

Function keys, Ctrl with a letter, arrows, Tab, Enter and digits only: single letters clash with speech input and screen
readers (WCAG 2.1.4), and the guide never needs Esc, which terminals delay.
"""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from textual.binding import Binding


class Key(NamedTuple):
    """A key with its action and its name on the key bar."""

    key: str
    """As Textual names it; several keys separated by commas."""
    shown: str
    """Its label on the keyboard."""
    action: str
    name: str
    """The field of the interface's `keys` words that names it."""
    rank: int = 9
    """Priority on a narrow foot bar, lowest first; keys from 90 on are never on it."""
    kiosk: bool = True
    """True if it works in a kiosk."""
    also: str = ""
    """Label of a second key, for terminals that keep the first for themselves."""

    def either(self, words: str) -> str:
        """Both labels, joined by words such as "{key} or {other}"."""
        return words.format(key=self.shown, other=self.also) if self.also else self.shown


HELP_KEYS = ("f1", "ctrl+g")
"""Get help now; they take precedence over all queued input. Some terminals keep F1 for themselves, and none Ctrl+G."""
HELP_KEY = Key(",".join(HELP_KEYS), "F1", "open('help-now')", "get_help_now", 90, also="Ctrl+G")
REDRAW = "ctrl+l"
"""Redraws the whole screen, also after other programs wrote to it; does not count as activity of a reader."""
BACK = Key("f7", "F7", "go_back", "back", 2, also="Esc")
SHORT = Key("f8", "F8", "short", "short", 1)
VIEW = Key("f6", "F6", "open('view')", "view", 12)
KEYS = (
    HELP_KEY,
    Key("f2", "F2", "contents", "contents", 5),
    Key("f3", "F3", "open('search')", "search", 3),
    Key("f4", "F4", "open('questions')", "questions", 11),
    Key("f5", "F5", "listen", "listen", 9),
    VIEW,
    BACK,
    SHORT,
    Key("f9", "F9", "hide", "hide", 4),
    Key("f10,ctrl+q,ctrl+c", "F10", "close", "close", 6, kiosk=False, also="Ctrl+Q"),
    Key("escape", "Esc", "go_back", "back", 99),
)
"""Keys that work everywhere."""

CLEAN = Key("f12", "F12", "clean", "clean", 1)
"""For staff; works only on the waiting screen of a kiosk."""
READING_KEYS = (
    ("Tab", "tab"),
    ("Enter", "enter"),
    ("", "digits"),
    ("", "arrows"),
    ("Page Down, Page Up", "pages"),
    ("Home, End", "edges"),
)
"""Keys that read a page, for the help page: the label on the key, where there is one, and the `keys` word that explains it."""


PAGE_KEYS = frozenset(
    (
        *("tab", "shift+tab", "enter", "space", "up", "down", "pageup", "pagedown", "home", "end"),
        *("left", "right", "backspace", "delete"),
        *map(str, range(10)),
    )
)
"""Textual's names of the same keys, and of the editing keys of input fields."""


def active_keys(*, kiosk: bool = False) -> list[Key]:
    """The active keys; in a kiosk only those the table allows there."""
    return [key for key in KEYS if key.kiosk] + [CLEAN] if kiosk else list(KEYS)


def bindings(*, kiosk: bool = False) -> "list[Binding]":
    """Textual's bindings for every key that works everywhere."""
    from textual.binding import Binding  # the first page knows the keys, and is drawn before Textual is imported

    return [
        Binding(key.key, key.action, key.name, show=False, priority=True, id=f"{key.name}-{key.shown}")
        for key in active_keys(kiosk=kiosk)
    ]


def bar_keys(*, kiosk: bool = False) -> list[Key]:
    """The keys of a wide foot bar, in order."""
    return [key for key in help_keys(kiosk=kiosk) if key.rank < 90]


def help_keys(*, kiosk: bool = False) -> list[Key]:
    """The keys that the help page explains, in order."""
    return [key for key in KEYS if key.rank < 99 and (key.kiosk or not kiosk)]


def is_allowed(key: str, character: str | None) -> bool:
    """True if a kiosk accepts a key, given by Textual's name; all printable characters are accepted."""
    names = {name for entry in active_keys(kiosk=True) for name in entry.key.split(",")}
    return key in names | PAGE_KEYS or (character is not None and character.isprintable() and len(character) == 1)


def allowed_actions() -> frozenset[str]:
    """Names of the app's actions that are allowed in a kiosk."""
    named = {key.action.partition("(")[0] for key in active_keys(kiosk=True)}
    return frozenset(named | {"focus_next", "focus_previous"})
