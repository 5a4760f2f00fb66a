"""The only module that uses names which Textual does not document, each with its reason and its fallback.

A new version of Textual is held against this one file; `tests/tui/test_textual_private.py` says of each name what is lost
without it, and starts the program with a Textual that has renamed it.
"""

import sys
from contextlib import suppress
from importlib import import_module
from typing import Any

from textual.app import App
from textual.css.query import NoMatches
from textual.css.scalar import Scalar
from textual.events import Key
from textual.geometry import Region, Spacing
from textual.message import Message
from textual.screen import Screen, ScreenResultType

from ketaguide.errors import DisplayError

try:
    from textual import _xterm_parser
    from textual._xterm_parser import XTermParser

    XTermParser.feed, XTermParser.tick  # noqa: B018
except (ImportError, AttributeError):
    raise DisplayError("the installed Textual is not one this program knows; install one from 8.2.8 to before 8.3") from None

PASTE_START, PASTE_END = "paste_start", "paste_end"
"""Keys that stand for the marks around pasted text."""
_MARKS = {"\x1b[200~": PASTE_START, "\x1b[201~": PASTE_END}

BOUNDS_PASTES = hasattr(_xterm_parser, "SPECIAL_SEQUENCES") and hasattr(XTermParser, "_sequence_to_key_events")
"""Whether paste marks arrive as keys, so that `InputQueue` can bound a paste. Otherwise the terminal is not asked for them:
Textual's parser swallows every key from the first mark to the second, for ever where the second is missing."""
if BOUNDS_PASTES:
    _xterm_parser.SPECIAL_SEQUENCES.difference_update(_MARKS)


class Parser(XTermParser):
    """Textual's parser, which gives paste marks as keys, and counts the mouse in cells whatever size in pixels was reported."""

    mouse_pixels = property(lambda _: False, lambda _, __: None)

    def _sequence_to_key_events(self, sequence, alt=False):  # type: ignore[no-untyped-def]
        """Take paste marks first: Textual's parser takes them for letters."""
        if sequence in _MARKS:
            return [Key(_MARKS[sequence], None)]
        return super()._sequence_to_key_events(sequence, alt)


class QuietApp(App[None]):
    """Keeps a fault for the code that started the app; nobody is shown a traceback.

    Three methods of Textual lead from a fault to a traceback; two would do, and the third stands in where one is renamed.
    """

    fault: BaseException | None = None
    """The first fault, which has ended the app."""
    is_leaving = False
    """Whether the app has been told to end."""

    def exit(self, *args: Any, **settings: Any) -> None:
        """End the app."""
        self.is_leaving = True
        super().exit(*args, **settings)

    def fail(self, error: Exception) -> None:
        """End the app because of a fault in a task, which Textual does not watch."""

        def fault() -> None:
            raise error

        self.call_later(fault)

    def _handle_exception(self, error: Exception) -> None:
        """End the app because of a fault; where it is closing already, a screen that never came up is none."""
        if self.is_leaving:
            self.exit(return_code=self.return_code or 0)
        else:
            self.fault = error
            super()._handle_exception(error)

    def _fatal_error(self) -> None:
        self.fault = self.fault or sys.exc_info()[1]
        self.exit(return_code=1)

    def _print_error_renderables(self) -> None:
        """Print nothing."""

    def panic(self, *renderables: object) -> None:
        """End the app because of a fault outside the message loop."""
        self._fatal_error()


class RemovableScreen(Screen[ScreenResultType]):
    """A screen that can be removed at any moment, also while it is mounting."""

    async def _dispatch_message(self, message: Message) -> None:
        """Ignore that widgets are missing once the screen has been removed; only this method sees every message."""
        try:
            await super()._dispatch_message(message)
        except NoMatches:
            if self in self.app.screen_stack:
                raise


def draw_whole(app: App[Any]) -> None:
    """Write every cell of the screen, also those that have not changed; Textual itself writes only what has."""
    if app.screen_stack:
        try:
            app._display(app.screen, app.screen._compositor.render_update(full=True))
        except AttributeError:
            app.screen.refresh(layout=True)


def forget_screens() -> None:
    """Clear the cache of colours in `StylesCache`: its methods are cached with `self`, so it keeps closed screens alive."""
    with suppress(ImportError, AttributeError):
        import_module("textual._styles_cache").StylesCache.get_inner_outer.cache_clear()


def forget_sizes() -> None:
    """Clear the caches of geometry: thousands of regions, for a window that has one size at a time."""
    for kind in (Region, Spacing, Scalar):
        for name in vars(kind):
            if clear := getattr(getattr(kind, name), "cache_clear", None):
                clear()
