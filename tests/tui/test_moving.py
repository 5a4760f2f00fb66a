"""Arrows, Home, End and the contents beside the page: what is marked is what is seen."""

from itertools import product

import pytest
from textual.events import MouseScrollDown
from textual.pilot import Pilot

from ketaguide.model.guide import Guide
from ketaguide.tui.actions import Open
from ketaguide.tui.app import GuideApp
from ketaguide.tui.screens.sheet import Sheet
from ketaguide.tui.widgets.bars import FootBar
from ketaguide.tui.widgets.doc_view import DocView

from .conftest import SIZES, contents_beside, page


def seen(view: DocView) -> bool:
    """True if nothing has focus, or a target that is in view."""
    return view.focused_target < 0 or view._in_view(view.focused_target)


async def scrolled(app: GuideApp, pilot: Pilot[None], how: str) -> None:
    view = page(app)
    if how == "wheel":
        for _ in range(9):
            view.post_message(MouseScrollDown(view, 1, 1, 0, 1, 0, False, False, False))
    elif how == "press":
        bar = app.screen.query_one(FootBar)
        await pilot.click(FootBar, offset=(bar.size.width - 2, 0))
    else:
        await pilot.press(*how.split())
    await pilot.pause()


SCROLLS = ("pagedown pagedown", "end", "end home", "end pageup", "down down down down down", "wheel", "press")


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_mark_comes_along_however_a_page_is_scrolled(at_home: GuideApp, size: tuple[int, int]) -> None:
    async with at_home.run_test(size=size) as pilot:
        for place, how in product(("home", "section:risks", "contents"), SCROLLS):
            at_home.main.open(place)
            await pilot.press("tab")
            await scrolled(at_home, pilot, how)
            view = page(at_home)
            assert at_home.cursor_position.y - view.region.y in range(view.size.height), "so is the terminal's cursor"
            if any(view._in_view(index) for index in range(len(view.targets))):
                assert seen(view), (place, how)
            else:
                await pilot.press("enter")
                assert (at_home.main.here, at_home.screen) == (place, at_home.main), "nothing is opened unseen"
            at_home.main.open("about")


async def test_home_and_end_reach_the_first_and_the_last_choice_of_a_menu(at_home: GuideApp) -> None:
    async with at_home.run_test(size=(80, 22)) as pilot:
        for place, (key, which) in product(("contents", "view", "keys"), (("end", -1), ("home", 0))):
            at_home.main.open(place)
            await pilot.press("down", "down", key)
            view = page(at_home)
            assert view.focused_target == range(len(view.targets))[which] if view.targets else view.focused_target == -1


async def test_the_contents_follow_however_a_page_was_reached(at_home: GuideApp, shipped: Guide) -> None:
    async with at_home.run_test(size=(100, 20)) as pilot:
        side = at_home.main.side
        for section_id in (*shipped.meta.order, shipped.meta.order[0], *reversed(shipped.meta.order)):
            at_home.main.open(f"section:{section_id}")
            await pilot.pause()
            assert side.targets[side.focused_target].action == Open(f"section:{section_id}")
            if not contents_beside(at_home):  # they made way for options side by side
                await pilot.press("f2")
            assert side._in_view(side.focused_target), section_id
        row = side.scroll_row
        at_home.main.open("help-now")
        await pilot.pause()
        assert not contents_beside(at_home), "nothing stands beside the numbers"
        await pilot.press("f7")
        assert contents_beside(at_home)
        assert side.scroll_row == row


async def test_left_enters_the_contents_at_the_current_page_and_right_returns(at_home: GuideApp) -> None:
    async with at_home.run_test(size=(100, 30)) as pilot:
        main = at_home.main
        main.open("section:risks")
        await pilot.press("tab", "left")
        assert main.side.has_focus
        assert main.side.targets[main.side.focused_target].action == Open("section:risks")
        mark = page(at_home).focused_target
        await pilot.press("down", "right")
        assert page(at_home).has_focus
        assert page(at_home).focused_target == mark
        await pilot.press("left", "left", "down", "enter")
        assert main.here != "section:risks", "the contents are a menu"
        main.open("view")
        await pilot.press(*["left"] * 4)
        assert main.side.has_focus, "also from a menu, at its left edge"


async def test_left_does_nothing_where_nothing_stands_beside_the_page(at_home: GuideApp) -> None:
    async with at_home.run_test(size=(80, 22)) as pilot:
        at_home.main.open("section:risks")
        await pilot.press("left", "right", "left")
        assert page(at_home).has_focus
        assert at_home.main.here == "section:risks"


OF_THE_MENU = ("section:for-family-and-friends", "view", "questions", "quiz", "about")


async def test_the_contents_show_the_page_one_opens_from_home(at_home: GuideApp) -> None:
    async with at_home.run_test(size=(100, 20)) as pilot:
        for place in OF_THE_MENU * 2:
            at_home.main.open(place)
            await pilot.pause()
            side = at_home.main.side
            assert side.display
            assert side.targets[side.focused_target].action == Open(place)
            assert side._in_view(side.focused_target)
            at_home.main.open("home")
            await pilot.pause()


async def test_shift_tab_goes_from_the_first_choice_to_the_last(at_home: GuideApp) -> None:
    async with at_home.run_test(size=(43, 13)) as pilot:
        await pilot.press("home", "shift+tab", "shift+tab")  # by way of the banner
        assert page(at_home).has_focus
        assert page(at_home).focused_target == len(page(at_home).targets) - 1
        assert seen(page(at_home))


@pytest.mark.parametrize("where", ["a page", "search", "a sheet"])
async def test_how_far_a_page_has_been_read_changes_in_the_frame_in_which_it_scrolls(at_home: GuideApp, where: str) -> None:
    async with at_home.run_test(size=(43, 13)) as pilot:
        at_home.main.open("section:risks")
        if where == "search":
            await pilot.press("f3", *"risk")
        elif where == "a sheet":
            at_home.push_screen(Sheet(at_home.context, at_home.main.page.doc))
        await pilot.pause()
        bar = at_home.screen.query_one(FootBar)
        view = at_home.main.page if where == "a page" else at_home.screen.query_one(DocView)
        before, view.scroll_row = bar.foot.seen, 10
        assert bar.foot.seen != before, "before any message could be handled"
