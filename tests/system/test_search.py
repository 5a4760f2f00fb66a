"""Searching in the real program: by keys in a pseudo-terminal, by command, and in the conversation."""

import pytest

from ketaguide import crisis

from .line_terminal import LineTerminal
from .runs import inside, printed
from .terminal import Terminal

SHORT = "\n".join(crisis.short(None, 72))


def test_a_reader_searches_reads_a_result_and_comes_back() -> None:
    with Terminal(size=(43, 13)) as terminal:
        terminal.sees("What are the risks?").press("f3").sees("Nothing you type is kept").press("syrup")
        terminal.sees("test syrup").sees("test syrup Word").press("down", "enter").sees("An invented medicine").press("f7")
        terminal.sees("test syrup Word").press("f7").sees("What are the risks?").press("f10")
        assert terminal.ends() == 0


def test_the_cursor_of_the_terminal_stands_where_the_next_letter_goes(terminal: Terminal) -> None:
    terminal.press("f3").sees("Nothing you type is kept").press("syrup").sees("test syrup Word")
    row = next(index for index, line in enumerate(terminal.lines) if " syrup " in line)
    column = terminal.lines[row].index("syrup") + len("syrup")
    terminal.until(lambda: (terminal.screen.cursor.x, terminal.screen.cursor.y) == (column, row), "the cursor to come")


def test_words_of_distress_show_who_to_call_first_and_f1_still_works(terminal: Terminal) -> None:
    terminal.press("f3").sees("Nothing you type is kept").press("i want to die")
    terminal.sees("Help is there day and night").sees("Call 116 123")
    terminal.press("f1").sees("Samaritans: talk at any hour.")


def test_words_of_distress_at_the_end_of_a_long_paste_bring_who_to_call(terminal: Terminal) -> None:
    terminal.press("f3").sees("Nothing you type is kept").press("syrup and more\n" * 600)
    terminal.press("i want to die").sees("Help is there day and night").press("f10")
    assert terminal.ends() == 0


def test_a_paste_of_ten_thousand_characters_leaves_the_keys_alive(terminal: Terminal) -> None:
    terminal.press("f3").sees("Nothing you type is kept").press("syrup \x07\xa0" * 1250)
    terminal.press("f1").sees("Samaritans: talk at any hour.").press("f10")
    assert terminal.ends() == 0


def test_the_command_prints_results_between_the_numbers_to_call() -> None:
    text = printed("search", "What", "does", "syrup", "taste", "of?")
    assert text.startswith(SHORT)
    assert text.rstrip().endswith(SHORT)
    assert "1. What does test syrup taste of?" in text
    assert "To read it: ketaguide read every-kind" in text


def test_the_command_puts_slips_right_and_says_so() -> None:
    assert "Showing results for syrup." in printed("search", "syrop")


def test_the_command_shows_who_to_call_before_results_on_words_of_distress() -> None:
    text = printed("search", "kil", "my", "self")
    assert "Help is there day and night" in text
    assert "Nothing was found" not in text, "whoever needs help is not told that there is nothing"


@pytest.mark.parametrize("typed", ["x" * 10_000, "syrup " * 1600, '"', "\x1b[2J\x07", "NEAR(", "-- 'x", "*"])
def test_the_command_answers_anything(typed: str) -> None:
    done = inside("search", "--", typed)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"\x1b" not in done.stdout
    assert b"\x07" not in done.stdout


@pytest.mark.parametrize("words", [[], [" "]])
def test_the_command_without_words_is_wrong_usage(words: list[str]) -> None:
    done = inside("search", *words)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"WORD" in done.stderr


def test_glossary_explains_one_word_the_nearest_word_or_all() -> None:
    assert "test syrup: An invented medicine" in printed("glossary", "TS")
    nearest = printed("glossary", "test", "syrop")
    assert "That word is not explained here. The nearest one is test syrup." in nearest
    assert "test syrup: An invented medicine" in nearest
    everything = printed("glossary")
    assert "test syrup:" in everything
    assert "test person:" in everything
    assert everything.startswith(SHORT)


def test_glossary_says_where_to_look_for_a_word_that_is_like_none() -> None:
    done = inside("glossary", "qqqqqqqqq\x1b[2J")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"ketaguide search" in done.stderr
    assert b"\x1b" not in done.stderr


def test_the_conversation_searches_and_gives_help_on_words_of_distress() -> None:
    with LineTerminal() as terminal:
        terminal.read()
        assert "Words, or Enter: back." in terminal.answer("f")
        assert "1: test syrup. Word." in " ".join(terminal.answer("syrup").split())
        assert "Emergency: Call 999 or go to A&E now if:" in " ".join(terminal.answer("i want to die").split())
