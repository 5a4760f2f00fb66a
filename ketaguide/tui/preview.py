"""Preview for authors: reloads the guide when a file changes, with its problems under the page."""

from collections.abc import Callable
from typing import NamedTuple

from msgspec.structs import replace
from textual.content import Content
from textual.widgets import Static

from ketaguide.model.guide import Guide
from ketaguide.resolve.wording import counted
from ketaguide.settings import Settings
from ketaguide.tui.actions import SetEdition
from ketaguide.tui.app import GuideApp

POLL_SECONDS = 0.5
"""Polling interval of the files; only authors run this."""


class ReloadResult(NamedTuple):
    """Result of a reload: the guide, None if unreadable, and every problem as a line."""

    guide: Guide | None
    problems: tuple[str, ...]
    page: tuple[str, str] | None = None
    """Edition and id of the page saved last, if it was a page."""


Reload = Callable[[], ReloadResult | None]
"""Reloads the files if they have changed; else None."""


class Problems(Static):
    """The first problems of the content; hidden if there are none."""

    DEFAULT_CSS = """
    Problems { height: auto; max-height: 6; background: $note; color: $on-note; padding: 0 1; display: none; }
    Problems.-some { display: block; }
    """


class PreviewApp(GuideApp):
    """The reader's app, which reloads changed content."""

    def __init__(self, settings: Settings, guide: Guide, reload: Reload, problems: tuple[str, ...]) -> None:
        super().__init__(settings, guide)
        self._reload = reload
        self._problems = problems

    def on_mount(self) -> None:
        """Start watching the files."""
        self.main.mount(Problems())
        self.call_after_refresh(self._show_problems, self._problems)
        self.set_interval(POLL_SECONDS, self.reload_if_changed)

    def reload_if_changed(self) -> None:
        """Reload changed content; open the page just saved, or redraw at the same place."""
        if (found := self._reload()) is None:
            return
        if found.guide is not None:
            self.context = replace(self.context, guide=found.guide)
            self.main.context = self.context
            self.main.refresh_all()
            self._open(found.guide, found.page)
        self._show_problems(found.problems)

    def _open(self, guide: Guide, page: tuple[str, str] | None) -> None:
        """Open a page in its edition; it stays at its scroll position if it is open already."""
        for edition_id, edition in guide.editions.items():
            if page and page[0] == edition_id and page[1] in edition.sections:
                if self.context.view.edition_id != edition_id:
                    self.main.perform(SetEdition(edition_id))
                if self.main.here != (place := f"section:{page[1]}"):
                    self.main.open(place)

    def _show_problems(self, problems: tuple[str, ...]) -> None:
        """Show their number, then each; hide the bar if there are none."""
        bar, heading = self.main.query_one(Problems), counted(self.context.words.faults, len(problems), self.context.view)
        bar.update(Content("\n".join([heading, *problems])))
        bar.set_class(bool(problems), "-some")  # a class, which a window that is too small overrules
