"""Time limits of a kiosk, tested on simulated times."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketaguide.session.idle import Hours, IdleTimer, Limits, Phase

seconds = st.integers(0, 400_000).map(lambda quarters: quarters / 4)
"""Whole quarters, which add and take away exactly: 139.999... is not 140."""
words = st.integers(0, 5_000)


def reading() -> IdleTimer:
    idle = IdleTimer(Limits(), 0)
    idle.enter(Phase.READING, 0)
    return idle


def test_a_short_page_stays_for_two_minutes_before_the_warning() -> None:
    assert reading().phase(119.9, 50) is Phase.READING
    assert reading().phase(120, 50) is Phase.WARNING


def test_a_long_page_stays_for_one_and_a_half_times_a_slow_readers_time() -> None:
    assert reading().phase(539.9, 600) is Phase.READING
    assert reading().phase(540, 600) is Phase.WARNING


@given(words)
def test_the_question_stands_for_at_least_twenty_seconds(count: int) -> None:
    idle, limits = reading(), Limits()
    asked = limits.reading(count)
    assert idle.phase(asked, count) is Phase.WARNING
    assert idle.phase(asked + 19.9, count) is Phase.WARNING
    assert idle.phase(asked + 20.1, count) is Phase.EXPIRED
    assert idle.seconds_left(asked + 0.1, count) == 20


@given(st.lists(st.floats(0, 139.9), max_size=200))
def test_a_touch_extends_as_often_as_wanted(pauses: list[float]) -> None:
    idle, now = reading(), 0.0
    for pause in pauses:
        now += pause
        assert idle.phase(now, 0) is not Phase.EXPIRED
        idle.enter(Phase.READING, now)


@given(words, st.sampled_from([Phase.READING, Phase.HIDDEN, Phase.CLEANING]), seconds)
def test_every_state_expires_without_input(count: int, state: Phase, start: float) -> None:
    idle = IdleTimer(Limits(), 0)
    idle.enter(state, start)
    assert idle.phase(start + Limits().reading(count) + 100, count) is Phase.EXPIRED


def test_a_hidden_page_is_forgotten_after_thirty_seconds() -> None:
    idle = reading()
    idle.enter(Phase.HIDDEN, 10)
    assert idle.phase(39.9, 5_000) is Phase.HIDDEN
    assert idle.phase(40, 5_000) is Phase.EXPIRED


def test_cleaning_counts_down_a_minute() -> None:
    idle = IdleTimer(Limits(), 0)
    idle.enter(Phase.CLEANING, 100)
    assert [idle.seconds_left(now, 0) for now in (100, 100.5, 159.5, 160, 200)] == [60, 60, 1, 0, 0]
    assert idle.phase(160, 0) is Phase.EXPIRED


def test_nobody_is_asked_anything_while_nobody_reads() -> None:
    assert IdleTimer(Limits(), 0).phase(1e9, 0) is Phase.WAITING


@given(seconds, seconds)
def test_a_clock_set_back_does_not_extend_the_wait(start: float, back: float) -> None:
    idle = IdleTimer(Limits(), start)
    idle.enter(Phase.READING, start)
    idle.phase(start - back, 0)
    assert idle.phase(start - back + 140, 0) is Phase.EXPIRED


def test_no_setting_takes_time_from_a_reader() -> None:
    with pytest.raises(ValueError):
        Limits(least=60)
    with pytest.raises(ValueError):
        Limits(warn=5)


def test_opening_hours_may_go_past_midnight() -> None:
    day, night = Hours.parse("08:00-18:30"), Hours.parse("20:00-06:00")
    assert [day.open_at(time(hour)) for hour in (7, 8, 18, 19)] == [False, True, True, False]
    assert [night.open_at(time(hour)) for hour in (19, 20, 5, 6)] == [False, True, True, False]


@pytest.mark.parametrize("text", ["", "8-18", "08:00", "08:00-25:00", "08:00-18:30-20:00", "-"])
def test_invalid_opening_hours_are_refused(text: str) -> None:
    with pytest.raises(ValueError):
        Hours.parse(text)
