"""Deciding in the conversation: things and options are picked by number alone, and forgotten afterwards."""

import msgspec
import pytest

from ketaguide.conversation.page import PageReader
from ketaguide.model.guide import Guide
from ketaguide.model.options import Matter
from ketaguide.session import Session
from tests.unit import scripted
from tests.unit.scripted import choices, number_of, talk

PICK, COMPARE, HOME = "Pick what matters most to me", "Read the options side by side", "What matters to me, my questions"


def by_words(guide: Guide, *wanted: str, session: Session | None = None) -> str:
    """The reply after these choices of the page, one after another from its end."""
    return " ".join(scripted.by_words(guide, *wanted, first=("e",), about=PageReader("every-kind"), session=session).split())


def test_a_link_to_the_options_begins_with_them(shipped: Guide) -> None:
    answers = ["2"]
    for words in ("Pages named on this page", "What can be tried next"):
        said = talk(shipped, *answers, about=PageReader("getting-ready"))
        answers.append(number_of(said[len(answers)], words))
    said = talk(shipped, *answers, about=PageReader("getting-ready"))
    assert "The options side by side" in said[len(answers)]
    assert "In short" not in said[len(answers)]


@pytest.fixture(scope="module")
def five(guide: Guide) -> Guide:
    """The test guide with five things to pick from."""
    edition = guide.editions["en"]
    things = tuple(Matter(id=f"thing-{n}", text=f"Thing {n}", rows=("soon",)) for n in range(1, 6))
    options = msgspec.structs.replace(edition.options, things=things)
    return msgspec.structs.replace(guide, editions={"en": msgspec.structs.replace(edition, options=options)})


def test_three_things_are_picked_by_number_and_each_says_that_it_was(five: Guide) -> None:
    session = Session()
    heard = by_words(five, PICK, "Thing 4", "Thing 1", "Thing 5", session=session)
    assert session.matters.ids == ("thing-4", "thing-1", "thing-5")
    assert heard == "Picked: Thing 5 Enter: list again."


def test_a_fourth_pick_is_answered_by_a_sentence_and_changes_nothing(five: Guide) -> None:
    session = Session()
    heard = by_words(five, PICK, "Thing 4", "Thing 1", "Thing 5", "Thing 2", session=session)
    assert session.matters.ids == ("thing-4", "thing-1", "thing-5")
    assert heard.startswith("You have picked three. Take one away first. Enter: list again.")


def test_the_same_number_takes_a_pick_away_and_one_choice_takes_all(five: Guide) -> None:
    session = Session()
    heard = by_words(five, PICK, "Thing 4", "Thing 1", "Picked: Thing 4", session=session)
    assert session.matters.ids == ("thing-1",)
    assert heard.startswith("Not picked: Thing 4")
    by_words(five, PICK, "Thing 4", "Thing 1", "Take all my picks away", session=session)
    assert not session.matters


def test_what_matters_comes_first_and_is_marked_in_every_option(guide: Guide) -> None:
    heard = by_words(guide, PICK, "How soon it may work", "Back", COMPARE, "Option by option")
    assert "Option 1 of 3: Carrying on as now - How soon may it work? (matters to you)" in heard


def test_the_options_are_read_question_by_question_in_one_order(guide: Guide) -> None:
    said = by_words(guide, COMPARE, "Question by question")
    assert "Question 1 of 4: What is it? - Carrying on as now: The test medicine" in said
    names = [said.index(name) for name in ("- Carrying on as now:", "- Test syrup:", "- Wait:")]
    assert names == sorted(names)


def test_the_options_chosen_stand_beside_carrying_on_as_now_until_all_are_shown_again(guide: Guide) -> None:
    way = (COMPARE, "Choose options", "Wait", "Back")
    assert "Option 1 of 2: Carrying on as now" in by_words(guide, *way, "Option by option")
    assert by_words(guide, *way, "Option by option", "part 2").startswith("Option 2 of 2: Wait")
    assert "Option 2 of 3: Test syrup" in by_words(guide, *way, "Show every option", "Option by option", "part 2")


def test_what_is_taken_home_has_the_picks_of_this_reader_and_the_next_reader_has_none(guide: Guide) -> None:
    way = (PICK, "How soon it may work", "Back", COMPARE, "Choose options", "Wait", "Back", "Back")
    assert "What matters most to me 1. How soon it may work Options I want to discuss 1. Wait" in by_words(guide, *way, HOME)
    assert "What matters most to me (blank) Options I want to discuss (blank)" in by_words(guide, HOME)


def test_a_page_without_options_offers_none(guide: Guide) -> None:
    offered = choices(talk(guide, about=PageReader("risks"))[0]).values()
    assert offered
    assert not [words for words in offered if words.startswith((PICK, COMPARE, HOME))]


def test_each_step_of_getting_ready_leads_to_its_place(shipped: Guide) -> None:
    ready = shipped.meta.roles.ready
    end = talk(shipped, "2", about=PageReader(ready))[1]
    assert [words for words in (PICK, "Pick questions from this page") if words not in choices(end).values()] == []
    named = choices(talk(shipped, "2", number_of(end, "Pages named on this page"), about=PageReader(ready))[2])
    steps = ("check-first", "next-steps", "does-it-help", "risks", "questions-people-ask", "see-your-gp")
    titles = [shipped.editions["en"].sections[page].title for page in steps]
    assert [title for title in named.values() if title in titles] == titles
