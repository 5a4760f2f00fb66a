"""The kiosk app: the guide with a key lock and an idle timer that resets it for the next reader."""

import gc
import signal
from typing import Any

from msgspec.structs import replace
from textual import events
from textual.css.query import NoMatches
from textual.screen import Screen

from ketaguide.devices.speech import Narrator, longest
from ketaguide.model.guide import Guide
from ketaguide.session.idle import IdleTimer, Phase
from ketaguide.settings import Settings
from ketaguide.tui.app import GuideApp
from ketaguide.tui.doc import Doc
from ketaguide.tui.keys import CLEAN, HELP_KEYS, allowed_actions, bindings, is_allowed
from ketaguide.tui.kiosk_environment import KioskEnvironment
from ketaguide.tui.pages.context import Context
from ketaguide.tui.pages.cover import cleaning, hidden, waiting, warning
from ketaguide.tui.reloader import BackgroundReloader
from ketaguide.tui.screens.cover import Cover, Warn
from ketaguide.tui.screens.main import MainScreen
from ketaguide.tui.textual_private import draw_whole, forget_sizes
from ketaguide.tui.widgets.doc_view import DocView

TICK_SECONDS = 1.0
REDRAW_SECONDS = 60.0
"""Seconds between redraws of the waiting screen, which remove messages of the kernel or `wall`; pages are not redrawn."""
COVERED = (Phase.WAITING, Phase.HIDDEN)


class KioskApp(GuideApp, inherit_bindings=False):
    """Shows the guide to one reader after another, locked against escaping to the system."""

    BINDINGS = [*bindings(kiosk=True)]
    follows_background = False
    QUIT_SIGNALS = (signal.SIGTERM, signal.SIGHUP)
    HAS_JOB_CONTROL = False

    def __init__(self, settings: Settings, guide: Guide, environment: KioskEnvironment) -> None:
        self.environment = environment
        self.idle = IdleTimer(environment.limits, environment.clock())
        self._resetting = False
        self._narration_deadline = 0.0
        self._drawn_at = environment.clock()
        self._reloader = BackgroundReloader(environment.reload)
        super().__init__(settings, guide)

    def new_context(self, guide: Guide) -> Context:
        """A new reader's context."""
        return replace(super().new_context(guide), kiosk=True, clock=self.environment.clock)

    def get_default_screen(self) -> Screen[Any]:
        """An empty screen at the bottom of the stack; each reader's screens are pushed on it and popped at the reset."""
        return Screen()

    def on_mount(self) -> None:
        """Show the waiting screen and start the timer."""
        for screen in self._new_screens():
            self.push_screen(screen)
        gc.set_threshold(400, 5, 2)  # drawn rows are reference cycles, megabytes between two collections
        self.set_interval(TICK_SECONDS, self.tick)
        self.call_after_refresh(self.environment.ready)

    # --- the lock

    async def on_event(self, event: events.Event) -> None:
        """Filter all input; events that the lock refuses never reach the guide."""
        if isinstance(event, events.Paste):
            return
        if isinstance(event, events.InputEvent) and not event.is_forwarded and not self._accepts(event):
            if isinstance(event, events.Key):
                self.stop_at_input()  # any key stops reading aloud
            return
        await super().on_event(event)

    @property
    def _ignores_input(self) -> bool:
        """True while all input is ignored: during cleaning and reset."""
        return self._resetting or self._phase in (Phase.CLEANING, Phase.EXPIRED)

    def _accepts(self, event: events.InputEvent) -> bool:
        """True to forward an event; the key that takes away a cover or a warning is forwarded for help and cleaning alone."""
        phase = self._phase
        if self._ignores_input:
            return False
        if isinstance(event, events.Key):
            if event.key == CLEAN.key and phase in COVERED:
                return phase is Phase.WAITING
            self.idle.enter(Phase.READING, self._now)  # any key shows that somebody is there
            if phase is Phase.READING:
                return is_allowed(event.key, event.character)
            self.uncover()
            return event.key in HELP_KEYS
        if isinstance(event, events.MouseDown | events.MouseScrollDown | events.MouseScrollUp) and phase not in COVERED:
            self.idle.enter(Phase.READING, self._now)  # mouse movement does not count: the table may shake
        return True

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Allow only actions of the key table: not quitting, nor any built-in action of Textual."""
        return action in allowed_actions()

    def open_url(self, url: str, *, new_tab: bool = True) -> None:
        """Do nothing: a kiosk has no browser."""

    def copy_to_clipboard(self, text: str) -> None:
        """Do nothing: the next reader could paste it."""

    # --- covers

    def uncover(self) -> None:
        """Remove the cover or the warning and restart the idle timer."""
        if self._ignores_input:
            return
        self.idle.enter(Phase.READING, self._now)
        super().uncover()

    def action_open(self, place: str) -> None:
        """Go to a place, from anywhere including a cover."""
        if self._ignores_input:
            return
        self.idle.enter(Phase.READING, self._now)
        super().action_open(place)

    def action_hide(self) -> None:
        """Hide the page; after half a minute the kiosk resets."""
        if not isinstance(self.screen, Cover):
            self.idle.enter(Phase.HIDDEN, self._now)
            super().action_hide()

    def action_clean(self) -> None:
        """Start cleaning mode; only on the waiting screen."""
        if self._phase is Phase.WAITING and isinstance(self.screen, Cover):
            self.idle.enter(Phase.CLEANING, self._now)
            self._update_cover()

    # --- the clock

    def start_narration(self, narrator: Narrator, texts: list[str]) -> None:
        """Start reading texts aloud; this delays the idle timer by the time they take at most."""
        self._narration_deadline = self._now + longest(texts)
        super().start_narration(narrator, texts)

    @property
    def _now(self) -> float:
        return self.environment.clock()

    @property
    def _phase(self) -> Phase:
        return self.idle.phase(self._now, self._words())

    def _words(self) -> int:
        screens = [screen for screen in self.screen_stack if not isinstance(screen, Cover | Warn)]
        try:
            return screens[-1].query_one("#sheet, #page", DocView).words if screens else 0
        except NoMatches:
            return 0

    async def tick(self) -> None:
        """Enter the state that is due. Runs on a timer, so that the reset does not depend on working keys."""
        if self._resetting:
            return  # no sign of life until the reset is done: if it hangs, the service manager restarts the program
        if self._narrator and self._now < self._narration_deadline:
            self.idle.enter(Phase.READING, self._now)  # somebody is listening
        elif self._narrator:
            self.stop_narration()  # the voice has hung
        phase = self._phase
        if phase is Phase.EXPIRED or (phase is Phase.WAITING and self.day != self.today()):  # a date may have passed
            await self.reset()
            self._reloader.begin()
            self._drawn_at = self._now
        elif phase is Phase.WAITING and (guide := self._reloader.take()):
            await self.reset(guide)
        elif phase is Phase.WARNING and not isinstance(self.screen, Warn):
            self.push_screen(Warn(self.context, self._warning()))
        elif phase is Phase.READING and isinstance(self.screen, Warn):
            self.uncover()
        else:
            self._update_cover()
            self._redraw_if_due(phase)
        self.environment.alive()

    def _redraw_if_due(self, phase: Phase) -> None:
        """Redraw the whole waiting screen, and look for new content, every `REDRAW_SECONDS`."""
        if phase is not Phase.WAITING:
            self._drawn_at = self._now
        elif self._now - self._drawn_at >= REDRAW_SECONDS:
            self._drawn_at = self._now
            draw_whole(self)
            self._reloader.begin()

    def _update_cover(self) -> None:
        screen = self.screen
        if isinstance(screen, Warn):
            screen.show(self._warning())
        elif isinstance(screen, Cover):
            match self._phase:
                case Phase.CLEANING:
                    screen.show(cleaning(self.context, self.idle.seconds_left(self._now, 0)))
                case Phase.HIDDEN:
                    screen.show(hidden(self.context))
                case _:
                    screen.show(self._waiting())

    def _waiting(self) -> Doc:
        hours = self.environment.hours
        return waiting(self.context, quiet=hours is not None and not hours.open_at(self.environment.hour()))

    def _warning(self) -> Doc:
        return warning(self.context, self.idle.seconds_left(self._now, self._words()))

    async def reset(self, guide: Guide | None = None) -> None:
        """Start a new session with the waiting screen on top; with `guide`, on new content."""
        self._resetting = True
        self.context = self.new_context(guide or self.context.guide)
        with self.batch_update():
            while len(self.screen_stack) > 1:
                await self.pop_screen()
            self.theme = self.context.session.theme
            for screen in self._new_screens():
                await self.push_screen(screen)
        self.idle.enter(Phase.WAITING, self._now)
        forget_sizes()
        gc.collect()  # nobody waits for it, and it removes the last reader's pages from memory
        self._resetting = False

    def _new_screens(self) -> tuple[Screen[Any], ...]:
        return MainScreen(self.context), Cover(self.context, self._waiting(), [CLEAN])
