"""The only module that uses names which Textual does not document, each with its reason and its fallback.

Check a new version of Textual against this file; `tests/tui/test_textual_private.py` names the loss without each name, and
starts the program with a Textual that has renamed it.
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
from textual.message_pump import MessagePump
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
"""True if paste marks arrive as keys, so that `InputQueue` can bound a paste. If not, bracketed paste is not requested:
Textual's parser withholds every key between the marks, forever if the second is missing."""
if BOUNDS_PASTES:
    _xterm_parser.SPECIAL_SEQUENCES.difference_update(_MARKS)


class Parser(XTermParser):
    """Textual's parser with paste marks as keys and mouse positions in cells, whatever pixel size was reported."""

    mouse_pixels = property(lambda _: False, lambda _, __: None)

    def _sequence_to_key_events(self, sequence, alt=False):  # type: ignore[no-untyped-def]
        """Decode paste marks first: Textual's parser would return letters."""
        if sequence in _MARKS:
            return [Key(_MARKS[sequence], None)]
        return super()._sequence_to_key_events(sequence, alt)


class QuietApp(App[None]):
    """Stores a fault for the caller of the app instead of printing a traceback.

    Overrides three methods between a fault and a traceback; two suffice, so that one may be renamed.
    """

    fault: BaseException | None = None
    """The first exception, which ended the app."""
    is_leaving = False
    """True once the app is quitting."""

    def exit(self, *args: Any, **settings: Any) -> None:
        """Quit the app."""
        self.is_leaving = True
        super().exit(*args, **settings)

    def fail(self, error: Exception) -> None:
        """End the app with a fault from a task that Textual does not supervise."""

        def fault() -> None:
            raise error

        self.call_later(fault)

    def _handle_exception(self, error: Exception) -> None:
        """End the app with a fault; while quitting, ignore it: a screen may never have mounted."""
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
        """End the app with a fault outside the message loop."""
        self._fatal_error()


class RemovableScreen(Screen[ScreenResultType]):
    """A screen that can be removed at any moment, also while it is mounting."""

    async def _dispatch_message(self, message: Message) -> None:
        """Ignore missing widgets once the screen has been removed; only this method sees every message."""
        try:
            await super()._dispatch_message(message)
        except NoMatches:
            if self in self.app.screen_stack:
                raise


def is_idle(node: MessagePump) -> bool:
    """True if a node has handled all its messages and waits for more; False if that cannot be known."""
    try:
        arrived: Any = node._message_queue.ready_event
        return bool(arrived._waiters) and not arrived.is_set() and not node._next_callbacks
    except AttributeError:
        return False


def draw_whole(app: App[Any]) -> None:
    """Write every cell of the screen; Textual itself writes only changed ones."""
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
