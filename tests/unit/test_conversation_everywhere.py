"""Everything is reached by numbers alone, help is one answer away from every prompt, and nothing breaks the conversation."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ketaguide.model.guide import Guide
from tests.unit.scripted import talk, walk

CARD = "Emergency: Call 999 or go to A&E now if:"


@pytest.fixture(scope="module")
def reached(guide: Guide) -> dict[str, tuple[str, ...]]:
    return walk(guide)


def test_help_is_one_answer_away_from_every_prompt_and_leads_back_there(
    guide: Guide, reached: dict[str, tuple[str, ...]]
) -> None:
    assert len(reached) > 60
    for offered, answers in reached.items():
        heard = talk(guide, *answers, "0", "1", "?", "leave")
        assert CARD in heard[len(answers) + 1]
        if "Go back to where you were" not in offered:
            assert heard[len(answers) + 3] == offered


def test_every_page_word_question_and_choice_is_reached_by_numbers_alone(
    guide: Guide, reached: dict[str, tuple[str, ...]]
) -> None:
    heard = set()
    for answers in reached.values():
        heard.add(" ".join(" ".join(talk(guide, *answers, "leave", width=40)).split()))
    everything = " ".join(heard)
    edition, labels = guide.editions["en"], guide.editions["en"].interface.labels
    wanted = {page.title for page in edition.sections.values()}
    wanted |= {term.term for term in edition.glossary.terms}
    wanted |= {question.text for round_ in edition.quiz.rounds for question in round_.questions}
    wanted |= {
        labels.how_we_know,
        guide.editions["en-short"].meta.name,
        edition.interface.take.title,
        edition.interface.about.title,
    }
    wanted |= {edition.interface.find.title, guide.editions["en-short"].meta.name}
    assert {words for words in wanted if words not in everything} == set()


LINES = st.lists(st.one_of(st.integers(0, 12).map(lambda n: str(n).encode()), st.binary(max_size=300)), max_size=40)


def test_the_conversation_survives_any_input(guide: Guide) -> None:
    @given(lines=LINES, width=st.integers(20, 80))
    @settings(max_examples=60)
    def survives(lines: list[bytes], width: int) -> None:
        heard = "\n".join(talk(guide, b"\n".join(lines), width=width))
        assert heard.rstrip(".\n").endswith("Talk: 116 123")
        assert all(line.isprintable() for line in heard.splitlines())
        assert all(len(line) <= max(width, 40) for line in heard.splitlines())

    survives()


def test_two_choices_by_number_are_not_read_together_as_a_crisis_number(guide: Guide) -> None:
    said = "".join(talk(guide, "11", "1"))
    assert CARD not in said, "11 and then 1 brought help for 111"


LETTERS = ["", "n", "b", "a", "e", "h", "f", "s", "m", "?", "1", "2", "5", "risks", "syrup", "f syrup", "wales", "nation",
           "questions", "matters", "phone", "hide", "0", "zzqq", "99"]  # fmt: skip


def test_back_and_enter_never_leave_the_guide_and_the_menu_is_a_letter_away_from_everywhere(guide: Guide) -> None:
    @given(lines=st.lists(st.sampled_from(LETTERS), max_size=12))
    @settings(max_examples=30)
    def stays(lines: list[str]) -> None:
        heard = "\n".join(talk(guide, *lines, *["b"] * 40, "1", "leave"))
        assert heard.count("Goodbye.") == 1
        assert heard.endswith("Talk: 116 123\n\n")
        assert "This is the start." in heard, "going back ends at the first place"
        # hiding takes the first line typed for the way back; words are asked for with one letter of their own
        menu = talk(guide, *lines, "", "m", "leave")
        assert menu[-2].endswith("Enter: short answers. ")

    stays()


def test_enter_alone_reads_on_and_never_leaves(guide: Guide) -> None:
    heard = talk(guide, "1", *[""] * 60)
    assert "Goodbye." not in "".join(heard[:-1])
    assert len(heard) == 63, "one prompt for each Enter"
