"""Typing words and letters in the conversation, as a person does: the real program on a line terminal of 40 columns."""

from collections.abc import Iterator

import pytest

from ketaguide.conversation.console import BLANK_LINES
from ketaguide.model.guide import Guide
from tests.system.line_terminal import CARD, Conversation, LineTerminal, conversation, flat
from tests.unit.scripted import choices

RISKS = "Side effects and risks"


@pytest.fixture
def terminal(shipped: Guide) -> Iterator[Conversation]:
    with conversation(shipped) as terminal:
        yield terminal


def prompt(text: str) -> str:
    """The beginning of the prompt, which says what Enter does."""
    return text.rpartition("\n")[2]


def test_words_choose_a_choice_or_a_page_or_are_looked_for(terminal: Conversation) -> None:
    assert RISKS in terminal.answer("risks")
    assert "How long does it last?" in terminal.answer("how long it lasts")
    menu = terminal.answer("m")
    assert "Not yet reviewed" not in menu, "said once"
    assert prompt(menu) == "Enter: short answers. "
    assert prompt(terminal.answer("")) == "Enter: number 1. "
    terminal.answer("bladder")
    several = terminal.answer("bladder")
    assert "More than one choice has that. Which number?" in flat(several)
    assert list(choices(several)) == ["1", "2", "3"]
    terminal.answer("m")
    assert "Searched the guide: " in terminal.answer("pass water often")
    assert CARD in flat(terminal.answer("f i want to die"))
    assert "Enter: go back." in prompt(terminal.answer("zzqq"))


def test_each_part_has_one_line_and_enter_goes_on_to_the_next_page_but_never_out(terminal: Conversation) -> None:
    text = terminal.answer("see your gp")
    assert "You can type: n next, b back" in flat(text)
    for part in range(2, 4):
        assert prompt(text) == f"Enter: part {part} of {text.rstrip('. ').rpartition(' ')[2]}. "
        text = terminal.answer("")
        assert "You can type" not in text, "said once"
    text = terminal.answer("e")
    assert prompt(text) == "Enter: next page. "
    assert "Looking after yourself" in terminal.answer("")
    text = terminal.answer("?")
    assert [
        line for line in ("h: headings.", "m: menu.", "hide: clear the screen.", "quit: leave the guide.") if line not in text
    ] == []
    assert prompt(text).startswith("Enter: part 2 of ")


def test_back_leads_to_the_part_before_and_to_the_page_before_where_it_was_left(terminal: Conversation) -> None:
    first = terminal.answer("risks").partition(RISKS)[2].partition("You can")[0].strip()
    second = terminal.answer("n")
    assert terminal.answer("a").partition("\n")[2] == second.partition("\n")[2]
    assert terminal.answer("b").partition(RISKS)[2].strip().startswith(first)
    terminal.answer("n")
    terminal.answer("how long it lasts")
    terminal.answer("n")
    assert "Page " not in terminal.answer("b"), "the first part of this page"
    assert "Risks. Part 2 of " in flat(terminal.answer("b"))
    assert terminal.answer("a").partition("\n")[2] == second.partition("\n")[2]


def test_words_are_found_on_the_page_then_the_next_then_in_the_guide(terminal: Conversation) -> None:
    terminal.answer("risks")
    found = flat(terminal.answer("f bladder"))
    assert "On this page, in parts " in found
    parts = found.partition("in parts ")[2].partition(".")[0].split(", ")
    assert "ladder" in found.partition(".")[2]
    for _ in parts[1:]:
        assert "ladder" in terminal.answer("f")
    there = prompt(found)
    assert "No more on this page. Searched the guide: 7 results" in flat(terminal.answer("f"))
    assert "Risks. Part " in flat(terminal.answer("b")), there
    assert "heart" in terminal.answer("f heart")


def test_after_a_word_or_a_source_the_reader_is_where_they_were(terminal: Conversation) -> None:
    terminal.answer("risks")
    here = prompt(terminal.answer("n"))
    text = terminal.answer("dissociation")
    assert "dissociation: Feeling unreal" in flat(text)
    assert prompt(text) == here
    end = terminal.answer("e")
    listed = choices(end)
    know = next(number for number, words in listed.items() if words == "How we know")
    assert "1: " in terminal.answer(know)
    assert choices(terminal.answer("b")) == listed
    words = next(number for number, label in listed.items() if label == "Words on this page")
    before = choices(terminal.answer(words))
    after = choices(terminal.answer("1"))
    assert {number: after[number] for number in before} == before, "no number changes after a word was read"


def test_from_the_middle_of_a_page_edition_nation_picks_and_phone_are_a_word_away(terminal: Conversation) -> None:
    terminal.answer("risks")
    terminal.answer("n")
    text = terminal.answer("scotland")
    assert "Now showing: Scotland. To change it, type: nation Risks. Part 2 of " in flat(text)
    here = prompt(text)
    assert "Where do you live?" in terminal.answer("nation")
    assert prompt(terminal.answer("b")) == here
    assert "Pick from the most asked:" in terminal.answer("questions")
    assert "Added to my questions: What have I not tried yet?" in flat(terminal.answer("1"))
    assert prompt(terminal.answer("b")) == here
    assert "Pick up to three:" in flat(terminal.answer("matters"))
    assert "Picked: " in terminal.answer("1")
    assert prompt(terminal.answer("b")) == here
    said = flat(terminal.answer("phone"))
    assert "1. What have I not tried yet?" in said
    assert "In danger: 999 Crisis: 111 Talk: 116 123" in said
    assert prompt(terminal.answer("m")) == "Enter: short answers. "


def test_hiding_leaves_help_and_the_way_back_alone(terminal: Conversation) -> None:
    terminal.answer("risks")
    covered = terminal.answer("hide", prompt="Help: 0. Enter: go back: ").partition("\n")[2]
    assert covered == BLANK_LINES
    assert CARD in flat(terminal.answer("0"))
    assert terminal.answer("1", prompt="Help: 0. Enter: go back: ").endswith(BLANK_LINES)
    assert terminal.answer("hide", prompt="Help: 0. Enter: go back: ").endswith(BLANK_LINES), "asked for twice in haste"
    assert flat(terminal.answer("")).startswith("Risks. Part 1 of ")


def test_a_terminal_that_can_is_cleared_and_nothing_scrolls_back() -> None:
    with LineTerminal("--plain", term="xterm-256color") as terminal:
        terminal.read()
        assert terminal.answer("hide", prompt="Help: 0. Enter: go back: ").endswith("\x1b[H\x1b[2J\x1b[3J")
