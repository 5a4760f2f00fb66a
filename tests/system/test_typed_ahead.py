"""Keys faster than they can be handled, and pasted text, in the real program."""

import os
import random
from threading import Thread

import pytest

from .terminal import HELP, HOME, KEYS, Terminal, opened

MANY = 20_000
PASTED = "so low{0}I want to die{0}please help"


def kinds() -> dict[str, str]:
    """Twenty thousand keys of each kind."""
    chance = random.Random(1)
    letters = "".join(chance.choice("abcdefgh ") for _ in range(MANY))
    moves = [KEYS[key] for key in ("up", "down", "pgup", "pgdn", "tab", "left", "right")]
    return {
        "the same step": KEYS["down"] * MANY,
        "steps of all kinds": "".join(chance.choice(moves) for _ in range(MANY)),
        "letters": letters,
        "a search": KEYS["f3"] + letters,
        "digits and Enter": "".join(chance.choice("123\r") for _ in range(MANY)),
    }


@pytest.mark.parametrize(
    ("view", "kind", "key"),
    [*(([], kind, "f1") for kind in kinds()), (["--kiosk"], "a search", "ctrl+g"), (["--kiosk"], "letters", "f1")],
)
def test_help_goes_before_twenty_thousand_keys(view: list[str], kind: str, key: str) -> None:
    with Terminal(*view) as terminal:
        opened(terminal)
        keys = (kinds()[kind] + KEYS[key]).encode()
        writer = Thread(target=os.write, args=(os.dup(terminal.child.fileno()), keys), daemon=True)
        writer.start()
        terminal.sees(HELP).settles()
        assert HELP in terminal.text


def test_a_page_that_was_scrolled_further_than_it_is_long_stands_at_its_end(terminal: Terminal) -> None:
    terminal.press("f2").sees("Every kind of block").click_on("Every kind of block").sees("In short")
    terminal.press(KEYS["down"] * 900).sees("▲ end")
    terminal.press(KEYS["up"] * 900).sees("In short")


@pytest.mark.parametrize(
    ("frame", "line_ends"),
    [("{}", "\r \r\n"), ("\x1b[200~{}\x1b[201~", "\r \r\n \t \u2028"), ("\x1b[200~{}\r\x1b[201~", "\r"), ("{}\r", "\r")],
)
def test_pasted_lines_are_searched_for_whole_and_bring_help(frame: str, line_ends: str) -> None:
    with Terminal(size=(100, 30)) as terminal:
        opened(terminal)
        for line_end in line_ends.split(" "):
            terminal.press("f3").sees("Nothing you type is kept").press(frame.format(PASTED.format(line_end)))
            terminal.sees("so low I want to die please help").sees("Help is there day and night").press("f7").sees(HOME)


@pytest.mark.parametrize("frame", ["{}", "\x1b[200~{}\x1b[201~"])
def test_words_pasted_on_a_page_press_nothing(terminal: Terminal, frame: str) -> None:
    shown = terminal.lines
    terminal.press(frame.format("1 call me\r2\t3\rplease 4\r")).press("f6").sees("Where in the UK are you?")
    terminal.press("f7").until(lambda: terminal.lines == shown, "the same page, nothing pressed between")


def test_a_paste_without_an_end_is_over_when_nothing_follows(terminal: Terminal) -> None:
    terminal.press("f3").sees("Nothing you type is kept").press("\x1b[200~syrup").sees("test syrup Word")
    terminal.press("enter").sees("Also called")


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        (["f3", "syrup", "enter"], "Also called"),
        (["f3", "\x1b[200~test\rsyrup\r\x1b[201~", "enter"], "Also called"),
        (["f3", "116"], "116 123"),
        (["f6", "3", "f2", "f7"], "Wales (selected)"),
        (["1", "f6", "f7", "f3", "s", "y", "r", "u", "p", "down", "enter"], "Also called"),
        (["\x1b[200~3\r\x1b[201~", "\x1b[200~4\r\x1b[201~", "f6"], "Not chosen: all UK nations (selected)"),
    ],
)
@pytest.mark.parametrize("when", ["before the first picture", "on home"])
def test_keys_and_pastes_go_in_order_to_the_screens_they_open(keys: list[str], shown: str, when: str) -> None:
    with Terminal() as terminal:
        if when == "on home":
            opened(terminal)
        terminal.press(*keys).sees(shown)
