"""Text snapshots of screens of the kitchen sink guide, so that a change of looks is seen in review.

`pytest --snapshot-update tests/tui/test_goldens.py` after a wanted change. Colours are tested in test_contrast.
"""

from collections.abc import Awaitable, Callable

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.pilot import Pilot

from ketaguide.tui.app import GuideApp

from .conftest import page, rows

Show = Callable[[GuideApp, Pilot[None]], Awaitable[None]]
SIZES = [(100, 30), (80, 22), (43, 13)]
FIGURE = "Numbers"


async def home(app: GuideApp, pilot: Pilot[None]) -> None:
    app.main.open("home")


async def a_page(app: GuideApp, pilot: Pilot[None]) -> None:
    app.main.open("section:every-kind")


async def a_figure(app: GuideApp, pilot: Pilot[None]) -> None:
    app.main.open("section:every-kind")
    await pilot.pause()
    lines = [line.plain for line in page(app)._layout.lines]
    page(app).scroll_row = next(number for number, line in enumerate(lines) if line.strip() == FIGURE)


async def help_now(app: GuideApp, pilot: Pilot[None]) -> None:
    await pilot.press("f1")


async def search_results(app: GuideApp, pilot: Pilot[None]) -> None:
    await pilot.press("f3", *"syrup")


async def a_question(app: GuideApp, pilot: Pilot[None]) -> None:
    app.main.open("quiz")
    await pilot.press("1")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "{}x{}".format(*size))
@pytest.mark.parametrize("show", [home, a_page, a_figure, help_now, search_results, a_question], ids=lambda show: show.__name__)
async def test_a_screen_looks_as_agreed(app: GuideApp, snapshot: SnapshotAssertion, show: Show, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await show(app, pilot)
        await pilot.pause()
        assert "\n".join(row.rstrip() for row in rows(app)) == snapshot
