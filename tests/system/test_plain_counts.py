"""Lines heard before an answer, counted at 40 columns.

Counted from the first line of the program (from the letter typed, for the short edition), with what is typed and prompts, not
empty lines, on which neither a voice nor a braille line dwells; the line with the answer is the last one counted.
"""

from collections.abc import Iterator

import pytest

from ketaguide.model.guide import Guide
from tests.system.line_terminal import Conversation, conversation

MOST = {"number in Belfast": 4, "bladder": 40, "benefit": 40, "questions": 45, "short and back": 12, "word": 20}
"""The goals: lines of 40 columns."""


@pytest.fixture
def terminal(shipped: Guide) -> Iterator[Conversation]:
    with conversation(shipped) as terminal:
        yield terminal


def lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]


def heard(text: str, answer: str) -> int:
    """The number of lines up to the first one that ends or holds the answer."""
    said = lines(text)
    return next(at for at in range(1, len(said) + 1) if answer in " ".join(" ".join(said[:at]).split()))


def test_who_to_call_in_belfast_is_heard_at_once(terminal: Conversation) -> None:
    assert heard(terminal.output, "Northern Ireland: 0808 808 8000") <= MOST["number in Belfast"]


def test_what_is_known_of_the_bladder_is_heard_after_one_word_and_one_number(terminal: Conversation) -> None:
    terminal.answer("bladder")
    terminal.answer("1")
    assert heard(terminal.output, "Heavy use of ketamine outside medicine can do serious damage.") <= 25, (
        "with the first result"
    )
    assert heard(terminal.output, "bladder symptoms were more common than with placebo.") <= MOST["bladder"]


def test_a_benefit_is_heard_with_both_of_its_numbers(terminal: Conversation) -> None:
    terminal.answer("2")
    assert (
        heard(terminal.output, "59 out of 100 people on esketamine spray, and in 45 out of 100 on a dummy spray")
        <= MOST["benefit"]
    )


def test_what_to_ask_a_gp_is_heard_after_one_word(shipped: Guide, terminal: Conversation) -> None:
    terminal.answer("questions")
    asked = [ask.text for id_ in shipped.editions["en"].asks.most_asked if (ask := shipped.ask(id_))]
    assert heard(terminal.output, asked[0]) <= 25
    assert heard(terminal.output, asked[-1]) <= MOST["questions"], "all that are asked most"


def test_the_short_page_and_the_place_that_was_left_are_a_letter_away(terminal: Conversation) -> None:
    terminal.answer("2")
    left = lines(terminal.answer("n"))[-1]
    short = lines(terminal.answer("s"))
    first = next(at for at, line in enumerate(short) if line.startswith("Does it help? Part "))
    back = lines(terminal.answer("s"))
    assert back[-1] == left, "the very place that was left"
    assert first + 1 + len(back) <= MOST["short and back"], "besides the part of the short page itself"


def test_a_word_is_explained_where_it_is_typed(terminal: Conversation) -> None:
    terminal.answer("TRD")
    assert heard(terminal.output, "treatment-resistant depression:") <= MOST["word"]
