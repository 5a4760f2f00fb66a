"""A word explained, or a service: beside the page where there is room, else at the bottom with the sentence in view."""

import pytest
from textual.pilot import Pilot

from ketaguide.tui import actions as a
from ketaguide.tui.app import GuideApp

from .conftest import click_on, focused, page, rows, screen_text, stripped, until
from .test_banner import banner_is_bright_and_whole

Sheet = type[a.ShowTerm | a.ShowContact | a.ShowEvidence]


async def open_sheet(app: GuideApp, pilot: Pilot[None], place: str, kind: Sheet = a.ShowTerm, which: int = 0) -> str:
    """Focus one of a page's links of a kind, and press Enter; returns the words of its row."""
    app.main.open(place)
    await pilot.pause()
    view = page(app)
    view.focused_target = [at for at, target in enumerate(view.targets) if isinstance(target.action, kind)][which]
    await pilot.pause()
    await pilot.press("enter")
    await until(pilot, lambda: app.screen is not app.main and "Close" in screen_text(app))
    return stripped(app)[focused(app).row][:30].strip()


@pytest.mark.parametrize("size", [(43, 13), (80, 22), (99, 30)])
async def test_the_sentence_stays_in_view_above_its_meaning_or_its_sources(at_home: GuideApp, size: tuple[int, int]) -> None:
    app = at_home
    async with app.run_test(size=size) as pilot:
        for kind, which in ((a.ShowTerm, 0), (a.ShowTerm, 1), (a.ShowTerm, -1), (a.ShowContact, -1), (a.ShowEvidence, 0)):
            said = await open_sheet(app, pilot, "section:does-it-help", kind, which)
            over = app.screen.query_one("#over").region
            assert over.height <= size[1] * 2 // 3
            assert any(said in row for row in rows(app)[: over.y]), (kind, which)
            banner_is_bright_and_whole(app)
            assert sum("F8" in row for row in rows(app)) == 1, "one foot bar alone"
            await pilot.press("end")
            await pilot.pause()
            assert "Close" in " ".join(rows(app)[over.y : -1])
            await pilot.press("escape")
            await pilot.pause()
            assert app.screen is app.main
            assert page(app).scroll_row <= page(app).last_scroll_row


async def test_from_100_columns_the_meaning_stands_beside_the_page(at_home: GuideApp) -> None:
    app = at_home
    async with app.run_test(size=(110, 30)) as pilot:
        await open_sheet(app, pilot, "section:does-it-help")
        await until(pilot, lambda: app.screen.query_one("#over").region.x == 55)
        assert app.main.page.region.right == 55


async def test_it_closes_by_f7_esc_enter_or_a_press_and_says_so(app: GuideApp) -> None:
    async with app.run_test(size=(80, 22)) as pilot:
        for close in (
            lambda: pilot.press("f7"),
            lambda: pilot.press("escape"),
            lambda: pilot.press("enter"),
            lambda: click_on(pilot, app, "Close (F7 or Esc)"),
            lambda: pilot.click(offset=(20, 3)),
        ):
            await open_sheet(app, pilot, "section:every-kind")
            assert "Close (F7 or Esc)" in screen_text(app)
            await close()
            await pilot.pause()
            assert (app.screen, app.main.here) == (app.main, "section:every-kind")


async def test_a_larger_and_a_smaller_window_keep_it_whole(app: GuideApp) -> None:
    async with app.run_test(size=(80, 22)) as pilot:
        await open_sheet(app, pilot, "section:every-kind")
        for size in ((120, 40), (43, 13), (80, 22)):
            await pilot.resize_terminal(*size)
            await until(pilot, lambda: app.size == size and " Close" in screen_text(app) and _one_foot(app))  # noqa: B023


def _one_foot(app: GuideApp) -> bool:
    return sum("F8" in row for row in rows(app)) == 1 and "F8" in rows(app)[-1]


@pytest.mark.parametrize("size", [(80, 22), (110, 30)])
async def test_one_mark_alone_is_on_the_screen_while_a_sheet_is_open(app: GuideApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        for kind, words in ((a.ShowTerm, "Test syrup"), (a.ShowEvidence, "[1]")):
            await open_sheet(app, pilot, "section:every-kind", kind)
            await until(pilot, lambda: "Close" in _marked(app))
            assert "Enter open" not in rows(app)[-1]
            await pilot.press("f7")
            await until(pilot, lambda: app.screen is app.main and words in _marked(app))  # noqa: B023


def _marked(app: GuideApp) -> str:
    """The words beside the one mark; empty for none or several."""
    found = [row for row in rows(app) if ">  " in row or ">┃" in row]
    return found[0][found[0].index(">") :] if len(found) == 1 else ""
