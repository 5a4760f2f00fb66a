"""The search screen: by keys and by mouse, results as you type, crisis card above them, query discarded."""

import re

import pytest
from textual.events import Paste
from textual.geometry import Offset
from textual.pilot import Pilot

from ketaguide.model.guide import Guide
from ketaguide.render.flow import text_of
from ketaguide.render.plain_search import results_pieces
from ketaguide.resolve.view import GuideView
from ketaguide.search import Finder
from ketaguide.session import Session
from ketaguide.tui.actions import OpenAt, PressLetter
from ketaguide.tui.app import GuideApp
from ketaguide.tui.layout import lay_out
from ketaguide.tui.pages.context import Context
from ketaguide.tui.pages.search import _action, results
from ketaguide.tui.screens.search import LONGEST, SearchScreen
from ketaguide.tui.widgets.bars import CrisisBanner, FootBar

from .conftest import SIZES, click_on, page, rows, screen_text, until
from .test_banner import banner_is_bright_and_whole

HELP = "Help is there day and night, for you or for anyone you are worried about."


def screen(app: GuideApp) -> SearchScreen:
    """The open search screen."""
    assert isinstance(app.screen, SearchScreen)
    return app.screen


async def search_for(pilot: Pilot[None], app: GuideApp, words: str) -> None:
    """Open the search, and write words into its line at once."""
    await pilot.press("f3")
    screen(app).line.insert_text_at_cursor(words)
    await pilot.pause()


async def test_f3_opens_the_search_ready_to_type_and_results_come_with_each_letter(app: GuideApp) -> None:
    async with app.run_test(size=(80, 22)) as pilot:
        await pilot.press("f3")
        assert screen(app).line.has_focus
        assert "Nothing you type is kept" in screen_text(app)
        for letter in "syr":
            await pilot.press(letter)
            await pilot.pause()
        assert "test syrup" in screen_text(app)
        assert "test syrup Word" in screen_text(app)


async def test_enter_opens_the_first_result(app: GuideApp) -> None:
    async with app.run_test(size=(80, 22)) as pilot:
        await search_for(pilot, app, "risks of test")
        await pilot.press("enter")
        assert app.screen is app.main
        assert app.main.here == "section:risks"
        assert page(app).has_focus


async def test_down_goes_to_the_results_and_up_comes_back(app: GuideApp) -> None:
    async with app.run_test(size=(80, 22)) as pilot:
        await search_for(pilot, app, "syrup")
        await pilot.press("down")
        assert screen(app).results.has_focus
        await pilot.press("down", "down")
        assert screen(app).results.focused_target == 2
        await pilot.press("up", "up", "up", "up", "up", "up")
        assert screen(app).line.has_focus
        await pilot.press("tab")
        assert screen(app).results.has_focus
        await pilot.press("shift+tab", "s")
        assert screen(app).line.value in ("syrups", "ssyrup")


async def test_digits_are_typed_in_the_line_and_choose_among_the_results(app: GuideApp) -> None:
    async with app.run_test(size=(80, 22)) as pilot:
        await pilot.press("f3", *"111")
        assert screen(app).line.value == "111"
        assert "F2" in rows(app)[-1]
        assert "F3" not in rows(app)[-1], "the foot does not offer what is open"
        await pilot.press("down", "1")
        assert app.screen is not app.main
        assert "NHS" in screen_text(app)


async def test_a_word_opens_over_the_results_which_are_still_there_after_it(app: GuideApp) -> None:
    async with app.run_test(size=(80, 22)) as pilot:
        await search_for(pilot, app, "test syrup")
        await pilot.press("enter")
        assert "An invented medicine" in screen_text(app)
        assert not isinstance(app.screen, SearchScreen)
        await pilot.press("f7")
        assert screen(app).line.value == "test syrup"
        await pilot.press("enter", "tab", "enter")
        assert app.main.here == "section:risks"
        assert app.screen is app.main


async def test_a_question_or_claim_opens_on_its_page_with_its_answer_in_view(app: GuideApp) -> None:
    async with app.run_test(size=(80, 22)) as pilot:
        for typed, asked, answer in (
            ("what does it taste of", "What does test syrup taste of?", "Of nothing much."),
            ("works for everyone", "Test syrup works for everyone", "55 of 100 people felt better"),
        ):
            await search_for(pilot, app, typed)
            await pilot.press("enter")
            await pilot.pause()
            assert app.main.here == "section:every-kind"
            assert asked in " ".join(rows(app)[:8])
            assert answer in screen_text(app)


async def test_going_back_returns_to_the_page_and_forgets_what_was_typed(app: GuideApp) -> None:
    async with app.run_test(size=(80, 22)) as pilot:
        for key in ("escape", "f7"):
            app.main.open("section:risks")
            await search_for(pilot, app, "secretword")
            await pilot.press(key)
            await pilot.pause()
            assert (app.screen, app.main.here) == (app.main, "section:risks")
            await pilot.press("f3")
            assert screen(app).line.value == ""
            assert "secretword" not in repr(app.context.session)
            await pilot.press(key)


async def test_results_are_opened_by_the_mouse_and_the_key_bar_opens_the_search(app: GuideApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        bar = app.main.query_one(FootBar)
        column = next(column for column, said, _ in bar.foot.placed(bar.size.width)[0] if said.startswith("F3"))
        await pilot.click(FootBar, offset=(column + 1, 0))
        screen(app).line.insert_text_at_cursor("risks of test")
        await pilot.pause()
        await click_on(pilot, app, " Risks of test syrup")
        assert app.main.here == "section:risks"


@pytest.mark.parametrize("size", SIZES)
async def test_the_banner_is_whole_and_help_one_key_or_press_away(app: GuideApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await search_for(pilot, app, "syrup")
        banner_is_bright_and_whole(app)
        await pilot.press("f1")
        assert (app.screen, app.main.here) == (app.main, "help-now")
        await pilot.press("f3")
        await pilot.click(CrisisBanner)
        assert (app.screen, app.main.here) == (app.main, "help-now")


@pytest.mark.parametrize("size", SIZES)
async def test_words_of_distress_bring_who_to_call_above_the_results(app: GuideApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await search_for(pilot, app, "kil my self")
        drawn = " ".join(" ".join(line.plain.strip("┃ ") for line in screen(app).results._layout.lines).split())
        assert HELP in drawn
        assert drawn.index("In danger: call 999 or go to A&E") < drawn.index("Call 116 123")
        assert "Get help now" in screen_text(app)
        await pilot.press("enter")
        assert app.main.here == "help-now", "Enter opens what stands first: who to call"


@pytest.mark.parametrize("size", SIZES)
async def test_the_terminal_cursor_stands_where_the_next_letter_goes(app: GuideApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await pilot.press("f3")
        await pilot.pause()
        start = app.cursor_position
        row = rows(app)[start.y]
        assert row[start.x :].startswith("Search")
        await pilot.press("s", "y")
        await pilot.pause()
        assert app.cursor_position == start + Offset(2, 0)


async def test_a_very_long_paste_and_odd_letters_do_no_harm(app: GuideApp) -> None:
    async with app.run_test(size=(80, 22)) as pilot:
        await pilot.press("f3")
        screen(app).line.insert_text_at_cursor('"* OR [b]x[/b] ' * 700)
        await pilot.pause()
        assert len(screen(app).line.value) <= LONGEST
        await pilot.press("pagedown", "pageup", "f1")
        assert app.main.here == "help-now"


async def test_a_paste_longer_than_the_line_is_searched_whole_until_it_is_changed(app: GuideApp) -> None:
    async with app.run_test(size=(80, 22)) as pilot:
        await search_for(pilot, app, "so ")
        app.post_message(Paste("syrup and more " * 60 + "i want to die"))
        await pilot.pause()
        assert screen(app).line.value == ("so " + "syrup and more " * 60)[:LONGEST]
        assert HELP in screen_text(app)
        await pilot.press("backspace")
        await pilot.pause()
        assert HELP not in screen_text(app), "what is searched for is what stands in the line"


async def press_letters(app: GuideApp, pilot: Pilot[None], words: str) -> None:
    """Type on the on-screen keyboard by clicks."""
    for letter in words:
        await click_on(pilot, app, {" ": "[space]", "<": "[delete]"}.get(letter, f"[{letter}]"))


@pytest.mark.parametrize("size", SIZES)
async def test_by_mouse_alone_words_are_spelt_by_pressing_letters(app: GuideApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        app.main.open("search")  # which a click opens, see test_reach.py
        await pilot.pause()
        await click_on(pilot, app, "Letters on the screen")
        await press_letters(app, pilot, "test syy<r")
        assert screen(app).line.value == "test syr"
        screen(app).results.scroll_row = screen(app).results.last_scroll_row
        await pilot.pause()
        assert "syrup" in screen_text(app).lower()
        banner_is_bright_and_whole(app)


async def test_focus_stays_on_the_letter_pressed_and_enter_in_the_line_opens_the_first_result(app: GuideApp) -> None:
    async with app.run_test(size=(80, 22)) as pilot:
        await pilot.press("f3", "tab", "enter", "tab", "enter", "enter")
        await pilot.pause()
        assert screen(app).line.value == "bb"
        results = screen(app).results
        assert results.targets[results.focused_target].action == PressLetter("b")
        screen(app).line.value = "risks of test"
        screen(app).line.focus()
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert app.main.here == "section:risks"


@pytest.mark.parametrize("typed", ["", "zzzzqq", "syrup"])
async def test_enter_in_the_line_never_presses_a_letter_whatever_was_pressed_before(app: GuideApp, typed: str) -> None:
    async with app.run_test(size=(80, 22)) as pilot:
        await pilot.press("f3", "tab", "enter", "enter")
        await pilot.pause()
        assert screen(app).line.value == "a"
        await pilot.press("up", "backspace", *typed, "enter")
        await pilot.pause()
        if typed == "syrup":
            assert "Word explained" not in screen_text(app)
            assert "test syrup" in screen_text(app)
        else:
            assert screen(app).line.value == typed
            assert screen(app).line.has_focus


@pytest.mark.parametrize("how", ["f8", "press"])
async def test_short_and_simple_keeps_what_was_searched_for(app: GuideApp, how: str) -> None:
    async with app.run_test(size=(43, 13)) as pilot:
        await search_for(pilot, app, "test syrup")
        await (click_on(pilot, app, "F8", -1) if how == "press" else pilot.press("f8"))
        await pilot.pause()
        assert screen(app).line.value == "test syrup"
        assert screen(app).context.session.edition_id == "en-short"
        assert "F8 Standard" in screen_text(app)
        await pilot.press("down", "enter")
        await pilot.pause()
        await pilot.press("f8")  # over an open sheet, which closes
        await pilot.pause()
        assert screen(app).line.value == "test syrup"
        assert app.context.session.edition_id == "en"


async def test_arrow_keys_move_over_the_on_screen_keyboard(app: GuideApp) -> None:
    async with app.run_test(size=(80, 22)) as pilot:
        await pilot.press("f3", "tab", "enter", "right", "down", "enter", "left", "enter", "up", "enter")
        await pilot.pause()
        assert screen(app).line.value == "kja"
        await pilot.press("up")
        assert screen(app).line.has_focus


async def test_words_of_distress_spelt_by_letters_bring_who_to_call(app: GuideApp) -> None:
    async with app.run_test(size=(80, 22)) as pilot:
        await pilot.press("f3", "tab", "enter")
        await press_letters(app, pilot, "suicide")
        assert "Help is there day and night" in screen_text(app)
        assert "In danger: call 999 or go to A&E" in screen_text(app)


async def test_enter_where_nothing_is_typed_does_nothing(app: GuideApp) -> None:
    async with app.run_test(size=(80, 22)) as pilot:
        await pilot.press("f3", "enter")
        await pilot.pause()
        assert "Letters on the screen" in screen_text(app)


@pytest.mark.parametrize("typed", ["syrup", "esketimine", "special k", "lifeline", "everyone", "zzzz", "i want to die", "cost"])
@pytest.mark.parametrize("which", ["kitchen sink", "shipped"])
def test_the_screen_says_what_the_command_prints(guide: Guide, shipped: Guide, which: str, typed: str) -> None:
    chosen = guide if which == "kitchen sink" else shipped
    came_to = Finder(chosen).find(typed, "en", None)
    printed = text_of(results_pieces(came_to, GuideView(chosen, "en", None), 72))
    drawn = [line.plain.strip("┏━┓┃┗┛ ") for line in lay_out(results(Context(chosen, Session()), came_to), 80).lines]
    words = chosen.editions["en"].interface.find
    numbered = re.sub(r"^(\d+)\. ", lambda found: f"{found[1]} " if int(found[1]) < 10 else "", printed, flags=re.MULTILINE)
    said = " ".join(drawn).replace(words.help_more, "").replace(words.letters, "").replace(" (F1)", "")
    bare = [re.sub(r"[.\s]+", " ", words).strip().lower() for words in (said, numbered)]
    assert bare[0] == bare[1], "the kind ends a sentence there, and a row here; all else is the same"


@pytest.mark.parametrize("size", [(43, 13), (80, 22), (100, 30), (160, 45)])
async def test_a_place_opens_at_what_there_is_in_its_nation_and_chooses_none(at_home: GuideApp, size: tuple[int, int]) -> None:
    app = at_home
    async with app.run_test(size=size) as pilot:
        for typed, answer in (("belfast", "Ask your psychiatrist or GP"), ("glasgow", "Scottish Medicines")):
            await pilot.press("f3", *typed)
            await until(pilot, lambda: "NHS and private care:" in screen_text(app))
            await pilot.press("enter")
            await until(pilot, lambda: app.main.here == "section:nhs-and-private" and app.screen is app.main)
            await pilot.pause()
            assert answer in screen_text(app)
        assert app.context.session.nation is None


ANSWERS = {
    "advocate in wales": ("section:for-family-and-friends", "In Wales every patient in a mental health ward"),  # in a fold
    "mood suicidal thoughts risk rise": ("section:risks", "The risk of suicide can rise"),
    "will it damage my bladder": (
        "section:questions-people-ask",
        "Heavy use of ketamine outside medicine can do serious damage.",
    ),
}


@pytest.mark.parametrize("size", SIZES)
async def test_a_result_opens_with_the_sentence_that_answers_in_view_and_marked(
    at_home: GuideApp, size: tuple[int, int]
) -> None:
    async with (app := at_home).run_test(size=size) as pilot:
        view = page(app)
        for typed, (place, answer) in ANSWERS.items():
            await search_for(pilot, app, typed)
            found = app.main._finder.find(typed, "en", None).found
            wanted = next(one for one in found if f"section:{one.section}" == place and answer in one.sentence)
            screen(app).perform(_action(app.context.view, wanted))
            await until(pilot, lambda: app.screen is app.main and app.main.here == place)  # noqa: B023
            await pilot.pause()
            here = (row - view.scroll_row for row in view._cells)
            marked = [view.render_line(row).text for row in here if 0 <= row < view.size.height]
            assert answer.split()[0] in " ".join(marked), f"{typed}: not in view"
            assert all(text[1] == "\u2503" for text in marked), "told without colour"
            app.main.open("contents")
            app.main.open(place)
            assert not view._cells, "only where a search opens it"


@pytest.mark.parametrize(
    ("place", "heading", "passage"),
    [("risks", "Mood and suicidal thoughts", "If your mood drops, tell someone straight away: it is no failure."),
     ("nhs-and-private", "Scotland", "Accepted in 2020. A specialist and your health board still decide.")],
)  # fmt: skip
@pytest.mark.parametrize("size", [(43, 13), (120, 40)])
async def test_a_sentence_or_a_cell_of_a_table_stays_marked_at_another_width(
    at_home: GuideApp, place: str, heading: str, passage: str, size: tuple[int, int]
) -> None:
    async with at_home.run_test(size=(80, 22)) as pilot:
        at_home.main.perform(OpenAt(f"section:{place}", heading, passage=passage))
        await pilot.resize_terminal(*size)
        await pilot.pause()
        view = page(at_home)
        marked = [view._layout.lines[row].plain[start:end] for row, (start, end) in sorted(view._cells.items())]
        assert " ".join(marked) == passage


async def test_what_was_put_right_is_undone_by_one_press(at_home: GuideApp) -> None:
    app = at_home
    async with app.run_test(size=(80, 22)) as pilot:
        await search_for(pilot, app, "blader")
        assert "Showing results for bladder." in screen_text(app)
        await click_on(pilot, app, "Search for blader, as you typed it")
        assert "Nothing was found for those words." in screen_text(app)
        assert screen(app).line.has_focus
        for way in ("Contents", "See your GP", "Get help now (F1)"):
            assert way in " ".join(line.plain for line in screen(app).results._layout.lines)
        await pilot.press("s")
        await pilot.pause()
        assert "Showing results for" in screen_text(app), "other words are put right again"
