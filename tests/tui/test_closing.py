"""F10 closes at once when nothing is lost, and asks once when picked questions are."""

import pytest
from textual.pilot import Pilot

from ketaguide.tui import actions as a
from ketaguide.tui.app import GuideApp
from ketaguide.tui.widgets.doc_view import DocView

from .conftest import page, rows, screen_text

CLOSES = ("f10", "ctrl+q", "ctrl+c")


async def picked(app: GuideApp, pilot: Pilot[None]) -> None:
    app.main.perform(a.Pick(("ask-test", "ask-family")))
    app.main.open("section:every-kind")
    await pilot.pause()


@pytest.mark.parametrize("key", CLOSES)
async def test_with_nothing_to_lose_it_closes_at_once(app: GuideApp, key: str) -> None:
    async with app.run_test(size=(80, 22)) as pilot:
        await pilot.press("f3", "x", key)
        assert app.is_leaving


@pytest.mark.parametrize(("again", "size"), [*zip((*CLOSES, "3"), ((43, 13), (80, 22), (100, 30), (80, 22)), strict=True)])
async def test_with_questions_picked_it_asks_once(app: GuideApp, again: str, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await picked(app, pilot)
        await pilot.press("f10")
        await pilot.pause()
        assert not app.is_leaving
        assert "Close the guide?" in screen_text(app)
        assert "What you picked: 2." in screen_text(app)
        assert all(said in screen_text(app) for said in ("1 Stay", "2 Take them home first", "3 Close it", "F7 Stay"))
        await pilot.press(again)
        assert app.is_leaving


async def test_staying_returns_to_the_same_place_with_the_questions(app: GuideApp) -> None:
    async with app.run_test(size=(80, 22)) as pilot:
        await picked(app, pilot)
        await pilot.press("pagedown")
        row = page(app).scroll_row
        for key in ("f7", "escape", "enter", "1"):
            await pilot.press("f10", key)
            await pilot.pause()
            assert not app.is_leaving
            assert (app.screen, app.main.here, page(app).scroll_row) == (app.main, "section:every-kind", row), key
            assert len(app.context.session.questions) == 2


async def test_the_questions_can_be_taken_home_first_from_anywhere_by_mouse_alone(app: GuideApp) -> None:
    async with app.run_test(size=(43, 13)) as pilot:
        for over in (["f3"], ["f9"], []):
            await picked(app, pilot)
            await pilot.press(*over, "f10")
            await pilot.pause()
            view = app.screen.query_one("#sheet", DocView)
            view.scroll_row = view.targets[1].row
            await pilot.pause()
            row, first, _ = view.targets[1].cells[0]
            await pilot.click(view, offset=(first + 1, row - view.scroll_row))
            await pilot.pause()
            assert (app.screen, app.main.here) == (app.main, "questions"), over


async def test_over_a_hidden_page_it_names_no_condition(app: GuideApp) -> None:
    async with app.run_test(size=(80, 22)) as pilot:
        await picked(app, pilot)
        await pilot.press("f9", "f10")
        await pilot.pause()
        assert app.context.guide.meta.title not in screen_text(app)
        assert "In danger 999" in rows(app)[0] + rows(app)[1]


async def test_what_matters_and_options_are_asked_about_as_questions_are(app: GuideApp) -> None:
    async with app.run_test(size=(80, 22)) as pilot:
        picks: tuple[a.Action, ...] = a.PickMatter("how-soon"), a.Compare("test-syrup")
        for number, pick in enumerate(picks, 1):
            app.main.open("section:every-kind")
            app.main.perform(pick)
            await pilot.press("f10")
            await pilot.pause()
            assert f"What you picked: {number}." in screen_text(app)
            await pilot.press("2")
            await pilot.pause()
            assert app.main.here == "questions"
