"""The conversation in a real terminal: read, learn words, answer questions, get help from everywhere, and leave."""

import os
import re
import signal
import sys
from pathlib import Path

import pexpect
import pytest

from ketaguide.model.guide import Guide
from tests.system.line_terminal import CARD, LineTerminal
from tests.system.runs import KITCHEN_SINK, ROOT, run
from tests.system.terminal import DEADLINE, WAITING, Terminal
from tests.unit.scripted import PROMPT

FAREWELL = re.compile(r"Goodbye\. Nothing you did here was kept\.\s+GET HELP NOW\nIn danger: 999\n(.*\n)*Talk: 116 123\s*$")


def assert_quits_cleanly(terminal: LineTerminal) -> None:
    """Assert that it ended with the crisis numbers and exit code 0, and never sent an escape byte."""
    assert FAREWELL.search(terminal.ends())
    assert (terminal.child.exitstatus, terminal.child.signalstatus) == (0, None)
    assert "\x1b" not in terminal.output


STARTS: list[tuple[list[str], str, str]] = [
    *(([], "dumb", ""), ([], "", ""), ([], "xterm-256color", "1"), ([], "xterm-256color", "yes")),
    *(([name], "xterm-256color", "") for name in ("--plain", "--screen-reader", "--accessible")),
]


@pytest.mark.parametrize(("args", "term", "preference"), STARTS)
def test_it_starts_by_each_name_that_people_try_and_writes_no_escape_sequence(
    args: list[str], term: str, preference: str
) -> None:
    with LineTerminal(*args, term=term, env={"KETAGUIDE_PLAIN": preference}) as terminal:
        said = terminal.read()
        assert said.startswith("GET HELP NOW\nIn danger: 999\n")
        assert "Enter: short answers." in said
        terminal.send("leave")
        assert_quits_cleanly(terminal)


@pytest.mark.parametrize("preference", ["", "0"])
def test_a_preference_that_is_empty_or_0_asks_for_nothing(preference: str) -> None:
    with Terminal(env={"KETAGUIDE_PLAIN": preference}) as terminal:
        terminal.sees("F2 Pages")


def test_a_preference_for_plain_changes_no_command_and_no_waiting_room() -> None:
    said = run("read", "risks", env={"KETAGUIDE_PLAIN": "1"}).stdout
    assert said == run("read", "risks").stdout
    with Terminal("--kiosk", env={"KETAGUIDE_PLAIN": "1"}) as terminal:
        terminal.sees(WAITING)


def in_terminal(command: str) -> str:
    """Output of a shell command on a terminal without input."""
    program = f"{sys.executable} -m ketaguide --content {KITCHEN_SINK}"
    env = {**os.environ, "TERM": "xterm", "KETAGUIDE": program}
    child = pexpect.spawn("/bin/bash", ["-c", command], cwd=str(ROOT), env=env, timeout=DEADLINE, encoding="utf-8")
    child.sendeof()
    child.expect(pexpect.EOF)
    return child.before or ""


@pytest.mark.parametrize("command", ["$KETAGUIDE --plain | cat", "$KETAGUIDE | cat", "$KETAGUIDE < /dev/null"])
def test_who_cannot_see_the_questions_or_answer_gets_the_whole_guide_instead(command: str) -> None:
    said = in_terminal(command)
    assert "Risks of test syrup" in said
    assert PROMPT not in said


def test_where_the_full_screen_has_nowhere_to_draw_the_conversation_starts() -> None:
    said = in_terminal("$KETAGUIDE 2> /dev/null")
    assert PROMPT in said
    assert "\x1b" not in said


def test_every_shipped_page_can_be_read_to_its_end(shipped: Guide) -> None:
    with LineTerminal(content=None) as terminal:
        text = terminal.choose(terminal.read(), "Read from the first page")
        for number, page in enumerate(shipped.meta.order, 1):
            assert f"Page {number} of {len(shipped.meta.order)}" in text
            output = text
            while text.rpartition("\n")[2].startswith("Enter: part"):
                text = terminal.answer("")
                output += text
            assert shipped.editions["en"].sections[page].title in " ".join(output.split())
            assert "Last updated" in " ".join(output.split())
            if number < len(shipped.meta.order):
                text = terminal.answer("")
        terminal.child.sendeof()
        assert_quits_cleanly(terminal)
        assert terminal.widest() <= 40


def test_every_question_of_the_shipped_quiz_can_be_answered(shipped: Guide) -> None:
    with LineTerminal("quiz", content=None) as terminal:
        text = terminal.read()
        for number, round_ in enumerate(shipped.editions["en"].quiz.rounds, 1):
            text = terminal.answer(str(number))
            for question in round_.questions:
                assert question.text in " ".join(text.split())
                answered = terminal.answer("1")
                assert question.choices[0].feedback.spans[0].text.strip() in " ".join(answered.split())
                text = terminal.answer("n") if "1: Next question" in answered else ""
        terminal.send("quit")
        assert_quits_cleanly(terminal)


def test_end_of_input_and_ctrl_c_quit_with_the_crisis_numbers() -> None:
    for leave in (pexpect.spawn.sendeof, pexpect.spawn.sendintr):
        with LineTerminal() as terminal:
            terminal.choose(terminal.read(), "Contents")
            leave(terminal.child)
            assert_quits_cleanly(terminal)


def test_ctrl_c_while_help_is_shown_quits_with_the_crisis_numbers() -> None:
    with LineTerminal() as terminal:
        terminal.read()
        terminal.answer("0")
        terminal.child.sendintr()
        assert_quits_cleanly(terminal)


@pytest.fixture(scope="module")
def second() -> str:
    """The output after 2."""
    with LineTerminal() as terminal:
        terminal.read()
        return terminal.answer("2").partition("\n")[2]


@pytest.mark.parametrize("typed", ["1\b2", "1\x7f2", "é\b2", "e\u0301\b2", "1 or 3\x152", "three\x172"])
def test_keys_that_erase_take_back_a_letter_a_word_or_all(typed: str, second: str) -> None:
    with LineTerminal() as terminal:
        terminal.read()
        assert terminal.answer(typed).partition("\n")[2] == second


def test_arrow_keys_and_other_noise_change_nothing() -> None:
    with LineTerminal() as terminal:
        terminal.read()
        for noise in ("\x1b[A\x1b[B\x1bOP", "é" * 300, "\x00\x07", "[200~qqzz"):
            again = terminal.answer(noise).partition("\n")[2]
            assert (
                again.removeprefix("Nothing was found for those words. Try\nother words, or m for the menu.\n")
                == "Enter: short answers. "
            )
        terminal.send("leave")
        assert_quits_cleanly(terminal)


def test_on_a_terminal_that_does_not_wait_it_waits_for_an_answer() -> None:
    start = "import os, sys; os.set_blocking(0, False); os.execv(sys.executable, [sys.executable, *sys.argv[1:]])"
    with LineTerminal(command=[sys.executable, "-c", start, "-m", "ketaguide", "--plain"]) as terminal:
        terminal.read()
        assert CARD in terminal.answer("0")


def test_a_window_that_grows_is_used_from_the_next_words_on() -> None:
    with LineTerminal() as terminal:
        terminal.read()
        terminal.child.setwinsize(24, 72)
        assert max(map(len, terminal.answer("0").splitlines())) > 50


def test_a_terminal_that_goes_away_ends_the_program() -> None:
    with LineTerminal() as terminal:
        terminal.read()
        terminal.hangs_up()
        assert terminal.child.wait() == 128 + signal.SIGHUP


def test_on_a_dumb_terminal_broken_content_gives_the_crisis_card(tmp_path: Path) -> None:
    with LineTerminal(content=tmp_path) as terminal:
        said = terminal.ends()
        assert CARD in said
        assert "Traceback" not in said
        assert terminal.child.exitstatus == 1
