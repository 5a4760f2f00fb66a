"""The full-screen program: themes, keys, and the one screen that shows every page."""

import gc
import os
import signal
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from textual import on
from textual.filter import LineFilter
from textual.screen import Screen

from ketaguide import clock
from ketaguide.model.guide import Guide
from ketaguide.resolve.overdue import as_of_day
from ketaguide.session import Session
from ketaguide.session.prints import of_machine
from ketaguide.settings import Settings
from ketaguide.tui.actions import Action, SetEdition
from ketaguide.tui.background import BackgroundFound
from ketaguide.tui.base import GuideScreen
from ketaguide.tui.keys import bindings
from ketaguide.tui.listening import ListeningApp
from ketaguide.tui.pages.context import Context
from ketaguide.tui.pages.cover import hidden
from ketaguide.tui.screens.closing import ClosingSheet
from ketaguide.tui.screens.cover import Cover, Touched, Warn
from ketaguide.tui.screens.main import MainScreen
from ketaguide.tui.terminal_colours import StyleFilter, monochrome, no_bold_black
from ketaguide.tui.theme import DEFAULT, NIGHT, PALETTES, PLAIN, themes
from ketaguide.tui.widgets.bars import CrisisBanner, KeyPressed


class GuideApp(ListeningApp):
    """Opens the guide for one reader."""

    ENABLE_COMMAND_PALETTE = False
    COMMANDS = set()
    BINDINGS = [*bindings()]
    ALLOW_SELECT = False
    today: Callable[[], date] = staticmethod(clock.today)
    """Current date; called for each new reader."""
    QUIT_SIGNALS: tuple[signal.Signals, ...] = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)
    """Signals on which the app quits and restores the terminal."""
    HAS_JOB_CONTROL = True
    """True if job control (Ctrl+Z, fg) may stop and continue it."""

    def __init__(self, settings: Settings, guide: Guide) -> None:
        super().__init__()
        self.animation_level = "none"
        self.settings = settings
        self._line_filter = StyleFilter(monochrome if settings.colours == "none" else no_bold_black)
        self.prints = of_machine()
        self.context = self.new_context(guide)
        for theme in themes():
            self.register_theme(theme)
        self.theme = self.context.session.theme

    def new_context(self, guide: Guide) -> Context:
        """A new reader's context."""
        self.day = self.today()
        guide = as_of_day(guide, self.day)
        settings, are_few = self.settings, self.settings.colours != "many"
        theme = PLAIN if are_few else settings.theme or DEFAULT
        session = Session(nation=guide.profile.known(settings.nation), edition_id=settings.edition_id, theme=theme)
        return Context(guide, session, has_fixed_colours=are_few, draws_more=settings.draws_more, prints=self.prints)

    @property
    def follows_background(self) -> bool:
        """True while the terminal's background decides between Day and Night."""
        is_open = self.settings.theme is None and not self.context.session.has_chosen_theme
        return is_open and self.settings.colours == "many" and os.environ.get("TERM") != "linux"

    @on(BackgroundFound)
    def _follow_background(self, event: BackgroundFound) -> None:
        if event.is_dark and self.follows_background:
            self.theme = self.context.session.theme = NIGHT
            for screen in self.screen_stack:
                if isinstance(screen, GuideScreen) and screen.is_mounted:
                    screen.update_frame()
                    if isinstance(screen, MainScreen) and screen.here == "view":
                        screen.refresh_all()

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's filters of screen rows, and the one for this terminal's colours; none are needed for exact colours."""
        if self.settings.colours == "many" and self.theme != PLAIN:
            return ()
        return [*super().get_line_filters(), self._line_filter]

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Colours of the default theme, used until ours is set."""
        return {**PALETTES[DEFAULT], "ansi-background": "ansi_black", "ansi-foreground": "ansi_bright_white"}

    def get_default_screen(self) -> Screen[Any]:
        """The screen that shows every page."""
        return MainScreen(self.context)

    def on_mount(self) -> None:
        """Resume garbage collection after the first paint, without the objects of the start."""
        self.call_after_refresh(gc.freeze)
        self.call_after_refresh(gc.enable)

    @property
    def main(self) -> MainScreen:
        """The screen beneath any sheet."""
        return next(screen for screen in self.screen_stack if isinstance(screen, MainScreen))

    def _close_sheets(self) -> MainScreen:
        main = self.main
        while self.screen is not main:
            self.pop_screen()
        return main

    def action_open(self, place: str) -> None:
        """Go to a place, from anywhere; nowhere if this guide has it not."""
        if place not in self.context.view.lacks:
            self._close_sheets().open(place)

    def action_contents(self) -> None:
        """Go to the contents, from anywhere."""
        self._close_sheets().show_contents()

    def action_go_back(self) -> None:
        """Close the sheet, or go back a page."""
        if self.screen is self.main:
            self.main.back()
        else:
            self.pop_screen()

    def action_short(self) -> None:
        """Change to the short form of the edition, or back, at the same place; a sheet or cover makes way, a search stays."""
        if not (other := self.context.guide.short_of(self.context.session.edition_id)):
            return
        while not isinstance(self.screen, GuideScreen) or isinstance(self.screen, Cover):
            self.pop_screen()
        self.main.perform(SetEdition(other))
        if isinstance(self.screen, GuideScreen) and self.screen is not self.main:
            self.screen.refresh_all()

    def action_hide(self) -> None:
        """Hide the page from other people; any key or touch shows it again."""
        if not isinstance(self.screen, Cover):
            self.push_screen(Cover(self.context, hidden(self.context), bare=True))

    @on(Touched)
    def _touched(self) -> None:
        self.uncover()

    @on(CrisisBanner.Pressed)
    def _help(self) -> None:
        self.action_open("help-now")

    @on(KeyPressed)
    async def _press(self, event: KeyPressed) -> None:
        await self.run_action(event.action)

    def uncover(self) -> None:
        """Remove the cover or the warning, if there is one."""
        if isinstance(self.screen, Cover | Warn):
            self.pop_screen()

    def action_close(self) -> None:
        """Close the guide; ask first, once, if something picked would be lost."""
        if isinstance(self.screen, ClosingSheet) or not self.context.session.picked:
            self.exit()
        else:
            self.push_screen(ClosingSheet(self.context), self._perform_instead)

    def _perform_instead(self, action: Action | None) -> None:
        if action:
            self._close_sheets().perform(action)
