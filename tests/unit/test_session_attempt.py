"""One pass through a round of the quiz."""

import pytest

from ketaguide.model.guide import Guide
from ketaguide.session import Session
from ketaguide.session.attempt import Attempt


@pytest.fixture
def attempt(guide: Guide) -> Attempt:
    return Attempt(guide.editions["en"].quiz.rounds[0])


def test_it_starts_at_the_first_question_with_nothing_chosen(attempt: Attempt) -> None:
    assert (attempt.index, attempt.chosen, attempt.finished) == (0, None, False)


def test_what_was_chosen_stands(attempt: Attempt) -> None:
    attempt.choose(0)
    attempt.choose(1)
    assert attempt.chosen == 0


@pytest.mark.parametrize("index", [-1, 3, 99])
def test_an_unknown_choice_is_refused_and_changes_nothing(attempt: Attempt, index: int) -> None:
    with pytest.raises(IndexError):
        attempt.choose(index)
    assert attempt.chosen is None


def test_a_question_can_be_passed_without_an_answer(attempt: Attempt) -> None:
    attempt.next()
    assert attempt.index == 1
    for _ in range(3):
        attempt.next()
    assert (attempt.finished, attempt.index) == (True, len(attempt.round.questions))


def test_going_back_finds_what_was_chosen(attempt: Attempt) -> None:
    attempt.choose(1)
    attempt.next()
    attempt.back()
    assert attempt.chosen == 1


def test_there_is_nothing_before_the_first_question(attempt: Attempt) -> None:
    attempt.back()
    assert attempt.index == 0


def test_nothing_is_counted(attempt: Attempt) -> None:
    assert not {"score", "points", "passed", "total"} & set(dir(attempt))


def test_a_new_session_knows_nothing_of_the_one_before() -> None:
    first = Session()
    first.history.visit("risks")
    first.folds.add("risks:more")
    assert (Session().history.here, Session().attempt, Session().folds) == (None, None, set())
