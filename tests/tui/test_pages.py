"""Reading, choosing and going back."""

import re

import pytest
from textual.pilot import Pilot

from ketaguide.model.contact import Nation
from ketaguide.model.guide import Guide
from ketaguide.settings import Settings
from ketaguide.tui import actions
from ketaguide.tui.app import GuideApp
from ketaguide.tui.keys import KEYS
from ketaguide.tui.pages import page as page_of
from ketaguide.tui.widgets.bars import FootBar
from tests.editions import STANDARD

from .conftest import click_on, contents_beside, page, resize, rows, screen_text, until


async def test_home_says_what_this_is_and_that_no_clinician_has_reviewed_it(app: GuideApp) -> None:
    async with app.run_test(size=(80, 22)):
        assert "A test page for people who test" in screen_text(app)
        assert "Not yet reviewed by a clinician" in screen_text(app)


async def test_arrow_keys_on_home_move_to_the_nearest_choice(app: GuideApp) -> None:
    async with app.run_test(size=(80, 22)) as pilot:
        for arrows, place in (
            ("", "risks"), ("right", "see-your-gp"), ("down", "risks"), ("right right", "see-your-gp"),
            ("down right up left", "risks"),
        ):  # fmt: skip
            app.main.open("home")
            await pilot.press(*arrows.split(), "enter")
            assert app.main.here == f"section:{place}", arrows


async def test_a_mouse_press_chooses(app: GuideApp) -> None:
    async with app.run_test(size=(80, 22)) as pilot:
        await pilot.press("end")
        await click_on(pilot, app, "All 5 pages")
        assert app.main.here == "contents"


async def test_back_returns_to_the_same_part_of_the_page_before(app: GuideApp) -> None:
    async with app.run_test(size=(80, 22)) as pilot:
        app.main.open("section:every-kind")
        await pilot.press("pagedown", "pagedown")
        top = page(app).scroll_row
        assert top > 0
        app.main.open("about")
        await pilot.press("f7")
        assert app.main.here == "section:every-kind"
        assert page(app).scroll_row == top


async def test_a_term_opens_its_meaning_over_the_page_and_closes_again(app: GuideApp) -> None:
    async with app.run_test(size=(80, 22)) as pilot:
        app.main.open("section:every-kind")
        await pilot.pause()
        target = next(i for i, target in enumerate(page(app).targets) if isinstance(target.action, actions.ShowTerm))
        page(app).focused_target = target
        await pilot.press("enter")
        assert app.screen is not app.main
        assert "test syrup" in screen_text(app)
        await pilot.press("enter")
        assert app.screen is app.main
        assert app.main.here == "section:every-kind"
        assert page(app).focused_target == target


async def test_a_fold_opens_in_place_and_closes_again(app: GuideApp) -> None:
    async with app.run_test(size=(80, 40)) as pilot:
        app.main.open("section:every-kind")
        await pilot.pause()
        folds = [i for i, target in enumerate(page(app).targets) if isinstance(target.action, actions.Toggle)]
        before = len(page(app)._layout.lines)
        page(app).focused_target = folds[0]
        await pilot.press("enter")
        assert len(page(app)._layout.lines) > before
        assert page(app).focused_target == folds[0]
        await pilot.press("enter")
        assert len(page(app)._layout.lines) == before


async def test_the_contents_stand_beside_the_page_only_where_there_is_room(app: GuideApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        assert not contents_beside(app), "the first page takes the whole width"
        await pilot.press("f2")
        await until(pilot, lambda: contents_beside(app) and app.main.side.has_focus)
        app.main.open("section:risks")
        assert contents_beside(app)
        await pilot.press("f2")
        await pilot.resize_terminal(80, 22)
        await until(pilot, lambda: not contents_beside(app) and page(app).has_focus)
        await pilot.press("f2")
        assert app.main.here == "contents"


async def test_the_next_and_previous_pages_are_at_the_foot_of_each_page(app: GuideApp, guide: Guide) -> None:
    order = guide.meta.order
    async with app.run_test(size=(80, 22)) as pilot:
        app.main.open(f"section:{order[0]}")
        for following in order[1:]:
            await pilot.press("end", "shift+tab", "enter")
            assert app.main.here == f"section:{following}"


async def test_pressing_the_bar_under_the_page_reads_on(app: GuideApp) -> None:
    async with app.run_test(size=(80, 22)) as pilot:
        app.main.open("section:every-kind")
        await pilot.pause()
        assert re.search(r"\d ?% ?▼ $", foot(app))
        await press_on_foot(app, pilot, "▼")
        assert page(app).scroll_row > 0
        assert "▲" in foot(app)
        await press_on_foot(app, pilot, "▲")
        assert page(app).scroll_row == 0
        await pilot.press("end")
        assert foot(app).endswith("▲ end ")
        await press_on_foot(app, pilot, "end")
        assert 0 < page(app).scroll_row < page(app).last_scroll_row


async def test_keys_on_the_bar_can_be_pressed(app: GuideApp) -> None:
    async with app.run_test(size=(80, 22)) as pilot:
        await press_on_foot(app, pilot, "F2 Pages")
        assert app.main.here == "contents"
        await press_on_foot(app, pilot, "Enter choose" if "Enter choose" in foot(app) else "F7 Back")
        assert app.main.here != "contents"


async def test_every_key_has_its_place_on_the_screen_of_80_columns(app: GuideApp) -> None:
    async with app.run_test(size=(80, 22)) as pilot:
        app.main.open("section:every-kind")
        await pilot.pause()
        missing = [key.shown for key in KEYS if key.rank < 99 and f"{key.shown} " not in screen_text(app)]
        assert missing == ["F4", "F5"], "one is in the contents, the other at the top of the page"
        assert "Listen to this page" in screen_text(app)
        assert "F3 Search" in foot(app)
        assert "F10 Ctrl+Q Close" in foot(app)
        await press_on_foot(app, pilot, "More")
        assert "F4 My questions  F5 Listen" in foot(app)
        await pilot.press("f2", "pagedown")
        assert {"Search", "My questions"} <= {row.strip(" >") for row in rows(app)}


async def test_one_row_at_the_foot_names_the_keys_of_the_moment_and_none_is_more_than_some_presses_away(app: GuideApp) -> None:
    async with app.run_test(size=(160, 20)) as pilot:
        for width in range(43, 160, 9):
            await resize(pilot, (width, 20))
            app.main.open("contents")
            app.main.open("section:every-kind")
            assert actions.Listen() in [target.action for target in page(app).targets], "the page's own link"
            await pilot.press("tab", "pagedown")
            shown: set[str] = set()
            for _ in range(6):
                row = foot(app)
                assert len(row.rstrip()) <= width
                shown |= {key.shown for key in KEYS if f"{key.shown} " in row}
                assert shown >= {"F3", "F7", "F8"}, "these are there at once"
                if "More" not in row:
                    break
                await press_on_foot(app, pilot, "More")
            assert shown >= {"F2", "F3", "F5", "F7", "F8", "F9", "F10"}, width
            assert ("More" in foot(app)) == (width < 88)


async def test_the_foot_of_a_place_leaves_out_the_key_that_leads_to_it_and_back_where_there_is_no_way_back(
    app: GuideApp,
) -> None:
    async with app.run_test(size=(160, 45)) as pilot:
        assert "F7" not in foot(app)
        assert "←↑↓→ Enter choose" in foot(app)
        for key, other in (("f4", "F6"), ("f6", "F4")):
            await pilot.press(key)
            await pilot.pause()
            assert "F7 Back" in foot(app)
            assert other in foot(app)
            assert key.upper() not in foot(app)


def foot(app: GuideApp) -> str:
    """The row at the foot."""
    return rows(app)[app.screen.query_one(FootBar).region.y]


async def press_on_foot(app: GuideApp, pilot: Pilot[None], words: str) -> None:
    """Press the middle of some words of the foot."""
    await pilot.click(offset=(foot(app).index(words) + len(words) // 2, app.screen.query_one(FootBar).region.y))
    await pilot.pause()


async def test_a_terminal_too_small_for_the_guide_shows_the_numbers_alone(app: GuideApp) -> None:
    async with app.run_test(size=(80, 22)) as pilot:
        await pilot.resize_terminal(36, 10)
        await until(pilot, lambda: all(number in screen_text(app) for number in ("999", "111", "0808 808 8000", "116 123")))
        await until(pilot, lambda: "Test guide" not in screen_text(app))


async def test_short_and_simple_is_one_key_away_says_what_it_is_and_keeps_the_place(app: GuideApp) -> None:
    async with app.run_test(size=(80, 22)) as pilot:
        app.main.open("section:every-kind")
        await pilot.press("f8")
        assert app.main.here == "section:every-kind"
        assert "Short and simple" in rows(app)[0]
        assert "the main points, in short sentences" in screen_text(app)
        await pilot.press("f8")
        assert rows(app)[0].rstrip().endswith("not chosen F6 · Day")


async def test_short_and_simple_is_one_key_away_from_whatever_covers_the_page(app: GuideApp) -> None:
    async with app.run_test(size=(80, 22)) as pilot:
        for cover in (["f1"], ["f2"], ["f3", "s"], ["f4"], ["f6"]):
            app.main.perform(actions.SetEdition(STANDARD))
            await pilot.press(*cover, "f8")
            assert "Short and simple" in rows(app)[0], cover
        app.main.perform(actions.SetEdition(STANDARD))
        app.main.perform(actions.ShowContact("samaritans"))
        await pilot.press("f8")
        assert "Short and simple" in rows(app)[0]


async def test_the_nation_chosen_changes_banner_and_pages_at_once(app: GuideApp) -> None:
    async with app.run_test(size=(80, 22)) as pilot:
        await pilot.press("f6", "4")
        assert "Northern Ireland" in rows(app)[0]
        assert "111" not in " ".join(rows(app)[:4])
        assert "Northern Ireland (selected)" in screen_text(app)


async def test_the_colours_change_and_the_place_is_kept(app: GuideApp) -> None:
    async with app.run_test(size=(80, 22)) as pilot:
        for name, theme in (("Night", "night"), ("High contrast", "contrast"), ("Plain, 16 colours", "plain"), ("Day", "day")):
            await pilot.press("f6")
            await pilot.press("end")
            await click_on(pilot, app, name, -1)
            assert app.theme == theme
            assert app.main.here == "view"


async def test_a_place_that_does_not_exist_is_home(app: GuideApp) -> None:
    assert page_of("section:nowhere", app.context).title == page_of("home", app.context).title


async def test_a_number_in_brackets_shows_what_that_part_of_the_page_rests_on(app: GuideApp, guide: Guide) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        app.main.open("section:every-kind")
        await pilot.pause()
        numbers = [target.action for target in page(app).targets if isinstance(target.action, actions.ShowEvidence)]
        assert numbers
        app.main.perform(numbers[0])
        await pilot.pause()
        claim = guide.claims[numbers[0].claims[0]]
        assert "How we know" in screen_text(app)
        assert "How sure we are" in screen_text(app)
        assert claim.statement.split()[0] in screen_text(app)
        assert "Every kind of block" in screen_text(app), "the page is still there beside it"
        sheet, under = app.screen.query_one("#over").region, app.main.page.region
        assert sheet.x == under.right == 60, "neither covers the other"
        assert "F2 Pages" in rows(app)[-1], "nor the keys"
        for size in ((80, 22), (160, 45)):
            await pilot.resize_terminal(*size)
        await until(pilot, lambda: app.screen.query_one("#over").region.x == app.main.page.region.right == 80)
        await pilot.press("f7")
        await pilot.pause()
        assert contents_beside(app), "the contents are back"
        assert app.main.page.region.right == 160, "the third column makes way for the options of this page"


async def test_a_path_leads_step_by_step_and_can_be_taken_up_again(at_home: GuideApp) -> None:
    async with (app := at_home).run_test(size=(80, 40)) as pilot:
        path = app.context.guide.meta.paths[0]
        app.main.open(f"path:{path.minutes}:1")
        for number in range(1, len(path.steps) + 1):
            await pilot.pause()
            assert f"Page {number} of {len(path.steps)}" in screen_text(app)
            await pilot.press("end", "enter")  # the way on has focus
        app.main.open(f"path:{path.minutes}:3")
        app.main.open("home")
        await pilot.pause()
        assert "step 3 of" in screen_text(app)


@pytest.mark.parametrize("nation", ["scotland", None])
async def test_the_title_says_the_nation_and_pressing_it_opens_where_it_is_changed_in_one_press(
    guide: Guide, nation: Nation | None
) -> None:
    app = GuideApp(Settings(nation=nation), guide)
    async with app.run_test(size=(100, 30)) as pilot:
        said = "Scotland F6 · Day" if nation else "Your nation: not chosen F6 · Day"
        assert rows(app)[0].rstrip().endswith(f"  {said}")
        await pilot.click(offset=(95, 0))
        await pilot.pause()
        assert app.main.here == "view"
        assert "You need not say." in screen_text(app)
        await pilot.press("3")
        await pilot.pause()
        assert rows(app)[0].rstrip().endswith("  Wales F6 · Day")


async def test_the_keys_page_names_second_keys_and_the_terminals_that_keep_the_first(app: GuideApp) -> None:
    async with app.run_test(size=(80, 45)) as pilot:
        app.main.open("keys")
        await pilot.pause()
        said = screen_text(app)
        for words in ("F1 or Ctrl+G", "F7 or Esc", "F10 or Ctrl+Q", "Xfce Terminal, MATE Terminal and Terminator"):
            assert words in said
