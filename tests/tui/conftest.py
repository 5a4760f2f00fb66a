"""The full-screen view on the kitchen sink guide, driven by Textual's pilot."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from ketaguide.model.guide import Guide
from ketaguide.settings import Settings
from ketaguide.tui.app import GuideApp
from ketaguide.tui.pages.context import Context
from ketaguide.tui.widgets.doc_view import DocView

KITCHEN_SINK = Path(__file__).parents[1] / "guides" / "kitchen_sink"
SIZES = [(43, 13), (80, 22), (120, 40)]


@pytest.fixture
def app(guide: Guide) -> GuideApp:
    return GuideApp(Settings(content=KITCHEN_SINK), guide)


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


async def until(pilot: Pilot[None], holds: Callable[[], bool]) -> None:
    """Wait until something holds: Textual's `Pilot` takes a process without CPU time for an idle one."""
    for _ in range(3000):
        await pilot.pause(0.01)
        if holds():
            return
    raise AssertionError("the condition never held")


def page(app: GuideApp) -> DocView:
    """The view of the current page."""
    return app.main.page


def places(guide: Guide) -> list[str]:
    """Every place of the guide."""
    order = guide.meta.order
    plain = ["home", "contents", "view", "help-now", "quiz", "words", "about", "keys", "sources"]
    rounds = [f"quiz:{round_.id}" for round_ in guide.first.quiz.rounds]
    return [*plain, *rounds, *(f"section:{page}" for page in order), *(f"evidence:{page}" for page in order)]
