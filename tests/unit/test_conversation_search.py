"""Searching in the conversation: words instead of a number, results by number, help at every prompt."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ketaguide.conversation.search import Search
from ketaguide.model.guide import Guide
from ketaguide.session import Session
from tests.unit.scripted import WORDS_PROMPT, choices, number_of, talk

CARD = "Emergency: Call 999 or go to A&E now if:"


def searched(guide: Guide, *answers: str) -> list[str]:
    """The output after each answer of the search."""
    return talk(guide, *answers, about=Search(), width=60)[1:]


def test_the_start_offers_search(guide: Guide) -> None:
    more = number_of(talk(guide)[0], "More: search")
    for way in ((more, "1"), ("f",)):
        heard = talk(guide, *way, "syrup")
        assert WORDS_PROMPT in heard[len(way)]
        assert "Nothing you type is kept." in " ".join(heard[len(way)].split())
        assert any(choice.startswith("test syrup. Word.") for choice in choices(heard[len(way) + 1]).values())


def test_a_word_a_service_a_question_and_a_claim_are_read_at_once(guide: Guide) -> None:
    heard = searched(guide, "syrup")[0]
    for start, says in (
        ("test syrup.", "An invented medicine"),
        ("What does test syrup taste of?", "Of nothing much."),
        ("People say:", "55 of 100 people felt better"),
        ("Every kind of block", "Page 2 of"),
    ):
        more = [] if any(one.startswith(start) for one in choices(heard).values()) else ["n"]
        number = number_of(searched(guide, "syrup", *more)[len(more)], start)
        assert says in " ".join(searched(guide, "syrup", *more, number)[1 + len(more)].split()), start
    heard = searched(guide, "lifeline northern")[0]
    assert "Call 0808 808 8000" in searched(guide, "lifeline northern", number_of(heard, "Lifeline"))[1]


def test_the_way_back_leads_to_the_results_then_to_other_words_then_to_the_start(guide: Guide) -> None:
    heard = searched(guide, "syrup")[0]
    page = searched(guide, "syrup", number_of(heard, "Risks"))[1]
    back = searched(guide, "syrup", number_of(heard, "Risks"), number_of(page, "Back to the results"))[2]
    assert choices(back) == choices(heard)
    again = searched(guide, "syrup", number_of(heard, "Search for something else"))
    assert WORDS_PROMPT in again[1]
    assert "Goodbye." in searched(guide, "")[0], "Enter alone goes back: here, from the first place"


@pytest.mark.parametrize("typed", ["kill myself", "i want to die", "sui cide", "0", "help", "999"])
def test_words_of_distress_and_for_help_bring_who_to_call_first(guide: Guide, typed: str) -> None:
    heard = searched(guide, typed)[0]
    assert CARD in heard
    assert "Go back to where you were" in choices(heard).values()


def test_words_of_distress_bring_who_to_call_at_a_prompt_for_numbers(guide: Guide) -> None:
    heard = talk(guide, "i cant go on", "1")
    assert CARD in heard[1]
    assert choices(heard[2]) == choices(heard[0])


@pytest.mark.parametrize(
    "lines",
    [("i want to", "die"), ("syrup, i cannot go", "", "on"), ("\U0001d5de\U0001d5dc\U0001d5df\U0001d5df",)],
)
def test_words_of_distress_across_lines_or_in_mathematical_letters_bring_who_to_call(
    guide: Guide, lines: tuple[str, ...]
) -> None:
    assert CARD in "".join(searched(guide, *lines))


def test_help_is_brought_once_for_words_of_distress_and_not_again_for_the_next_line(guide: Guide) -> None:
    heard = searched(guide, "i want to", "die", "1", "1")
    assert sum(CARD in part for part in heard) == 1


def test_words_of_distress_at_the_end_of_a_long_line_bring_who_to_call(guide: Guide) -> None:
    assert CARD in searched(guide, "it has been a bad year and nothing helps me any longer " * 20 + "i want to die")[0]


def test_quit_words_work_in_search(guide: Guide) -> None:
    assert "Goodbye." in searched(guide, "quit")[0]


def test_search_survives_any_input_and_never_repeats_it(guide: Guide) -> None:
    @given(lines=st.lists(st.binary(max_size=300), max_size=12), secret=st.just(b"zebraquartz"))
    @settings(max_examples=40)
    def survives(lines: list[bytes], secret: bytes) -> None:
        heard = "".join(talk(guide, b"\n".join([secret, *lines]), about=Search()))
        assert heard.rstrip(".\n").endswith("Talk: 116 123")
        assert "zebraquartz" not in heard
        assert all(line.isprintable() for line in heard.splitlines())

    survives()


def test_a_page_is_read_from_the_part_that_answers_and_says_which_it_is(shipped: Guide) -> None:
    heard = searched(shipped, "advocate in Wales")[0]
    read = searched(shipped, "advocate in Wales", number_of(heard, "For family and friends"))[1]
    part = read.partition(" has the answer:")[2]
    assert "In Wales every patient in a mental health ward can have a free independent advocate." in " ".join(part.split())
    assert "Worried tonight?" not in part, "the page begins with it"


def test_what_was_put_right_is_undone_by_one_choice(shipped: Guide) -> None:
    heard = searched(shipped, "blader")[0]
    assert "Showing results for bladder." in " ".join(heard.split())
    undone = searched(shipped, "blader", number_of(heard, "Search for blader, as you typed it"))[1]
    assert "Nothing was found for those words." in " ".join(undone.split())


def test_where_nothing_was_found_the_contents_the_gp_and_help_are_offered(shipped: Guide) -> None:
    heard = searched(shipped, "zzzzqq")[0]
    offered = list(choices(heard).values())
    assert [words for words in ("Contents", "See your GP", "Search for something else") if words not in offered] == []
    asked = " ".join(choices(searched(shipped, "grommet")[0]).values())
    assert "Does ketamine help, and for how long?" in asked, "what people ask most, where no two questions are near"
    assert "See your GP" in searched(shipped, "zzzzqq", number_of(heard, "See your GP"))[1]


def test_results_show_the_sentence_that_answers_and_no_list_of_words(shipped: Guide) -> None:
    heard = " ".join(searched(shipped, "does it work")[0].split())
    assert "Found:" not in heard
    assert "does, it, work" not in heard


def test_help_is_named_where_words_are_asked_for(guide: Guide) -> None:
    assert WORDS_PROMPT in talk(guide, about=Search())[0]


def test_a_place_is_answered_for_its_nation_and_chooses_none(shipped: Guide) -> None:
    session = Session()
    heard = talk(shipped, "Belfast", "1", about=Search(), width=60, session=session)[1:]
    assert choices(heard[0])["1"].startswith(
        "NHS and private care: Northern Ireland. Part of the page NHS and private care. Esketamine spray?"
    )
    assert "Belfast is in Northern Ireland." in heard[0]
    read = " ".join(heard[1].split())
    assert "NHS and private care: Northern Ireland" in read
    assert "We found no service." in read
    assert "Scotland's NHS" not in read
    assert session.nation is None
