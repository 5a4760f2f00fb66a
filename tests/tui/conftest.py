"""The full-screen view on the kitchen sink guide, driven by Textual's pilot."""

from collections.abc import Callable

import pytest
from textual import events
from textual.geometry import Size
from textual.pilot import Pilot

from ketaguide.model.guide import Guide
from ketaguide.settings import Settings
from ketaguide.tui.app import GuideApp
from ketaguide.tui.layout import Target
from ketaguide.tui.pages.context import Context
from ketaguide.tui.widgets.doc_view import DocView
from tests.conftest import KITCHEN_SINK

SIZES = [(43, 13), (80, 22), (120, 40)]


@pytest.fixture
def app(guide: Guide) -> GuideApp:
    return GuideApp(Settings(content=KITCHEN_SINK), guide)


@pytest.fixture
def at_home(shipped: Guide) -> GuideApp:
    """The shipped guide."""
    return GuideApp(Settings(), shipped)


@pytest.fixture
def context(app: GuideApp) -> Context:
    return app.context


def rows(app: GuideApp) -> list[str]:
    """Rows of the screen as text."""
    width, height = app.size
    strips = app.screen._compositor.render_strips()
    return [strip.text.ljust(width)[:width] for strip in strips][:height]


def screen_text(app: GuideApp) -> str:
    """The whole screen as one text, runs of white space as one space."""
    return " ".join(" ".join(rows(app)).split())


def stripped(app: GuideApp) -> list[str]:
    """The lines of the page, also those out of view, without margins and bars."""
    return [line.plain.strip(" ┃▎") for line in page(app)._layout.lines]


async def until(pilot: Pilot[None], holds: Callable[[], bool]) -> None:
    """Wait until something holds: Textual's `Pilot` takes a process without CPU time for an idle one."""
    for _ in range(3000):
        await pilot.pause(0.01)
        if holds():
            return
    raise AssertionError("the condition never held")


async def resize(pilot: Pilot[None], size: tuple[int, int], holds: Callable[[], bool] = lambda: True) -> bool:
    """As `Pilot.resize_terminal`, but waits only until the screen has its size and something holds; False after 40 frames."""
    app, new = pilot.app, Size(*size)
    app._driver._size = size  # type: ignore[union-attr]
    app.post_message(events.Resize(new, new))
    for _ in range(40):
        await pilot._wait_for_screen()
        app.screen._on_timer_update()
        if app.screen.size == new and holds():
            return True
    return False


def row_of(app: GuideApp, words: str, at: int = 0) -> int:
    """The `at`th row of the screen that has some words."""
    return [index for index, line in enumerate(rows(app)) if words in line][at]


async def click_on(pilot: Pilot[None], app: GuideApp, words: str, at: int = 0) -> None:
    """Click on words, in the `at`th row that has them."""
    row = row_of(app, words, at)
    await pilot.click(offset=(rows(app)[row].index(words) + len(words) // 2, row))
    await pilot.pause()


def page(app: GuideApp) -> DocView:
    """The view of the current page."""
    return app.main.page


def focused(app: GuideApp) -> Target:
    """The target of the page that has the focus."""
    return page(app).targets[page(app).focused_target]


def contents_beside(app: GuideApp) -> bool:
    """True if the contents are beside the page."""
    return bool(app.main.side.display)


def places(guide: Guide) -> list[str]:
    """Every place of the guide."""
    order = guide.meta.order
    plain = ["home", "contents", "view", "help-now", "quiz", "words", "about", "keys", "sources"]
    rounds = [f"quiz:{round_.id}" for round_ in guide.first.quiz.rounds]
    return [*plain, *rounds, *(f"section:{page}" for page in order), *(f"evidence:{page}" for page in order)]
