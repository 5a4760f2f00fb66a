"""Help at every prompt in a real terminal: requested once at each, it returns to the prompt."""

import pytest

from ketaguide.model.guide import Guide
from tests.system.line_terminal import CARD, LineTerminal
from tests.unit.scripted import choices, number_of, talk, walk

Numbers = tuple[str, ...]
"""Answers, one after another."""

SHARES = 4
"""Number of tests that share the paths through the conversation."""


def offered(text: str) -> tuple[str, ...]:
    """Choices in an output, without those that depend on a voice."""
    return tuple(words for words in choices(text).values() if words != "Listen to this page")


def prompts_of(guide: Guide, answers: Numbers) -> list[str]:
    """The list that ? gives at each prompt of a way through the conversation."""
    return talk(guide, *(line for answer in answers for line in ("?", answer)), "?")[1::2]


@pytest.fixture(scope="module")
def prompts(guide: Guide) -> dict[str, Numbers]:
    """Every prompt, and the numbers that lead there."""
    return walk(guide)


@pytest.fixture(scope="module")
def ways(guide: Guide, prompts: dict[str, Numbers]) -> dict[Numbers, list[str]]:
    """The longest ways through the conversation, and the prompts on each: together they pass every prompt."""
    reached = set(prompts.values())
    longest = [answers for answers in reached if not any(other[:-1] == answers for other in reached)]
    return {answers: prompts_of(guide, answers) for answers in longest}


def ask_for_help_at_every_prompt(terminal: LineTerminal, way: list[str], answers: Numbers, asked: set[tuple[str, ...]]) -> None:
    """Follow the way; at every prompt where nobody has yet, ask for help, for help again, and go back."""
    terminal.read()
    for prompt, number in zip(way, (*answers, ""), strict=True):
        here = offered(prompt)
        if here not in asked:
            asked.add(here)
            assert CARD in terminal.answer("0")
            assert CARD in terminal.answer("help"), "help does not come while help is shown"
            terminal.answer("1")
        listed = terminal.answer("?")
        assert offered(listed) == here
        if number:
            terminal.answer(number_of(listed, choices(prompt)[number]))


@pytest.mark.parametrize("share", range(SHARES))
def test_help_comes_at_every_prompt_of_a_real_terminal_and_leads_back(
    guide: Guide, ways: dict[Numbers, list[str]], share: int
) -> None:
    asked: set[tuple[str, ...]] = set()
    expected: set[tuple[str, ...]] = set()
    for answers, way in sorted(ways.items())[share::SHARES]:
        expected |= set(map(offered, way))
        with LineTerminal() as terminal:
            ask_for_help_at_every_prompt(terminal, way, answers, asked)
            assert "\x1b" not in terminal.output
    assert expected
    assert asked == expected


def test_the_ways_together_pass_every_prompt(prompts: dict[str, Numbers], ways: dict[Numbers, list[str]]) -> None:
    passed = {offered(prompt) for way in ways.values() for prompt in way}
    assert passed >= set(map(offered, prompts))
    assert len(passed) > 60


def test_help_comes_where_words_are_asked_for_and_leads_back_there() -> None:
    with LineTerminal() as terminal:
        terminal.read()
        asks = "Words, or Enter: back."
        assert asks in terminal.answer("f")
        for word in ("0", "help", "999"):
            assert CARD in terminal.answer(word)
            assert asks in terminal.answer("1")
        assert "1: What are the risks?" in terminal.answer("")
