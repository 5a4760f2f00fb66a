"""The first page of the full screen: the questions people bring, the nation, and what fits on the first screen."""

import pytest
from msgspec import structs

from ketaguide.model.guide import Guide
from ketaguide.resolve.home import resolve_home
from ketaguide.settings import Settings
from ketaguide.tui import actions as a
from ketaguide.tui.app import GuideApp

from .conftest import click_on, focused, page, rows, screen_text

SIZES = [(43, 13), (60, 20), (80, 22), (100, 30), (160, 45)]


@pytest.mark.parametrize("size", SIZES)
async def test_the_first_screen_shows_a_search_line_and_the_questions_people_bring(
    at_home: GuideApp, size: tuple[int, int]
) -> None:
    async with at_home.run_test(size=size):
        said = screen_text(at_home)
        assert "F3" in said
        assert "Not yet reviewed by a clinician." in said
        view, home = page(at_home), resolve_home(at_home.context.view)
        seen = [target.number for index, target in enumerate(view.targets) if view._in_view(index) and target.number]
        assert seen[:6] == [1, 2, 3, 4, 5, 6] if size != (60, 20) else seen[:3] == [1, 2, 3]
        assert focused(at_home).action == a.Open(f"section:{home.questions[0].page.id}")


@pytest.mark.parametrize("size", [(43, 13), (100, 30)])
async def test_each_digit_opens_the_page_of_its_question(at_home: GuideApp, size: tuple[int, int]) -> None:
    async with at_home.run_test(size=size) as pilot:
        home = resolve_home(at_home.context.view)
        for one in (*home.questions, *home.ways):
            await pilot.press(str(one.number))
            assert at_home.main.here == f"section:{one.page.id}"
            await pilot.press("f7")


@pytest.mark.parametrize("size", [(80, 22), (100, 30), (160, 45)])
async def test_everything_to_press_on_home_is_large_enough_for_a_finger(at_home: GuideApp, size: tuple[int, int]) -> None:
    async with at_home.run_test(size=size):
        for target in page(at_home).targets:
            assert len(target.cells) >= 3, target.action
            assert all(last - first >= 12 for _, first, last in target.cells), target.action


@pytest.mark.parametrize("size", SIZES)
async def test_arrows_lead_from_each_choice_of_home_to_every_other(at_home: GuideApp, size: tuple[int, int]) -> None:
    async with at_home.run_test(size=size) as pilot:
        view = page(at_home)
        reached, new = {view.focused_target}, [view.focused_target]
        while new:
            here = new.pop()
            for arrow in ("up", "down", "left", "right"):
                view.focused_target = here
                await pilot.press(arrow)
                if view.has_focus and view.focused_target not in reached:
                    reached.add(view.focused_target)
                    new.append(view.focused_target)
                view.focus()
        assert reached == set(range(len(view.targets)))


@pytest.mark.parametrize("size", [(80, 22), (100, 30)])
async def test_down_stays_in_its_column(at_home: GuideApp, size: tuple[int, int]) -> None:
    async with at_home.run_test(size=size) as pilot:
        numbers = []
        for _ in range(3):
            numbers.append(focused(at_home).number)
            await pilot.press("down")
        assert numbers == ([1, 3, 5] if size == (80, 22) else [1, 2, 3])


async def test_one_press_sets_the_nation_on_home_and_shows_it(at_home: GuideApp) -> None:
    async with at_home.run_test(size=(100, 30)) as pilot:
        assert "Where do you live? You need not say." in screen_text(at_home)
        await click_on(pilot, at_home, "Scotland")
        assert at_home.context.session.nation == "scotland"
        assert at_home.main.here == "home"
        assert "Where do you live? Scotland" in screen_text(at_home)
        assert "☑ Scotland" in screen_text(at_home)
        assert focused(at_home).action == a.SetNation("scotland"), "focus stays"
        await click_on(pilot, at_home, "Wales")
        assert "☑ Wales" in screen_text(at_home)


async def test_the_page_on_the_nhs_asks_for_the_nation_once_and_stays_where_it_is(at_home: GuideApp) -> None:
    async with at_home.run_test(size=(80, 22)) as pilot:
        at_home.main.open("section:risks")
        await pilot.pause()
        assert "Where do you live?" not in screen_text(at_home), "only where the answer depends on it"
        at_home.main.open("section:nhs-and-private")
        await pilot.pause()
        assert "Where do you live? You need not say." in screen_text(at_home)
        await click_on(pilot, at_home, "Scotland")
        assert at_home.context.session.nation == "scotland"
        assert at_home.main.here == "section:nhs-and-private"
        assert page(at_home).scroll_row == 0
        assert "Where do you live?" not in screen_text(at_home)


async def test_five_minutes_show_questions_that_a_press_adds_to_my_questions(at_home: GuideApp) -> None:
    async with at_home.run_test(size=(80, 40)) as pilot:
        path = next(path for path in at_home.context.guide.meta.paths if path.minutes == 5)
        at_home.main.open(f"path:5:{len(path.steps)}")
        await pilot.pause()
        picks = [target.action for target in page(at_home).targets if isinstance(target.action, a.Pick)]
        assert [a.Pick((ask,)) for ask in path.steps[-1].questions] == picks[:3]
        await click_on(pilot, at_home, "What have I not tried yet?")
        assert list(at_home.context.session.questions.ids) == [path.steps[-1].questions[0]]
        assert "That is the end of the 5 minutes." in screen_text(at_home)


async def test_the_end_of_the_narrowest_home_is_an_answer_that_enter_opens(at_home: GuideApp) -> None:
    async with at_home.run_test(size=(43, 13)) as pilot:
        await pilot.press("end")
        last = resolve_home(at_home.context.view).ways[-1]
        assert any(last.answer[:10] in row for row in rows(at_home)), "below its question"
        assert focused(at_home).action == a.Open(f"section:{last.page.id}")
        await pilot.press("enter")
        assert at_home.main.here == f"section:{last.page.id}"


@pytest.mark.parametrize("size", SIZES)
async def test_getting_ready_to_decide_is_at_most_two_presses_from_home(shipped: Guide, size: tuple[int, int]) -> None:
    roles = structs.replace(shipped.meta.roles, ready=shipped.meta.roles.ready or "claims-you-may-have-read")
    app = GuideApp(Settings(), structs.replace(shipped, meta=structs.replace(shipped.meta, roles=roles)))
    async with app.run_test(size=size) as pilot:
        view, (gp, ready) = page(app), resolve_home(app.context.view).ways
        action = a.Open(f"section:{ready.page.id}")
        shown = [index for index, target in enumerate(view.targets) if target.action == action]
        if not any(view._in_view(index) for index in shown):
            await pilot.press("pagedown")
        assert any(view._in_view(index) for index in shown)
        await pilot.press(str(ready.number))
        assert app.main.here == action.place
        if size == (100, 30):
            app.main.open("home")
            assert [page(app).targets[index].row for index in shown] == [
                target.row for target in page(app).targets if target.number == gp.number
            ], "beside See your GP"
            assert page(app).last_scroll_row == 0, "home takes no more rows"
