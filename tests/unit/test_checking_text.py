"""Words, sentences and numbers as the rules find them."""

import re

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from ketaguide.checking.days import day, is_day, months_between
from ketaguide.checking.phrase_table import PHRASE_RULES, flagged
from ketaguide.checking.phrases import Phrases
from ketaguide.checking.text import MENTION, is_question, sentences, shares, words
from ketaguide.model.guide import Guide
from ketaguide.model.wording import Wording

TOPIC = Wording(conditions=("hay fever",), labels=("the sneezing",), treatments=("test syrup",), measures=("sneezing diary",))
LISTS = {rule.id: rule.lists_of(TOPIC) for rule in PHRASE_RULES}
HYPE, PEOPLE, LATIN, INSTRUCTIONS, SUICIDE, RELATIVE, RANGES = (
    LISTS[id_][0] for id_ in ("hype", "people-first", "latin", "no-instructions", "suicide-words", "relative-risk", "ranges")
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ()),
        ("One.", ("One.",)),
        ("One. Two! Three?", ("One.", "Two!", "Three?")),
        ("No full stop", ("No full stop",)),
        ('He said: "Stop." She did.', ('He said: "Stop."', "She did.")),
        ("See Dr. Smith. Then go.", ("See Dr. Smith.", "Then go.")),
        ("It costs £3.50 a day. In 2024 it was less.", ("It costs £3.50 a day.", "In 2024 it was less.")),
        ("Visit nhs.uk or call. 999 is free.", ("Visit nhs.uk or call.", "999 is free.")),
        ("Rest. (Sleep too.) Eat.", ("Rest.", "(Sleep too.)", "Eat.")),
    ],
)
def test_sentences_end_where_a_reader_would_pause(text: str, expected: tuple[str, ...]) -> None:
    assert sentences(text) == expected


def test_words_are_what_is_read_aloud() -> None:
    assert words("Feel sick - or well? 55 out of 100.") == ["Feel", "sick", "or", "well?", "55", "out", "of", "100."]


def test_a_question_may_stand_in_quotation_marks() -> None:
    assert is_question('"Are you safe?"')
    assert not is_question("Ask whether you are safe.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("55 out of 100 people", [(55, 100)]),
        ("1 in 10", [(1, 10)]),
        ("1 in every 10", [(1, 10)]),
        ("55 people in 100", [(55, 100)]),
        ("9,073 of 110,406 adults", [(9073, 110406)]),
        ("none of the 145", [(0, 145)]),
        ("Two out of 100", [(2, 100)]),
        ("27 out of 100 on one, and 9 out of 100 on the other", [(27, 100), (9, 100)]),
        ("in 2024", []),
        ("5 of them", []),
    ],
)
def test_shares_are_found_however_they_are_said(text: str, expected: list[tuple[int, int]]) -> None:
    assert [(part, whole) for _, part, whole in shares(text)] == expected


def test_dates_may_be_a_year_a_month_or_a_day() -> None:
    assert is_day("2024")
    assert is_day("2024-02")
    assert is_day("2024-02-29")
    assert not is_day("2023-02-29")
    assert day("2023-02-29") == day("2023-02")
    assert months_between("2024-01-31", "2026-02") == 24
    assert months_between("2024", "2026-01-01") == 24


@pytest.mark.parametrize(
    ("phrases", "text", "said"),
    [
        (HYPE, "A real Game-changer.", ["Game-changer"]),
        (HYPE, "Call Lifeline in Northern Ireland.", []),
        (HYPE, "The TRANSFORM-2 trial.", []),
        (PEOPLE, "a depressive episode", []),
        (PEOPLE, "She suffers from it.", ["suffers from"]),
        (LATIN, "It lies about. Media, diet and Egypt.", []),
        (LATIN, "Tea, etc. and so on, e.g. this", ["e.g", "etc"]),
        (INSTRUCTIONS, "Do not stop your medicine without asking.", []),
        (INSTRUCTIONS, "You should not take test syrup at home.", []),
        (INSTRUCTIONS, "You should take test syrup.", ["You should take test syrup"]),
        (PEOPLE, "The sneezing, and one sneezing fit.", ["The sneezing"]),
        (HYPE, "Beat your hay fever.", ["Beat your hay fever"]),
        (INSTRUCTIONS, "Stop taking your tablets.", ["Stop taking your tablets"]),
        (INSTRUCTIONS, "You are better! Stop your doses.", ["Stop your doses"]),
        (SUICIDE, "He died by suicide.", []),
        (SUICIDE, "She committed suicide.", ["committed suicide"]),
        (RELATIVE, "It is twice as likely, and halved relapse.", ["halved relapse", "twice as likely"]),
        (RELATIVE, "Come twice a week. Symptoms had at least halved in 55 out of 100.", []),
        (RANGES, "It helps up to 60 out of 100, or 5-16 in 100.", ["5-16 in 100", "up to 60 out of 100"]),
        (RANGES, "The figure is from 13 to 49 out of 100.", []),
    ],
)
def test_phrases_are_found_as_words_and_not_inside_others(phrases: Phrases, text: str, said: list[str]) -> None:
    assert sorted(found for found, _ in phrases.found(text)) == sorted(said)


FOR_EVERY_TEXT = {f"{id_} {at}": of for id_, lists in LISTS.items() for at, of in enumerate(lists) if not of.containing}


@pytest.mark.parametrize("phrases", FOR_EVERY_TEXT.values(), ids=FOR_EVERY_TEXT)
@settings(max_examples=12)
@given(data=st.data())
def test_one_search_finds_what_any_list_of_the_guide_finds(phrases: Phrases, data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(phrases.patterns).flatmap(st.from_regex))
    assume(any(phrases.found(text)))
    assert flagged(TOPIC).search(f"\n{text.lower()}")


SPOKEN_OF = ["suicidal thoughts", "self-harm", "harming yourself", "ending your life", "took their own life"]


@pytest.mark.parametrize("text", SPOKEN_OF)
def test_suicide_and_self_harm_are_recognised(text: str) -> None:
    assert MENTION.search(text)


@pytest.mark.parametrize("text", ["life is hard", "it harms nobody"])
def test_other_harm_is_not_taken_for_it(text: str) -> None:
    assert not MENTION.search(text)


def test_british_endings_are_left_alone(shipped: Guide) -> None:
    text = "organise, size, prize, seized, analyse, organized, recognize"
    (endings,) = shipped.profile.spelled
    assert re.findall(rf"\b(?:{endings.pattern})\b", text) == ["organized", "recognize"]
