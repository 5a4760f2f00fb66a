"""Picking what matters most and the options side by side: by keys and by mouse, seen, and refused past three."""

import pytest
from msgspec import structs
from textual.pilot import Pilot

from ketaguide.model.guide import Guide
from ketaguide.model.options import GridOption, Matter
from ketaguide.settings import Settings
from ketaguide.tui import actions as a
from ketaguide.tui.app import GuideApp
from ketaguide.tui.doc_lines import lines
from ketaguide.tui.screens.main import MainScreen

from .conftest import click_on, contents_beside, focused, page, row_of, rows, screen_text, stripped

FULL = "You have picked three. Take one away first."
PAGE = "section:every-kind"
SIZES = [(43, 13), (80, 22), (100, 30), (160, 45)]


@pytest.fixture
def app(guide: Guide) -> GuideApp:
    """Enough options for two groups of columns, and more things than may be picked."""
    edition = guide.editions["en"]
    given = edition.options
    carry_on, *others = given.options
    cells = tuple(structs.replace(cell, nations=()) for cell in carry_on.cells)
    more = [GridOption(id=f"extra-{letter}", name=f"Extra {letter}", cells=cells) for letter in "abc"]
    things = [Matter(id=f"thing-{n}", text=f"Thing {n}", rows=("per100",) if n == 2 else ("soon",)) for n in range(1, 6)]
    options = structs.replace(given, options=(carry_on, *more, *others), things=tuple(things))
    return GuideApp(Settings(), structs.replace(guide, editions={"en": structs.replace(edition, options=options)}))


async def go(app: GuideApp, pilot: Pilot[None], kind: type[a.PickMatter] | type[a.Compare]) -> None:
    """Open the page with its list of check boxes in view."""
    app.main.open(PAGE)
    await pilot.pause()
    page(app).scroll_row = next(target.row for target in page(app).targets if isinstance(target.action, kind)) - 1
    await pilot.pause()


def picked(app: GuideApp) -> list[str]:
    return list(app.context.session.matters.ids)


@pytest.mark.parametrize("size", SIZES)
async def test_three_things_are_picked_by_digits_and_a_fourth_is_answered_by_a_sentence(
    app: GuideApp, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await go(app, pilot, a.PickMatter)
        await pilot.press("1", "2", "4")
        assert picked(app) == ["thing-1", "thing-2", "thing-4"]
        assert "☑ Thing 4 (picked)" in screen_text(app)
        assert FULL not in screen_text(app)
        row = row_of(app, "Thing 3")
        await pilot.press("3")
        assert picked(app) == ["thing-1", "thing-2", "thing-4"]
        assert row_of(app, "Thing 3") == row, "nothing moves"
        assert FULL in screen_text(app), "below the one that was pressed"
        assert focused(app).action == a.PickMatter("thing-3")
        await pilot.press("4")
        assert FULL not in screen_text(app)
        assert picked(app) == ["thing-1", "thing-2"]


async def test_the_number_picked_is_said_and_all_are_taken_away_at_once(app: GuideApp) -> None:
    async with app.run_test(size=(80, 40)) as pilot:
        await go(app, pilot, a.PickMatter)
        assert "0 of 3 picked" in screen_text(app)
        await pilot.press("1", "2")
        assert "2 of 3 picked" in screen_text(app)
        await click_on(pilot, app, "Take all my picks away")
        assert picked(app) == []
        assert "0 of 3 picked" in screen_text(app)


async def test_a_thing_is_picked_by_space_enter_and_mouse_and_the_cursor_stays_on_it(app: GuideApp) -> None:
    async with app.run_test(size=(80, 40)) as pilot:
        await go(app, pilot, a.PickMatter)
        await pilot.press("1", "space")
        assert picked(app) == []
        await pilot.press("enter")
        assert picked(app) == ["thing-1"]
        await click_on(pilot, app, "Thing 5")
        assert picked(app) == ["thing-1", "thing-5"]
        assert focused(app).action == a.PickMatter("thing-5")
        assert app.cursor_position.y == row_of(app, "Thing 5")


async def test_a_digit_for_a_list_out_of_view_only_shows_it(app: GuideApp) -> None:
    async with app.run_test(size=(80, 22)) as pilot:
        app.main.open(PAGE)
        await pilot.pause()
        await pilot.press("2")
        assert not app.context.session.compared.ids
        assert not app.context.session.matters.ids
        assert "Extra b" in screen_text(app)
        await pilot.press("2")
        assert app.context.session.compared.ids == ("extra-b",)


async def test_digits_go_to_the_list_that_has_focus_where_two_are_in_view(app: GuideApp) -> None:
    async with app.run_test(size=(80, 60)) as pilot:
        await go(app, pilot, a.Compare)
        view = page(app)
        for kind, picks in ((a.PickMatter, app.context.session.matters), (a.Compare, app.context.session.compared)):
            view.focused_target = next(index for index, one in enumerate(view.targets) if isinstance(one.action, kind))
            await pilot.press("2")
            assert len(picks) == 1, kind


async def test_headings_have_no_digits_on_a_page_whose_check_boxes_have_them(app: GuideApp) -> None:
    async with app.run_test(size=(80, 22)):
        app.main.open(PAGE)
        assert {type(target.action) for target in page(app).targets if target.number} == {a.PickMatter, a.Compare}


async def test_picked_options_stand_beside_carrying_on_alone_and_focus_stays_in_its_row(app: GuideApp) -> None:
    async with app.run_test(size=(100, 50)) as pilot:
        await go(app, pilot, a.Compare)
        row = row_of(app, "☐ Test syrup")
        await pilot.press("4")
        assert row_of(app, "☑ Test syrup (picked)") == row
        assert focused(app).action == a.Compare("test-syrup")
        head = next(line for line in rows(app) if "Carrying on as now" in line and "Test syrup" in line)
        assert "Extra" not in head
        assert head.index("Test syrup") < next(line for line in rows(app) if "55 out of 100" in line).index("55 out of") + 20
        await pilot.press("4")
        assert row_of(app, "☐ Test syrup") == row


@pytest.mark.parametrize("size", [(100, 50), (160, 45)])
async def test_without_a_pick_all_options_stand_in_groups_of_four_with_carrying_on_in_each(
    app: GuideApp, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size):
        app.main.open(PAGE)
        lines = [line.plain for line in page(app)._layout.lines]
        heads = [line for line in lines if line.strip().startswith("Carrying on as")]
        assert ["Extra a" in head and "Extra c" in head for head in heads] == [True, False]
        assert ["Test syrup" in head and "Wait" in head for head in heads] == [False, True]
        assert heads[0].index("Carrying") == heads[1].index("Carrying"), "columns are aligned"
        assert heads[0].index("Extra a") == heads[1].index("Test syrup")


async def test_rows_that_matter_come_first_and_say_so(app: GuideApp) -> None:
    async with app.run_test(size=(100, 50)) as pilot:
        await go(app, pilot, a.PickMatter)
        await pilot.press("2")
        app.main.open("home")
        await go(app, pilot, a.Compare)
        said = screen_text(app)
        assert said.index("Out of 100") < said.index("What is it?") < said.index("How soon may")
        assert "(matters" in said
        assert any(line.startswith(" ┃ Out of 100") for line in rows(app)), "with a bar in the margin"
        assert said.index("Extra a") < said.index("Test syrup"), "options keep their order"


@pytest.mark.parametrize("size", [(43, 13), (80, 22)])
async def test_in_a_narrow_window_picked_options_answer_each_question_one_below_the_other(
    app: GuideApp, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await go(app, pilot, a.Compare)
        names = [option.name for option in app.context.view.edition.options.options]
        assert [line[2:] for line in stripped(app) if line[:1] == "▶" and line[2:] in names] == names, (
            "none picked: a list of all"
        )
        await pilot.press("4")
        lines = stripped(app)
        at = lines.index("Out of 100 people:")
        assert lines[at + 1 : at + 4] == ["Carrying on as now", "No number found.", "Test syrup"]
        assert " ".join(lines[at + 4 : at + 6]).startswith("55 out of 100 felt half better.")
        assert lines.count("Out of 100 people:") == 1, "the question is said once"
        assert not any("Extra a" in line for line in lines[at:])


async def test_in_a_small_window_an_answer_is_told_from_its_question(app: GuideApp) -> None:
    async with app.run_test(size=(43, 13)) as pilot:
        await go(app, pilot, a.Compare)
        view = page(app)
        view.focused_target = next(n for n, one in enumerate(view.targets) if "carry-on" in getattr(one.action, "fold", ""))
        await pilot.press("enter")
        lines = stripped(app)
        assert lines[lines.index("Out of 100 people:") + 1] == "No number found."


async def test_in_a_very_wide_window_the_columns_have_the_room_of_the_third_column(app: GuideApp) -> None:
    async with app.run_test(size=(160, 45)):
        app.main.open(PAGE)
        head = next(line for line in stripped(app) if "Carrying on as now" in line and "Extra a" in line)
        assert head.index("Extra a") - head.index("Carrying on as now") > 20


async def test_the_contents_make_way_for_the_columns_and_come_back_when_asked_for(app: GuideApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        app.main.open(PAGE)
        await pilot.pause()
        assert not contents_beside(app)
        assert max(len(line.plain.rstrip()) for line in page(app)._layout.lines) > 80
        await pilot.press("f2")
        assert contents_beside(app)
        app.main.open("section:risks")
        await pilot.pause()
        assert contents_beside(app)


@pytest.mark.parametrize("size", [(43, 13), (160, 45)])
async def test_the_link_to_the_options_opens_the_page_at_them(at_home: GuideApp, size: tuple[int, int]) -> None:
    async with at_home.run_test(size=size) as pilot:
        at_home.main.open("section:getting-ready")
        words = "The options side by side"
        (link,) = {one.action for one in page(at_home).targets if getattr(one.action, "words", "") == words}
        at_home.main.perform(link)
        await pilot.pause()
        assert row_of(at_home, words) < 6


async def test_things_and_grid_are_read_aloud_once(app: GuideApp) -> None:
    async with app.run_test(size=(80, 22)):
        app.main.open(PAGE)
        spoken = ["".join(run.text for run in line) for piece in page(app).doc.pieces for line in lines(piece)]
        assert spoken.count("Thing 3") == 1
        assert spoken.count("Extra b") == 1
        assert "How soon may it work? Nobody knows, and it may do nothing." in spoken


async def test_the_sentence_is_gone_once_the_page_is_left(app: GuideApp) -> None:
    async with app.run_test(size=(80, 22)) as pilot:
        await go(app, pilot, a.PickMatter)
        await pilot.press("1", "2", "3", "4")
        assert FULL in screen_text(app)
        await pilot.press("f2", "f7")
        assert isinstance(app.screen, MainScreen)
        assert app.main.here == PAGE
        assert FULL not in screen_text(app)
