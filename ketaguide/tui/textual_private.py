"""Names of Textual that it does not document, gathered here so that a new version is held against one file."""

from typing import Any

from textual import _xterm_parser
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.events import Key
from textual.keys import Keys

PASTE_START, PASTE_END = "paste_start", "paste_end"
"""Keys that stand for the marks around pasted text."""
_MARKS = {"\x1b[200~": PASTE_START, "\x1b[201~": PASTE_END}

# Textual's parser swallows every key from the first mark to the second, for ever where the second is missing: it is told
# that the marks are nothing special, so that they arrive as keys and `InputQueue` can bound a paste.
_xterm_parser.SPECIAL_SEQUENCES.difference_update(_MARKS)
F1_SEQUENCES = (*(sequence.encode() for sequence, keys in ANSI_SEQUENCES_KEYS.items() if keys == (Keys.F1,)), b"\x1b[P")
"""What terminals send for F1; the last is that of kitty's protocol."""


class Parser(XTermParser):
    """Textual's parser, which gives paste marks as keys, and counts the mouse in cells whatever size in pixels was reported."""

    mouse_pixels = property(lambda _: False, lambda _, __: None)

    def _sequence_to_key_events(self, sequence, alt=False):  # type: ignore[no-untyped-def]
        """As Textual's, paste marks first: it takes them for letters."""
        if sequence in _MARKS:
            return [Key(_MARKS[sequence], None)]
        return super()._sequence_to_key_events(sequence, alt)


def is_leaving(app: App[Any]) -> bool:
    """Whether the app has been told to end."""
    return app._exit


def draw_whole(app: App[Any]) -> None:
    """Write every cell of the screen, also those that have not changed; Textual itself writes only what has."""
    if app.screen_stack:
        app._display(app.screen, app.screen._compositor.render_update(full=True))


def report(app: App[Any], fault: Exception) -> None:
    """End the app because of a fault."""
    app._handle_exception(fault)
