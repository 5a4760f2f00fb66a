"""The quiz explains every choice and keeps no score."""

import re

from ketaguide.model.guide import Guide
from ketaguide.tui.actions import Choose
from ketaguide.tui.app import GuideApp

from .conftest import page, rows, screen_text


async def test_a_choice_is_explained_and_the_right_one_too(app: GuideApp, guide: Guide) -> None:
    question = guide.editions["en"].quiz.rounds[0].questions[0]
    wrong = next(index for index, choice in enumerate(question.choices) if not choice.correct)
    best = next(choice for choice in question.choices if choice.correct)
    async with app.run_test(size=(120, 40)) as pilot:
        app.main.open("quiz")
        await pilot.press("1", str(wrong + 1))
        seen = screen_text(app)
        assert f"You chose: {question.choices[wrong].text}" in seen
        assert f"The right answer: {best.text}" in seen
        assert question.choices[wrong].feedback.text in seen
        assert best.feedback.text in seen
        assert "Read more: " in seen


async def test_the_right_choice_is_said_in_words(app: GuideApp, guide: Guide) -> None:
    question = guide.editions["en"].quiz.rounds[0].questions[0]
    right = next(index for index, choice in enumerate(question.choices) if choice.correct)
    async with app.run_test(size=(120, 40)) as pilot:
        app.main.open("quiz")
        await pilot.press("1", str(right + 1))
        assert "That is right." in screen_text(app)


async def test_every_question_can_be_skipped_and_nothing_is_counted(app: GuideApp, guide: Guide) -> None:
    rounds = guide.editions["en"].quiz.rounds
    async with app.run_test(size=(120, 40)) as pilot:
        app.main.open(f"quiz:{rounds[0].id}")
        for _ in rounds[0].questions:
            await pilot.pause()
            assert "Skip" in screen_text(app)
            await pilot.press("end", *["down"] * 8, "right", "enter")
        assert "That is the end of this topic." in screen_text(app)
        assert not re.search(r"score|passed|failed|%|out of \d", screen_text(app), re.IGNORECASE)


async def test_closing_the_quiz_discards_the_choices(app: GuideApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        app.main.open("quiz")
        await pilot.press("1", "1")
        app.main.open("quiz")
        await pilot.press("1")
        assert "You chose" not in screen_text(app)


async def test_nothing_is_chosen_at_first_and_the_cursor_stands_at_the_question(app: GuideApp, guide: Guide) -> None:
    round_ = guide.editions["en"].quiz.rounds[0]
    async with app.run_test(size=(80, 22)) as pilot:
        app.main.open(f"quiz:{round_.id}")
        await pilot.pause()
        assert page(app).focused_target == -1
        row = rows(app)[app.cursor_position.y]
        assert row[app.cursor_position.x :].startswith(round_.questions[0].text.split()[0])
        await pilot.press("enter")
        assert "You chose" not in screen_text(app)
        await pilot.press("down")
        assert page(app).targets[page(app).focused_target].action == Choose(0)
        await pilot.press("down", "enter")
        assert f"You chose: {round_.questions[0].choices[1].text}" in screen_text(app)
