"""The guide opens by day or by night as the terminal does, and an answer about that is never seen."""

import sys

import pytest

from ketaguide.tui.background import ASK
from ketaguide.tui.theme import PALETTES

from .runs import KITCHEN_SINK
from .terminal import Terminal, opened

MANY = {"COLORTERM": "truecolor"}
DARK, LIGHT = "\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\", "\x1b]11;rgb:fdfd/f6f6/e3e3\x07"


def ground(theme: str) -> str:
    """The sequence for the page's background on a terminal of many colours."""
    red, green, blue = bytes.fromhex(PALETTES[theme]["page"].removeprefix("#"))
    return f"48;2;{red};{green};{blue}"


DAY, NIGHT = ground("day"), ground("night")


def asked(terminal: Terminal) -> Terminal:
    return terminal.until(lambda: ASK in terminal.sent, "the question about the background")


def now_shown(terminal: Terminal, theme: str) -> bool:
    """True if the last page drawn is in a theme, and no row of it in the other."""
    return terminal.sent.rfind(ground(theme)) > terminal.sent.rfind(NIGHT if theme == "day" else DAY)


@pytest.mark.parametrize(("answer", "theme"), [(DARK, "night"), (LIGHT, "day")])
def test_a_dark_terminal_is_answered_by_night_and_a_light_one_by_day(answer: str, theme: str) -> None:
    with Terminal(env=MANY) as terminal:
        asked(terminal).press(answer)
        opened(terminal).until(lambda: now_shown(terminal, theme), theme)
        assert (NIGHT in terminal.sent) is (theme == "night")
        assert terminal.sent.count(ASK) == 1
        assert terminal.settles().lines[0].rstrip().endswith(theme.title())


def test_a_late_answer_changes_the_colours_in_one_frame_and_no_word() -> None:
    with Terminal(env=MANY) as terminal:
        opened(asked(terminal)).press("\x1b[?2026;2$y", "down", "up").settles()
        words, before = terminal.lines[1:], len(terminal.sent)
        terminal.press(DARK).until(lambda: now_shown(terminal, "night"), "night").settles()
        after = terminal.sent[before:]
        assert DAY not in after
        assert terminal.lines[1:] == words


def test_a_terminal_that_does_not_answer_shows_day_and_nothing_of_the_question() -> None:
    with Terminal(env=MANY) as terminal:
        opened(asked(terminal)).settles()
        assert NIGHT not in terminal.sent
        assert not any("11;" in line or "rgb" in line for line in terminal.lines)


def test_an_answer_that_says_nothing_or_light_leaves_day() -> None:
    with Terminal(env=MANY) as terminal:
        shown = opened(asked(terminal)).lines
        for answer in ("\x1b]11;rgb:zz/0/0\x07", "\x1b]11;\x1b\\", "\x1b]11;rgb:00\x1b\\", LIGHT):
            terminal.press(answer, "f6").sees("Where in the UK are you?")
            terminal.press("f7").until(lambda: terminal.lines == shown, "home")
        assert NIGHT not in terminal.sent


def test_an_answer_in_pieces_while_words_are_typed_is_not_typed() -> None:
    with Terminal(env=MANY) as terminal:
        opened(asked(terminal)).press("f3").sees("Nothing you type is kept").press("sy", DARK[:9]).settles()
        terminal.press(DARK[9:], "rup").sees("An invented medicine").until(lambda: now_shown(terminal, "night"), "night")
        assert any("syrup" in line for line in terminal.lines)
        assert "rgb" not in terminal.text


@pytest.mark.parametrize(
    ("args", "term", "env"),
    [
        (["--theme", "day"], "xterm-256color", MANY),
        (["--kiosk"], "xterm-256color", MANY),
        ([], "linux", MANY),
        ([], "xterm", {}),
        ([], "xterm-256color", {"NO_COLOR": "1"}),
    ],
)
def test_it_is_not_asked_where_the_colours_are_fixed(args: list[str], term: str, env: dict[str, str]) -> None:
    with Terminal(*args, term=term, env=env) as terminal:
        opened(terminal).press(DARK, "f1").sees("Get help now").press("f7").settles()
        assert ASK not in terminal.sent
        assert NIGHT not in terminal.sent


def test_what_the_reader_has_chosen_outweighs_a_later_answer() -> None:
    with Terminal(env=MANY, size=(100, 40)) as terminal:
        opened(asked(terminal)).press("f6").click_on("High contrast").until(
            lambda: ground("contrast") in terminal.sent, "contrast"
        )
        terminal.press(DARK, "f1").sees("Get help now").press("f7").settles()
        assert NIGHT not in terminal.sent


def test_an_answer_that_comes_after_the_reader_has_left_is_not_typed_into_the_shell() -> None:
    guide = f"{sys.executable} -m ketaguide --content {KITCHEN_SINK}"
    with Terminal(command=["sh", "-c", f"{guide}; echo left; cat"], env=MANY) as terminal:
        asked(terminal).press("ctrl+q", DARK).sees("left").press("bye\r")
        terminal.until(lambda: sum(line.startswith("bye") for line in terminal.lines) == 2, "what cat repeats")
        assert "rgb" not in terminal.text
