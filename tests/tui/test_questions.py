"""My questions: picked on a page, put in order, removed and emptied, by keys and by mouse."""

import pytest

from ketaguide.loading.site_merge import with_site
from ketaguide.model.guide import Guide
from ketaguide.model.overlay import Overlay
from ketaguide.settings import Settings
from ketaguide.tui import actions as a
from ketaguide.tui.app import GuideApp

from .conftest import click_on, focused, page, row_of, rows, screen_text

FIRST = "What have I not tried yet?"


async def test_a_question_at_the_end_of_a_page_is_picked_by_mouse_and_dropped_again(app: GuideApp) -> None:
    async with app.run_test(size=(80, 40)) as pilot:
        app.main.open("section:see-your-gp")
        await pilot.pause()
        assert f"☐ {FIRST}" in screen_text(app)
        await click_on(pilot, app, FIRST)
        assert f"☑ {FIRST} (in my questions)" in screen_text(app)
        assert "My questions (1)" in screen_text(app)
        await click_on(pilot, app, FIRST)
        assert f"☐ {FIRST}" in screen_text(app)


async def test_a_question_is_picked_by_keys_and_focus_stays_on_it(app: GuideApp) -> None:
    async with app.run_test(size=(80, 40)) as pilot:
        app.main.open("section:see-your-gp")
        await pilot.pause()
        page(app).focus_on(next(target.action for target in page(app).targets if isinstance(target.action, a.Pick)))
        await pilot.press("enter")
        assert app.context.session.questions.ids == ("ask-test",)
        assert focused(app).action == a.Drop("ask-test")


async def test_all_questions_of_a_page_are_picked_at_once_and_f4_shows_them(app: GuideApp) -> None:
    async with app.run_test(size=(80, 40)) as pilot:
        app.main.open("section:see-your-gp")
        await pilot.pause()
        await click_on(pilot, app, "Add all of these")
        await pilot.press("f4")
        assert app.main.here == "questions"
        assert f"1 {FIRST}" in screen_text(app)
        assert "2 Will you come with me?" in screen_text(app)


def both(app: GuideApp) -> None:
    app.main.perform(a.Pick(("ask-test", "ask-family")))
    app.main.open("questions")


async def test_what_can_be_done_with_a_question_is_shown_on_the_chosen_one_alone(app: GuideApp) -> None:
    async with app.run_test(size=(80, 40)) as pilot:
        both(app)
        await pilot.pause()
        assert "Remove" not in screen_text(app)
        await pilot.press("2")
        assert screen_text(app).count("✗ Remove") == 1
        await pilot.press("1")
        assert screen_text(app).count("✗ Remove") == 1
        await pilot.press("1")
        assert "Remove" not in screen_text(app)


async def test_questions_are_put_in_order_and_focus_moves_with_the_question(app: GuideApp) -> None:
    async with app.run_test(size=(80, 40)) as pilot:
        both(app)
        await pilot.press("1", "down", "enter")
        assert app.context.session.questions.ids == ("ask-family", "ask-test")
        assert "1 Will you come with me?" in screen_text(app)
        await click_on(pilot, app, "Up")
        assert app.context.session.questions.ids == ("ask-test", "ask-family")


async def test_a_question_is_removed_from_the_list(app: GuideApp) -> None:
    async with app.run_test(size=(80, 40)) as pilot:
        both(app)
        await pilot.pause()
        await click_on(pilot, app, FIRST)
        await click_on(pilot, app, "Remove")
        assert app.context.session.questions.ids == ("ask-family",)


async def test_where_none_is_picked_the_most_asked_are_ticked_by_digits_and_stay_in_place(app: GuideApp) -> None:
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.press("f4")
        assert "Pick from the most asked" in screen_text(app)
        assert "phone" not in screen_text(app), "there is nothing to take yet"
        before = row_of(app, FIRST)
        await pilot.press("1", "2")
        assert f"☑ {FIRST}" in rows(app)[before]
        assert app.context.session.questions.ids == ("ask-test", "ask-family")
        await pilot.press("1")
        assert f"☐ {FIRST}" in rows(app)[before]
        await pilot.press("f4")
        assert "1 Will you come with me?" in screen_text(app)
        assert "☐" not in screen_text(app)


async def test_every_question_of_every_page_can_be_ticked_from_the_list(app: GuideApp) -> None:
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.press("f4")
        await click_on(pilot, app, "All questions, page by page")
        assert screen_text(app).count("☐") >= 2
        await click_on(pilot, app, f"☐ {FIRST}")
        await click_on(pilot, app, "My questions (1)")
        assert app.main.here == "questions"
        assert f"1 {FIRST}" in screen_text(app)


async def test_where_the_terminal_may_have_no_check_boxes_they_are_letters(guide: Guide) -> None:
    app = GuideApp(Settings(draws_more=False), guide)
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.press("f4", "1")
        assert f"[x] {FIRST}" in screen_text(app)
        assert "[ ] Will you come with me?" in screen_text(app)
        assert not set("☐☑") & set(screen_text(app))


async def test_the_list_is_emptied_only_after_a_yes(app: GuideApp) -> None:
    async with app.run_test(size=(80, 40)) as pilot:
        both(app)
        await pilot.pause()
        await click_on(pilot, app, "Empty my list")
        assert "Take all questions out of my list?" in screen_text(app)
        assert "999" in rows(app)[1] + rows(app)[0]
        await pilot.press("1")
        assert len(app.context.session.questions) == 2
        await click_on(pilot, app, "Empty my list")
        await pilot.press("2")
        assert len(app.context.session.questions) == 0
        assert "Pick from the most asked" in screen_text(app)


async def test_all_that_is_taken_home_can_be_read(app: GuideApp) -> None:
    async with app.run_test(size=(80, 40)) as pilot:
        both(app)
        await pilot.pause()
        await click_on(pilot, app, "See the whole list")
        assert "2. Will you come with me?" in screen_text(app)
        assert "In danger: 999" in screen_text(app)
        assert "Not yet reviewed by a clinician." in screen_text(app)


def with_printer(guide: Guide) -> GuideApp:
    return GuideApp(Settings(), with_site(guide, Overlay(name="Elm", printer="ketaguide_no_such_printer")))


async def test_nothing_can_be_printed_where_no_printer_was_named(app: GuideApp) -> None:
    async with app.run_test(size=(80, 40)):
        both(app)
        assert "Print it" not in screen_text(app)


async def test_printing_asks_first_and_a_failure_is_said_with_help_still_in_view(guide: Guide) -> None:
    app = with_printer(guide)
    async with app.run_test(size=(80, 40)) as pilot:
        both(app)
        await pilot.pause()
        await click_on(pilot, app, "Print it")
        assert "Print it on ketaguide_no_such_printer? Others near the printer may see it." in screen_text(app)
        await pilot.press("2")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "It was not printed." in screen_text(app)
        assert "999" in rows(app)[0] + rows(app)[1]


async def test_answering_no_prints_nothing(guide: Guide) -> None:
    app = with_printer(guide)
    async with app.run_test(size=(80, 40)) as pilot:
        both(app)
        await pilot.pause()
        await click_on(pilot, app, "Print it")
        await pilot.press("1")
        assert app.screen is app.main
        assert not list(app.workers)


def marked(app: GuideApp) -> str:
    """The row with the focus mark."""
    return next(line for line in rows(app) if line.lstrip().startswith(">"))


@pytest.mark.parametrize("way", ["enter", "space", "1", "mouse"])
async def test_the_mark_stays_on_a_question_that_is_ticked_and_unticked(app: GuideApp, way: str) -> None:
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.press("f4")
        for sign in "☑☐☑":
            await (click_on(pilot, app, FIRST) if way == "mouse" else pilot.press(way))
            await pilot.pause()
            assert f"{sign} {FIRST}" in marked(app)
        await pilot.press("down", "enter")
        assert app.context.session.questions.ids == ("ask-test", "ask-family")
        assert "☑ Will you come with me?" in marked(app)


async def test_the_mark_stays_on_a_question_ticked_at_the_end_of_a_page_and_page_by_page(app: GuideApp) -> None:
    async with app.run_test(size=(80, 22)) as pilot:
        for place in ("section:see-your-gp", "questions-by-page"):
            app.context.session.questions.empty()
            app.main.open(place)
            await pilot.pause()
            for number, key in enumerate(("ask-test", "ask-family"), 1):
                page(app).focus_on(a.Pick((key,)))
                await pilot.press("enter")
                assert "☑" in marked(app)
                assert len(app.context.session.questions) == number
                assert focused(app).action == a.Drop(key)
            await pilot.press("enter")
            assert "☐" in marked(app)


async def test_what_matters_and_the_options_picked_stand_on_my_questions_and_lead_to_where_they_are_picked(
    app: GuideApp,
) -> None:
    async with app.run_test(size=(80, 40)) as pilot:
        app.main.open("section:every-kind")
        app.main.perform(a.PickMatter("how-soon"))
        app.main.perform(a.Compare("test-syrup"))
        await pilot.press("f4")
        assert "What matters most to me: How soon it may work" in screen_text(app)
        assert "Options I want to discuss: Test syrup" in screen_text(app)
        assert "phone" in screen_text(app)
        await click_on(pilot, app, "See the whole list")
        await pilot.pause()
        assert "How soon it may work" in screen_text(app)
        await pilot.press("f7")
        await click_on(pilot, app, "What matters most to me")
        assert app.main.here == "section:every-kind"
        assert "☑ How soon it may work (picked)" in screen_text(app)
