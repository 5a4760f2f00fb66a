"""Closing the full screen in a real terminal: asked once when picked questions would be lost, and never by a signal."""

import signal

import pytest

from .terminal import HELP, HOME, Terminal, restored

ASKED = "Close the guide?"


def picked(terminal: Terminal) -> Terminal:
    terminal.sees(HOME).press("f2").sees("Every kind of block").click_on("Every kind of block").sees("In short")
    terminal.press("end").sees("Add all").click_on("Add all").sees("in my questions")
    return terminal.press("f10").sees(ASKED)


@pytest.mark.parametrize("keys", [["f10"], ["\x03"], ["f7", "f10", "f10"]])
def test_it_asks_once_and_closes_by_the_same_key(keys: list[str]) -> None:
    with Terminal() as terminal:
        picked(terminal)
        for key in keys[:-1]:
            terminal.press(key).settles()
        terminal.press(keys[-1])
        assert terminal.ends() == 0
        assert restored(terminal)


def test_a_signal_does_not_wait_for_an_answer() -> None:
    with Terminal() as terminal:
        picked(terminal).child.kill(signal.SIGTERM)
        terminal.ends()
        assert restored(terminal)


@pytest.mark.parametrize("key", ["f1", "\x07", "\x1b[103;5u"])
def test_both_help_keys_open_help_over_the_question(key: str) -> None:
    with Terminal() as terminal:
        picked(terminal).press(key).sees(HELP)
