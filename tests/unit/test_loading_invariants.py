"""A guide of the right shape that no view could show: ids given twice, figures that cannot be, numbers that are missing."""

import pytest

from ketaguide import crisis
from tests.unit.kitchen import Kitchen

PAGE = "en/sections/every-kind.yaml"
TWICE = "is used twice: give one of them another id, or remove it"


@pytest.mark.parametrize(
    ("file", "old", "new", "id_", "spot"),
    [
        ("evidence.yaml", "id: syrup-remission", "id: syrup-response", "syrup-response", "32:9"),
        ("sources.yaml", "id: test-review", "id: test-trial", "test-trial", "8:9"),
        ("contacts.yaml", "id: ae", 'id: "999"', "999", "12:9"),
        ("guide.yaml", "id: second", "id: first", "first", "10:9"),
        ("guide.yaml", "[risks,", "[every-kind,", "every-kind", "12:16"),
        ("en/glossary.yaml", "id: test-person", "id: test-syrup", "test-syrup", "9:9"),
        ("en/questions.yaml", "id: family", "id: gp", "gp", "7:9"),
        ("en/questions.yaml", "{id: ask-family", "{id: ask-test", "ask-test", "10:14"),
        ("en/quiz.yaml", "id: pressure", "id: who-is-helped", "who-is-helped", "18:13"),
        ("evidence.yaml", "measure: nausea", "measure: response", "response", "23:18"),
    ],
)
def test_an_id_that_is_given_twice_is_refused_at_the_second_place(
    kitchen: Kitchen, file: str, old: str, new: str, id_: str, spot: str
) -> None:
    kitchen.replace(file, old, new)
    twice = [fault for fault in kitchen.faults() if TWICE in fault]
    assert twice == [f"{file}:{spot}: error: the id {id_!r} {TWICE}"]


def test_a_question_people_ask_may_not_share_its_id_even_across_pages(kitchen: Kitchen) -> None:
    faq = "  - kind: faq\n    id: faq-taste\n    question: Again?\n    answer: [{kind: paragraph, text: Yes.}]\n"
    kitchen.append("en/sections/see-your-gp.yaml", faq)
    assert kitchen.fault() == f"{kitchen.spot('en/sections/see-your-gp.yaml', 'faq-taste')}: error: the id 'faq-taste' {TWICE}"


def test_both_editions_may_use_the_same_ids(kitchen: Kitchen) -> None:
    kitchen.append("en-short/sections/every-kind.yaml", "  - {kind: faq, id: faq-taste, question: Taste?, answer: []}\n")
    assert kitchen.faults() == []


@pytest.mark.parametrize(
    ("old", "new", "at", "expected"),
    [
        ("events: 108, total: 195", "events: 208, total: 195", "208, total", "208 of 195 people is more than there were"),
        ("events: 108, total: 195", "events: 108", "108, low100", "events and total belong together, and only one is written"),
        ("low100: 48, high100: 62", "high100: 62", "62}", "low100 and high100 belong together, and only one is written"),
        ("low100: 48, high100: 62", "low100: 60, high100: 62", "55, events", "55 does not lie between 60 and 62"),
    ],
)
def test_a_figure_that_cannot_be_is_refused(kitchen: Kitchen, old: str, new: str, at: str, expected: str) -> None:
    kitchen.replace("evidence.yaml", old, new)
    fault = kitchen.fault()
    assert fault.startswith(f"{kitchen.spot('evidence.yaml', at)}: error: {expected}: ")


@pytest.mark.parametrize("contact", [crisis.EMERGENCY, *crisis.URGENT.values(), crisis.TALKS[0]])
def test_a_guide_without_a_crisis_number_is_refused(kitchen: Kitchen, contact: str) -> None:
    quoted = '"999"' if contact == "999" else contact
    kitchen.replace("contacts.yaml", f"id: {quoted}\n", "id: other\n")
    expected = f"the contact {contact!r} is missing: add it; every screen shows its number"
    assert kitchen.fault() == f"contacts.yaml:2:1: error: {expected}"


def test_a_crisis_contact_without_its_number_is_refused(kitchen: Kitchen) -> None:
    kitchen.replace("contacts.yaml", '    phone: "116 123"\n', "")
    spot = kitchen.spot("contacts.yaml", "id: samaritans")
    assert kitchen.fault() == f"{spot}: error: the contact 'samaritans' has no phone number: add it; every screen shows it"


def test_a_newer_format_is_answered_with_a_newer_program(kitchen: Kitchen) -> None:
    kitchen.replace("guide.yaml", "format: 1", "format: 2")
    expected = "this content is written in format 2, and this program reads format 1: install a newer ketaguide"
    assert kitchen.fault() == f"guide.yaml:2:9: error: {expected}"


def test_an_older_format_is_answered_with_newer_content(kitchen: Kitchen) -> None:
    kitchen.replace("guide.yaml", "format: 1", "format: 0")
    assert kitchen.fault().endswith("this program reads format 1: install newer content")


@pytest.mark.parametrize("format_", ["one", "9" * 5000, "-1", "[1]"])
def test_a_format_that_is_no_number_is_a_problem(kitchen: Kitchen, format_: str) -> None:
    kitchen.replace("guide.yaml", "format: 1", f"format: {format_}")
    assert kitchen.fault().startswith("guide.yaml:2:9: error: ")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("{n} in 100", "{m} in 100", "there is nothing to put in the place of {m}: use only: {n}"),
        ("{n} in 100", "{n.__class__} in 100", "there is nothing to put in the place of {n.__class__}: use only: {n}"),
        ("{n} in 100", "{n in 100", "a { or } stands alone: write {{ or }} for the character itself"),
        ("In short", "In {short}", "there is nothing to put in the place of {short}: write the words out"),
    ],
)
def test_words_of_the_program_with_a_place_that_nothing_fills_are_refused(
    kitchen: Kitchen, old: str, new: str, expected: str
) -> None:
    from ketaguide.paths import content_dir

    kitchen.write("en/interface.yaml", (content_dir() / "en/interface.yaml").read_bytes())
    kitchen.replace("en/interface.yaml", old, new)
    assert expected in kitchen.fault()


def test_a_guide_that_is_not_sound_is_kept_for_the_checker(kitchen: Kitchen) -> None:
    kitchen.replace(PAGE, "measure: nausea", "measure: nauseous")
    loaded = kitchen.load()
    assert (loaded.guide, loaded.draft is not None) == (None, True)
