"""The guide for its authors: shown anew whenever a file changes, with what is wrong under the page."""

from collections.abc import Callable
from typing import NamedTuple

from msgspec.structs import replace
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from ketaguide.model.guide import Guide
from ketaguide.settings import Settings
from ketaguide.tui.app import GuideApp

LOOK_SECONDS = 0.5
"""How often the files are looked at. Only authors run this, so the polling costs no reader anything."""


class Reread(NamedTuple):
    """What came of reading changed files: the guide unless something stopped it, and every problem as a line."""

    guide: Guide | None
    problems: tuple[str, ...]


Look = Callable[[], Reread | None]
"""Reads the files again if they have changed; None where they have not."""


class Problems(Widget):
    """What is wrong with the content, the first few lines of it; nothing while all is well."""

    DEFAULT_CSS = """
    Problems { height: auto; max-height: 6; background: $note; color: $on-note; padding: 0 1; display: none; }
    Problems.-some { display: block; }
    """

    heading: reactive[str] = reactive("")
    lines: reactive[tuple[str, ...]] = reactive((), layout=True)

    def watch_lines(self) -> None:
        """Take no room while there is nothing to say."""
        self.set_class(bool(self.lines), "-some")

    def render(self) -> Content:
        """How many there are, then each."""
        return Content("\n".join([self.heading, *self.lines]))


class PreviewApp(GuideApp):
    """The guide as a reader gets it, kept up to date with its files."""

    def __init__(self, settings: Settings, guide: Guide, look: Look, problems: tuple[str, ...]) -> None:
        super().__init__(settings, guide)
        self._look = look
        self._problems = problems

    def on_mount(self) -> None:
        """Begin to watch the files."""
        self.main.mount(Problems())
        self.call_after_refresh(self._say, self._problems)
        self.set_interval(LOOK_SECONDS, self.look)

    def look(self) -> None:
        """Show what has changed, at the same place of the same page."""
        if (found := self._look()) is None:
            return
        if found.guide is not None:
            self.context = replace(self.context, guide=found.guide)
            self.main.context = self.context
            self.main.refresh_all()
        self._say(found.problems)

    def _say(self, problems: tuple[str, ...]) -> None:
        bar = self.main.query_one(Problems)
        bar.heading = self.context.words.faults.format(n=len(problems))
        bar.lines = problems
