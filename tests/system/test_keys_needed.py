"""Five tasks of a stranger, from the first page: each takes no more keys than this."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from ketaguide.paths import content_dir
from tests.system.runs import EXAMPLE
from tests.system.terminal import Terminal
from tests.system.test_code import read


@contextmanager
def stranger(*args: str, size: tuple[int, int] = (80, 22)) -> Iterator[tuple[Terminal, list[str]]]:
    """The program at its first page, and a list of every key pressed from there on."""
    with Terminal(*args, size=size, content=content_dir()) as terminal:
        pressed: list[str] = []
        press = terminal.press

        def counted(*keys: str) -> Terminal:
            pressed.extend(keys)
            return press(*keys)

        terminal.press = counted  # type: ignore[method-assign]
        yield terminal.sees("Does ketamine help"), pressed


def test_whether_it_helps_and_for_how_many_takes_three_keys() -> None:
    with stranger() as (terminal, pressed):
        terminal.press("2").sees("Does ketamine treatment help?")
        for _ in range(2):
            if " in 100" in terminal.settles().text:
                break
            terminal.press("pgdn")
        terminal.sees(" in 100")
        assert len(pressed) <= 3


def test_what_it_does_to_the_bladder_takes_three_keys_and_the_word() -> None:
    with stranger() as (terminal, pressed):
        terminal.press("f3").sees("Search").press("bladder").sees("results").press("enter")
        terminal.sees("Will it damage my bladder?").sees_no_more("7 results")
        assert len(pressed) - 1 <= 3


def test_the_nhs_in_scotland_and_the_cost_take_four_keys() -> None:
    with stranger() as (terminal, pressed):
        terminal.press("4").sees("Scotland's NHS accepted")
        terminal.press("pgdn").sees("5 What it costs").press("5").sees("£225").sees("Hamilton")
        assert len(pressed) <= 4


@pytest.mark.parametrize("key", ["f1", "\x07"])
def test_who_to_ring_in_belfast_at_night_takes_one_key(key: str) -> None:
    with stranger() as (terminal, pressed):
        terminal.press(key).sees("Lifeline").sees("Get help now").sees("999")
        assert len(pressed) == 1


def test_the_questions_for_the_gp_are_on_the_phone_after_eight_keys() -> None:
    with stranger("--site", str(EXAMPLE), size=(100, 30)) as (terminal, pressed):
        terminal.press("f4").sees("Pick from the most asked").press("1", "2", "3").sees("My questions (3)")
        terminal.press("f4").sees("Choose a question to move it").press("enter")
        assert read(terminal).partition("#")[2].count(",") == 2
        assert len(pressed) <= 8
