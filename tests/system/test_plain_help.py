"""Help at every prompt in a real terminal: requested once at each, it returns to the prompt."""

import pytest

from ketaguide.model.guide import Guide
from tests.system.line_terminal import CARD, LineTerminal
from tests.unit.scripted import HELP_CHOICE, choices, number_of, talk, walk

Numbers = tuple[str, ...]
"""Answers, one after another."""

SHARES = 4
"""Number of tests that share the paths through the conversation."""


def offered(text: str) -> tuple[str, ...]:
    """Choices in an output, without those that depend on a voice."""
    return tuple(words for words in choices(text).values() if words != "Listen to this page")


@pytest.fixture(scope="module")
def prompts(guide: Guide) -> dict[str, Numbers]:
    """Every prompt, and the numbers that lead there."""
    return walk(guide)


@pytest.fixture(scope="module")
def ways(guide: Guide, prompts: dict[str, Numbers]) -> dict[Numbers, list[str]]:
    """The longest ways through the conversation, as numbers and as the words chosen: together they pass every prompt."""
    reached = set(prompts.values())
    longest = [answers for answers in reached if not any(other[:-1] == answers for other in reached)]
    said = {answers: talk(guide, *answers) for answers in longest}
    return {
        answers: [choices(output)[number] for output, number in zip(said[answers], answers, strict=False)]
        for answers in longest
    }


def ask_for_help_at_every_prompt(terminal: LineTerminal, way: list[str], asked: set[tuple[str, ...]]) -> None:
    """Follow the way; at every prompt where nobody has yet, ask for help, for help again, and go back."""
    text = terminal.read()
    for words in [*way, ""]:
        if (here := offered(text)) not in asked:
            asked.add(here)
            assert CARD in terminal.answer("0")
            assert CARD in terminal.answer("help"), "help does not come while help is shown"
            assert offered(terminal.answer("1")) == here
        if words:
            text = terminal.answer(number_of(text, words))


@pytest.mark.parametrize("share", range(SHARES))
def test_help_comes_at_every_prompt_of_a_real_terminal_and_leads_back(
    guide: Guide, ways: dict[Numbers, list[str]], share: int
) -> None:
    asked: set[tuple[str, ...]] = set()
    expected: set[tuple[str, ...]] = set()
    for answers, way in sorted(ways.items())[share::SHARES]:
        expected |= {offered(output) for output in talk(guide, *answers)[: len(answers) + 1]}
        with LineTerminal() as terminal:
            ask_for_help_at_every_prompt(terminal, way, asked)
            assert "\x1b" not in terminal.output
    assert expected
    assert asked == expected


def test_the_ways_together_pass_every_prompt(guide: Guide, prompts: dict[str, Numbers], ways: dict[Numbers, list[str]]) -> None:
    passed = {offered(output) for answers in ways for output in talk(guide, *answers)}
    assert passed >= {offered(HELP_CHOICE + listed) for listed in prompts}
    assert len(passed) > 60


def test_help_comes_where_words_are_asked_for_and_leads_back_there(guide: Guide) -> None:
    asks = guide.editions["en"].interface.find.prompt
    with LineTerminal() as terminal:
        start = terminal.read()
        terminal.answer(number_of(start, guide.editions["en"].interface.find.title), prompt=asks)
        for word in ("0", "help", "999"):
            assert CARD in terminal.answer(word)
            terminal.answer("1", prompt=asks)
        again = offered(terminal.answer(""))
        assert again == offered(talk(guide, number_of(start, "Search"), "")[1])
        assert [first.startswith(short) for first, short in zip(offered(start), again, strict=True)] == [True] * len(again)
