"""The conversation, run with prepared answers."""

import pytest

from ketaguide.conversation import quiz
from ketaguide.model.contact import Nation
from ketaguide.model.guide import Guide
from ketaguide.session import Session
from tests.unit.scripted import PROMPT, by_words, choices, number_of, talk, ways

LEAVE = "leave"


def test_it_begins_and_ends_with_the_numbers_to_call(guide: Guide) -> None:
    heard = "".join(talk(guide, LEAVE))
    assert heard.startswith("GET HELP NOW\nIn danger: 999\n")
    assert heard.rstrip().endswith("Talk: 116 123")


def test_every_prompt_says_how_to_get_help(guide: Guide) -> None:
    assert PROMPT.startswith("0: help.")
    assert len(talk(guide, "", "1", "", "2", LEAVE)) == 6


@pytest.mark.parametrize("answer", ["0", "help", "Help!", "HELP ME", "999", "111", "116 123", " 0 ", "00"])
def test_help_comes_for_zero_for_the_word_and_for_a_number_people_know(guide: Guide, answer: str) -> None:
    heard = talk(guide, answer)[1]
    assert "Emergency: Call 999 or go to A&E now if:" in heard
    assert choices(heard)["1"] == "Go back to where you were"


@pytest.mark.parametrize("answer", ["1\b2", "1\x7f2", "\b2", "12\b\b2"])
def test_a_key_that_erases_takes_back_a_letter_wherever_answers_come_from(guide: Guide, answer: str) -> None:
    assert talk(guide, answer)[1] == talk(guide, "2")[1]


def test_after_help_the_reader_is_where_they_were(guide: Guide) -> None:
    before = talk(guide, "2", "1")[1]
    assert choices(talk(guide, "2", "0", "1", "1")[3]) == choices(before)


def test_help_while_reading_about_help_shows_the_card_again_and_one_way_back(guide: Guide) -> None:
    heard = talk(guide, "0", "2", "0", "0", "1", LEAVE)
    assert all("Emergency:" in heard[index] for index in (1, 3, 4))
    assert choices(heard[5]) == choices(talk(guide)[0])


@pytest.mark.parametrize("nation", ["wales", "northern-ireland"])
def test_help_follows_the_nation(guide: Guide, nation: Nation) -> None:
    session = Session(nation=nation)
    heard = talk(guide, "0", session=session)[1]
    assert ("NHS 111 Wales" in heard) == (nation == "wales")
    assert ("Call 0808 808 8000" in heard) == (nation == "northern-ireland")


@pytest.mark.parametrize(
    "typed",
    [b"99", b"-1", b"1.5", b"+1", b"qqzz", b"x" * 100_000, b"\x1b[A\x1b[B", b"\x00\x07", b"\xff\xfe\x80", b"9" * 5000,
     "\N{FULLWIDTH DIGIT ONE}".encode()],
)  # fmt: skip
def test_input_that_means_nothing_is_answered_in_a_line_and_changes_nothing(guide: Guide, typed: bytes) -> None:
    heard = talk(guide, typed + b"\n1\n" + LEAVE.encode() + b"\n")
    assert len(heard) == 4, "each line is answered once, however long it is"
    assert heard[1].strip().startswith(("No choice here", "Nothing was found", "Enter: short answers."))
    assert choices(heard[1]) == {}
    assert heard[2] == talk(guide, "1")[1]
    assert all(line.isprintable() for text in heard for line in text.splitlines())


@pytest.mark.parametrize("typed", ["quit", "Exit", "bye.", "q"])
def test_quit_words_work_at_every_prompt(guide: Guide, typed: str) -> None:
    heard = talk(guide, typed)
    assert "Goodbye." in heard[1]


def test_input_that_ends_in_the_middle_of_a_line_is_taken_as_a_line(guide: Guide) -> None:
    assert "Page 4 of 5" in talk(guide, b"2")[1]


def test_every_page_is_read_to_its_end_one_after_another(guide: Guide) -> None:
    start = ways(talk(guide)[0], "Read from the first page", guide)
    heard = " ".join("".join(talk(guide, *start, *["1"] * 60)).replace(PROMPT, "").split())
    for number, page in enumerate(guide.meta.order, 1):
        assert f"Page {number} of {len(guide.meta.order)} {guide.editions['en'].sections[page].title}" in heard
    assert heard.count("Last updated 1 February 2026.") >= len(guide.meta.order)


def test_a_long_page_comes_in_parts(guide: Guide) -> None:
    heard = by_words(guide, "Contents", "First part", "Every kind")
    assert heard.rpartition("\n")[2].startswith("Enter: part 2 of ")
    assert choices(heard) == {}, "a page is read with one line at each part"


def test_a_page_can_be_left_read_again_or_read_from_a_heading(guide: Guide) -> None:
    way = ("Contents", "First part", "Every kind", "Go to the end")
    assert "What test syrup is" in choices(by_words(guide, *way, "Headings")).values()
    assert by_words(guide, *way, "Headings", "Numbers").strip().startswith("Numbers")
    assert "Every kind of block: a test page" in by_words(guide, *way, "Read this page again")
    assert "1: First part" in by_words(guide, *way, "Back to: Contents")


def test_the_pages_and_words_that_a_page_names_can_be_opened(guide: Guide) -> None:
    way = ("Contents", "First part", "Every kind", "Go to the end")
    assert "Risks of test syrup\n\n1 min read" in by_words(guide, *way, "Pages named", "Risks of")
    there = by_words(guide, *way, "Pages named", "Risks of", "Back to: Every kind")
    assert there.startswith("Every kind of block. Part 1 of ")
    assert "test syrup: An invented medicine" in by_words(guide, *way, "Words on", "test syrup")
    assert "Risks of test syrup\n\n1 min read" in by_words(guide, *way, "Words on", "test syrup", "Read more: Risks")


def test_a_page_says_how_we_know(guide: Guide) -> None:
    heard = by_words(guide, "Contents", "Second part", "Risks", "How we know")
    assert "How sure we are: Fairly sure" in heard
    assert "Source: Test Reviews" in heard


def test_words_are_explained_from_the_start_too(guide: Guide) -> None:
    heard = by_words(guide, "Words explained", "test person to test syrup", "test syrup")
    assert "Say it: TEST SIH-rup" in heard
    assert "Also called: TS, syrup" in heard
    assert "Risks of test syrup\n\n1 min" in by_words(guide, "Words explained", "test person", "test syrup", "Read more")


def test_the_nation_chosen_is_said_and_followed(guide: Guide) -> None:
    session = Session()
    heard = by_words(guide, "Where do you live? You need not say.", "Scotland", session=session)
    assert session.nation == "scotland"
    assert "Now showing: Scotland. To change it, type: nation" in " ".join(heard.split())
    assert "Your nation: Scotland" in choices(talk(guide, number_of(heard, "More"), session=session)[1]).values()


def test_short_and_simple_is_chosen_and_said(guide: Guide) -> None:
    session = Session()
    heard = by_words(guide, "Standard, or short", "Short and simple", session=session)
    assert session.edition_id == "en-short"
    assert "Now showing: Short and simple." in heard
    more = talk(guide, number_of(heard, "More"), session=session)[1]
    assert "Standard, or short and simple: Short and simple" in choices(more).values()


def test_about_says_the_review_state_and_who_answers(guide: Guide) -> None:
    assert "This test guide shows every kind of" in by_words(guide, "About this guide")
    heard = " ".join(by_words(guide, "About this guide", "", "").split())
    assert f"Not yet reviewed by a clinician. Who wrote it: {guide.meta.author}" in heard


def test_every_choice_of_the_quiz_is_explained_with_the_right_one(guide: Guide) -> None:
    heard = talk(guide, "1", "1", about=quiz)[2]
    assert "You chose: Everyone" in heard
    assert "No. In the trial, 55 of 100 people felt" in heard
    assert "The right answer: About half of the" in heard
    right = talk(guide, "1", "2", about=quiz)[2]
    assert "That is right." in right
    assert "The right answer" not in right


def test_a_question_is_asked_again_after_help(guide: Guide) -> None:
    heard = talk(guide, "1", "0", "1", about=quiz)
    assert "Whom did test syrup help" in heard[1]
    assert "Whom did test syrup help" in heard[3]


def test_a_question_can_be_skipped_gone_back_to_and_left(guide: Guide) -> None:
    second = talk(guide, "1", "4", about=quiz)[2]
    assert "Question 2 of 2" in second
    back = number_of(second, "Question before")
    assert "Question 1 of 2" in talk(guide, "1", "4", back, about=quiz)[3]
    session = Session()
    heard = talk(guide, "1", number_of(talk(guide, "1", about=quiz)[1], "Leave"), about=quiz, session=session)
    assert "Goodbye" in heard[2]
    assert session.attempt is None, "leaving forgets what was chosen"


def test_the_quiz_leads_to_the_page_and_back(guide: Guide) -> None:
    answered = talk(guide, "1", "2", about=quiz)[2]
    more = number_of(answered, "Read more: Every kind")
    assert "Every kind of block" in talk(guide, "1", "2", more, about=quiz)[3]
    end = talk(guide, "1", "2", more, "2", about=quiz)[4]
    back = number_of(end, "Back")
    for way in (back, "b"):
        assert "Next question" in choices(talk(guide, "1", "2", more, "2", way, "b", about=quiz)[6 - (way == back)]).values()


def test_the_quiz_never_speaks_of_scores(shipped: Guide) -> None:
    heard = "".join(talk(shipped, *["1"] * 40, about=quiz)).lower()
    assert not [word for word in ("score", "pass", "fail", "percent", "%", "out of 5 right") if f" {word}" in heard]


def test_the_first_choices_are_what_people_come_with_and_enter_says_their_answers(shipped: Guide) -> None:
    first, again = talk(shipped, "", LEAVE, width=200)[:2]
    for question in shipped.edition("en").home.questions:
        assert question.text in first
        assert question.answer not in first
        assert question.text.rstrip("?") in again
        assert question.answer in again
    assert len(choices(first)) <= 9
    assert "What can be tried next" in by_words(shipped, "What can I try next")
