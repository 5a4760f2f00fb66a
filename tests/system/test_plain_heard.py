"""Tasks of a person who only hears the conversation: each next line typed follows from what was heard, at 40 columns."""

from collections.abc import Iterator

import pytest

from ketaguide.model.guide import Guide
from tests.system.line_terminal import CARD, Conversation, conversation, flat
from tests.unit.scripted import choices

NUMBERS = "In danger: 999 Crisis: 111 Crisis, Northern Ireland: 0808 808 8000 Talk: 116 123"
HIDDEN = "Help: 0. Enter: go back: "


@pytest.fixture
def terminal(shipped: Guide) -> Iterator[Conversation]:
    with conversation(shipped) as terminal:
        yield terminal


def default(text: str) -> str:
    return text.rpartition("\n")[2].strip()


@pytest.mark.parametrize("typed", ["I want to die", "0", "lifeline", "who to call"])
def test_the_numbers_are_the_first_words_of_help(terminal: Conversation, typed: str) -> None:
    said = flat(terminal.answer(typed))
    assert said.startswith(f"{typed} GET HELP NOW {NUMBERS} Emergency:")
    assert said.count(NUMBERS) == 2, "and the last, which stay in view"


def test_whoever_types_where_they_live_hears_its_crisis_number_before_any_result(terminal: Conversation) -> None:
    said = "Belfast is in Northern Ireland. In danger: 999. Crisis: 0808 808 8000. Talk: 116 123."
    assert flat(terminal.answer("Belfast")).startswith(f"Belfast {said} Searched the guide:")
    terminal.answer("help")
    assert said in flat(terminal.answer("Belfast"))


def test_again_and_then_end_is_no_call_for_help(terminal: Conversation) -> None:
    terminal.answer("risks")
    terminal.answer("a")
    assert "Page: Side effects and risks" in terminal.answer("e"), "a, e is not A&E"


def test_after_help_the_reader_hears_where_they_are(terminal: Conversation) -> None:
    terminal.answer("risks")
    terminal.answer("")
    terminal.answer("0")
    assert "Risks. Part 2 of 24." in flat(terminal.answer(""))


def test_enter_at_results_reads_the_first_then_the_next_and_back_leads_to_those_before(terminal: Conversation) -> None:
    listed = terminal.answer("will it harm my bladder")
    assert default(listed) == "Enter: number 1."
    first = terminal.answer("")
    assert "With supervised esketamine" in flat(first)
    assert default(first) == "Enter: number 2."
    assert "Side effects and risks" in terminal.answer("")
    assert default(terminal.answer("b")) == "Enter: number 3."
    assert "sore, inflamed bladder" in flat(terminal.answer(""))
    further = terminal.answer("")
    assert choices(further)["1"] != choices(listed)["1"]
    assert choices(terminal.answer("b")) == choices(listed)


def test_after_the_short_answers_enter_opens_the_first(terminal: Conversation) -> None:
    heard = terminal.answer("")
    assert default(heard) == "Enter: number 1."
    assert "What can be tried next" in terminal.answer("")


def test_what_is_found_on_a_page_is_said_and_read_from_there_when_wanted(terminal: Conversation) -> None:
    terminal.answer("what happens on the day")
    said = terminal.answer("find driving")
    first = flat(said)
    assert "On this page, in parts 1, 5, 7. f: the next. What happens. Part 1 of 13. Do not drive until the next day," in first
    assert "In short" not in first
    assert default(said) == "Enter: part 1 of 13."
    second = flat(terminal.answer("f"))
    assert "Part 5 of 13. " in second
    assert "nobody drive away" in second
    assert len(second) < 250, "not the whole part"
    assert "A treatment day" in terminal.answer("")


def test_picks_keep_their_numbers_and_taking_all_away_is_said(terminal: Conversation) -> None:
    before = choices(terminal.answer("what matters to me"))
    first = flat(terminal.answer("3"))
    assert "Picked: My memory To have it on one page, type: take" in first
    assert "one page" not in flat(terminal.answer("5")), "said once"
    after = choices(terminal.answer(""))
    assert [after[number].removeprefix("Picked: ") for number in before] == list(before.values())
    back = flat(terminal.answer("9"))
    assert "1: What can I try next?" in back
    assert "My memory 2. Driving and work" in flat(terminal.answer("take"))
    terminal.answer("m")
    terminal.answer("matters")
    assert "Nothing is picked now." in terminal.answer("10")


def test_a_question_is_picked_and_all_is_one_word_away(terminal: Conversation) -> None:
    assert "Pick from the most asked:" in terminal.answer("What questions shall I ask my GP?")
    assert "type: take" in flat(terminal.answer("1"))
    page = flat(terminal.answer("take"))
    assert NUMBERS in page
    assert "My questions 1. What have I not tried yet?" in page


@pytest.mark.parametrize("typed", ["standard", "short"])
def test_the_name_of_an_edition_shows_that_edition_and_never_the_other(terminal: Conversation, typed: str) -> None:
    name = {"standard": "Standard", "short": "Short and simple"}[typed]
    for _ in range(2):
        assert f"Now showing: {name}." in terminal.answer(typed)


def test_the_short_page_begins_at_the_heading_that_was_left(terminal: Conversation) -> None:
    terminal.answer("risks")
    terminal.answer("")
    left = default(terminal.answer(""))
    short = flat(terminal.answer("s"))
    assert "Common effects that pass" in short
    assert "In short" not in short
    assert default(terminal.answer("s")) == left


def test_someone_who_comes_in_sees_nothing(terminal: Conversation) -> None:
    terminal.answer("risks")
    terminal.answer("someone is coming", prompt=HIDDEN)
    assert "Risks. Part 1 of " in flat(terminal.answer(""))


def test_a_list_says_what_enter_does(terminal: Conversation) -> None:
    assert default(terminal.answer("nation")) == "Enter: list again."
    assert CARD in flat(terminal.answer("0"))
