"""Every action of the guide is reachable by keys alone and by mouse alone."""

from collections import deque
from typing import get_args

from textual.pilot import Pilot

from ketaguide.model.guide import Guide
from ketaguide.resolve.section import section_cites
from ketaguide.tui import actions as a
from ketaguide.tui.keys import KEYS
from ketaguide.tui.preview import PreviewApp
from ketaguide.tui.screens.cover import Cover
from ketaguide.tui.widgets.bars import CrisisBanner, FootBar

from .conftest import click_on, places, rows
from .tour import sheets, tour, traveller, view_of

EVERY = {action.__name__ for action in get_args(a.Action)}
ELSEWHERE = {"OpenAt", "Back", "Listen", "AskPrint", "Print", "NextCode", "PressLetter", "SearchAsTyped"}
"""Actions with click tests of their own: search results and on-screen keyboard, bars, printing, further codes."""


async def click_target(pilot: Pilot[None], app: PreviewApp, number: int) -> None:
    """Click on a target, after scrolling to it; the next test does so by clicks too."""
    view = view_of(app)
    row, first, _ = view.targets[number].cells[0]
    view.scroll_row = min(row, view.last_scroll_row)
    await pilot.click(view, offset=(first, row - view.scroll_row))


async def test_each_place_of_the_menu_of_home_and_every_kind_of_action_is_a_click_away_in_the_narrowest_window(
    guide: Guide,
) -> None:
    """Search breadth-first from home by clicks alone, following one target of each kind."""
    app = traveller(guide)
    clicked: set[str] = set()
    opened: set[str] = set()
    async with app.run_test(size=(43, 13)) as pilot:
        await pilot.click(CrisisBanner)
        assert app.main.here == "help-now"
        opened.add("help-now")
        todo = deque(["home", "two picked"])
        while todo:
            if (place := todo.popleft()) == "two picked":
                if todo:
                    todo.append(place)  # last of all
                    continue
                app.main.perform(a.Pick(("ask-test", "ask-family")))
                app.context.session.questions.selected = "ask-test"
                place = "questions"
            app.main.open(place)
            await pilot.pause()
            for action in [target.action for target in app.main.page.targets]:
                kind = type(action).__name__
                target = action.place if isinstance(action, a.Open) else kind
                number = next((n for n, target in enumerate(app.main.page.targets) if target.action == action), None)
                if target in opened or number is None or isinstance(action, a.Listen | a.Close):
                    continue
                opened.add(target)
                await click_target(pilot, app, number)
                await pilot.pause()
                clicked.add(kind)
                if app.screen is not app.main:
                    clicked |= {type(inner.action).__name__ for inner in view_of(app).targets}
                    app.pop_screen()
                elif isinstance(action, a.Open):
                    todo.append(app.main.here if not action.place.startswith("quiz:") else action.place)
                app.context.session.questions.selected = "ask-test"
                app.main.open(place)
                await pilot.pause()
        app.main.open(f"quiz:{app.context.view.edition.quiz.rounds[0].id}")
        for action in (a.NextQuestion(), a.PreviousQuestion()):
            await pilot.pause()
            await click_target(pilot, app, next(n for n, target in enumerate(app.main.page.targets) if target.action == action))
            clicked.add(type(action).__name__)
    nothing_to_know = {f"evidence:{page.id}" for page in app.context.view.pages() if not section_cites(page, app.context.view)}
    assert set(places(guide)) - opened - {"home"} == nothing_to_know
    assert EVERY - clicked - ELSEWHERE == set()
    by_key = {key.action.removeprefix("open('").removesuffix("')") for key in KEYS if key.action.startswith("open(")}
    assert by_key - opened == set()


async def test_clicks_on_the_bar_under_a_page_read_it_to_its_end(guide: Guide) -> None:
    app = traveller(guide)
    async with app.run_test(size=(43, 13)) as pilot:
        app.main.open("section:every-kind")
        await pilot.pause()
        view = view_of(app)
        while view.scroll_row < view.last_scroll_row:
            before = view.scroll_row
            await pilot.click(FootBar, offset=(app.screen.query_one(FootBar).size.width - 2, 0))
            assert before < view.scroll_row <= before + view.size.height, "the bar reads on, and skips no row"


async def test_tab_reaches_and_shows_every_choice_of_every_place_sheet_and_cover(guide: Guide) -> None:
    app = traveller(guide)
    async with app.run_test(size=(43, 13)) as pilot:
        async for place in tour(app, pilot, everywhere=True):
            view = view_of(app)
            view.focus()
            view.focused_target, view.scroll_row = -1, 0
            seen = []
            for _ in view.targets:
                view.action_step(1)
                seen.append(view.focused_target)
                assert view._in_view(view.focused_target), place
            assert seen == list(range(len(view.targets))), place


async def test_short_and_simple_is_one_press_from_every_page_sheet_and_list_of_results(guide: Guide) -> None:
    app = traveller(guide)
    async with app.run_test(size=(43, 13)) as pilot:
        over = [action for _, action in sheets(app) if isinstance(action, a.ShowTerm | a.ShowContact | a.ShowEvidence)]
        for reach in (*map(a.Open, ("home", "help-now", "quiz")), a.Choose(0), a.Open("search"), *over):
            app.main.perform(reach)
            await pilot.pause()
            before = app.context.session.edition_id
            await click_on(pilot, app, "F8", -1)
            assert app.context.session.edition_id != before, reach
            while app.screen is not app.main:
                app.pop_screen()
        async for stop in tour(app, pilot):
            bar = next(iter(app.screen.query(FootBar)), None)
            if bar is not None and not bar.foot.note and not isinstance(app.screen, Cover):
                row = rows(app)[bar.region.y]
                assert "F8 Short" in row or "F8 Standard" in row, stop
