"""Where the reader is can be seen without colour, and followed by a braille display."""

import pytest

from ketaguide.model.guide import Guide
from ketaguide.tui import actions, glyphs
from ketaguide.tui.app import GuideApp
from ketaguide.tui.widgets.bars import CrisisBanner

from .conftest import page, places, rows


async def test_the_terminal_cursor_stands_on_what_has_focus(app: GuideApp, guide: Guide) -> None:
    async with app.run_test(size=(80, 22)) as pilot:
        for place in places(guide):
            app.main.open(place)
            await pilot.pause()
            for _ in range(min(len(page(app).spots), 6)):
                await pilot.press("tab")
                if not page(app).has_focus or page(app).chosen < 0:
                    continue
                spot = page(app).spots[page(app).chosen]
                row, first, _ = spot.cells[0]
                offset = page(app).content_region.offset
                assert app.cursor_position == (offset.x + first, offset.y + row - page(app).top), place


async def test_the_sign_of_focus_stands_before_what_has_it(app: GuideApp) -> None:
    async with app.run_test(size=(80, 22)) as pilot:
        await pilot.press("down")
        column, row = app.cursor_position
        assert rows(app)[row][column - 1] == glyphs.FOCUS


async def test_the_cursor_follows_focus_to_the_banner_and_into_a_sheet(app: GuideApp) -> None:
    async with app.run_test(size=(80, 22)) as pilot:
        app.screen.query_one(CrisisBanner).focus()
        await pilot.pause()
        column, row = app.cursor_position
        assert rows(app)[row][column:].startswith(" GET HELP NOW") or rows(app)[row][column:].startswith("GET HELP NOW")
        app.main.perform(actions.ShowContact("samaritans"))
        await pilot.pause()
        column, row = app.cursor_position
        assert rows(app)[row][column] == glyphs.FRAME[0], "the cursor is on the Close button"


@pytest.mark.parametrize("place", ["home", "contents", "help-now"])
async def test_focus_is_bold_as_well_as_coloured(app: GuideApp, place: str) -> None:
    async with app.run_test(size=(80, 22)) as pilot:
        app.main.open(place)
        await pilot.press("tab")
        _, row = app.cursor_position
        strip = app.screen._compositor.render_strips()[row]
        marked = [segment for segment in strip if glyphs.FOCUS in segment.text and segment.style]
        assert marked
        assert marked[0].style is not None
        assert marked[0].style.bold
