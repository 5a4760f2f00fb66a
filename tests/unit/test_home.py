"""The first page: the questions people bring, loaded, checked and resolved."""

import pytest
from msgspec import structs

from ketaguide.model.block import Faq
from ketaguide.model.guide import Guide
from ketaguide.model.meta import Review
from ketaguide.resolve.home import resolve_home
from ketaguide.resolve.view import GuideView
from tests.editions import SHORT
from tests.unit.kitchen import Kitchen


def faults(kitchen: Kitchen, rule: str = "home-answers", file: str = "home.yaml") -> list[str]:
    return [str(problem) for problem in kitchen.findings(rule) if file in problem.file]


def test_an_answer_that_its_page_does_not_give_is_refused_where_it_stands(kitchen: Kitchen) -> None:
    assert faults(kitchen) == []
    said = "answer: Test syrup raises test pressure for a short time."
    kitchen.replace("en/home.yaml", said, "answer: Test syrup never raises test pressure.")
    (fault,) = faults(kitchen)
    assert fault.startswith(kitchen.spot("en/home.yaml", "Test syrup never"))
    assert "no sentence of the summary of the page 'risks': copy one word for word, or add cites:" in fault


def test_an_answer_in_other_words_rests_on_claims_of_its_page(kitchen: Kitchen) -> None:
    kitchen.replace("en/home.yaml", "cites: [syrup-harm]", "cites: [syrup-response]")
    (fault,) = faults(kitchen)
    assert fault.startswith(kitchen.spot("en/home.yaml", "syrup-response"))
    assert "the answer rests on 'syrup-response', which the page 'risks' does not cite" in fault


@pytest.mark.parametrize(
    ("rule", "old", "new", "said"),
    [
        ("known-ids", "section: see-your-gp", "section: see-your-gb", "there is no page 'see-your-gb': did you mean"),
        ("known-claims", "cites: [syrup-harm]", "cites: [syrup-harn]", "there is no claim 'syrup-harn' in evidence.yaml: did"),
    ],
)
def test_a_page_or_claim_that_does_not_exist_is_refused(kitchen: Kitchen, rule: str, old: str, new: str, said: str) -> None:
    kitchen.replace("en/home.yaml", old, new)
    (fault,) = faults(kitchen, rule)
    assert fault.startswith(kitchen.spot("en/home.yaml", new.split(": ")[1].strip("[]")))
    assert said in fault


def test_an_answer_in_the_short_edition_is_the_short_pages_own(kitchen: Kitchen) -> None:
    kitchen.write("en-short/home.yaml", kitchen.text("en/home.yaml"))
    first, *_ = faults(kitchen)
    assert first.startswith(kitchen.spot("en-short/home.yaml", "Test syrup raises test pressure for"))


def test_a_short_home_that_is_missing_falls_back(kitchen: Kitchen) -> None:
    guide = kitchen.guide()
    assert resolve_home(GuideView(guide, SHORT)).title == guide.editions["en"].home.title


def test_home_says_the_questions_their_answers_and_the_state_of_review(guide: Guide) -> None:
    home = resolve_home(GuideView(guide))
    assert [(one.number, one.brief, one.page.id) for one in home.questions] == [
        (1, "What are the risks?", "risks"),
        (2, "What may a test person try next?", "see-your-gp"),
        (3, "How long does the pressure stay up?", "risks"),
    ]
    assert home.questions[1].text == "What may a test person with a test syrup try next?"
    assert [(one.number, one.text) for one in home.ways] == [(4, "See your GP")]
    assert home.about == "Invented facts, for tests only. Not yet reviewed by a clinician."
    signed = structs.replace(guide.meta, review=Review(role="Psychiatrist", date="2026-03-01", next_date="2026-09-01"))
    assert "Reviewed by Psychiatrist" in resolve_home(GuideView(structs.replace(guide, meta=signed))).about


def test_a_question_whose_page_is_not_there_is_not_asked(guide: Guide) -> None:
    standard = guide.editions["en"]
    sections = {name: page for name, page in standard.sections.items() if name != "risks"}
    small = structs.replace(guide, editions={"en": structs.replace(standard, sections=sections)})
    assert [(one.number, one.page.id) for one in resolve_home(GuideView(small)).questions] == [(1, "see-your-gp")]


def test_home_marks_the_nation_and_counts_what_there_is_to_read_in_it(shipped: Guide) -> None:
    everywhere, scotland = resolve_home(GuideView(shipped)), resolve_home(GuideView(shipped, nation="scotland"))
    assert [(one.name, one.is_chosen) for one in everywhere.nations][-1] == ("All UK nations", True)
    assert [one.name for one in scotland.nations if one.is_chosen] == ["Scotland"]
    assert [place.kind for place in everywhere.places] == ["answers", "pages", "words", "quiz", "about"]
    asked = [block for block in shipped.editions["en"].sections["questions-people-ask"].blocks if isinstance(block, Faq)]
    assert everywhere.places[0].name == f"{len(asked)} more questions"
    assert everywhere.places[1].name == f"All {len(shipped.meta.order)} pages"


def test_tables_and_questions_of_a_step_count_towards_its_minutes(kitchen: Kitchen) -> None:
    words = " ".join(["word"] * 399)
    kitchen.replace("en/sections/risks.yaml", "Test syrup raises test pressure for a short time.", words)
    kitchen.append("guide.yaml", "paths:\n  - minutes: 2\n    steps:\n      - section: risks\n")
    assert faults(kitchen, "time-paths", "guide.yaml") == []
    kitchen.append("guide.yaml", "        questions: [ask-test]\n")
    (fault,) = faults(kitchen, "time-paths", "guide.yaml")
    assert "what is offered for 2 minutes takes" in fault
    kitchen.replace("guide.yaml", "questions: [ask-test]", "questions: [ask-tset]")
    (unknown,) = faults(kitchen, "known-ids", "guide.yaml")
    assert unknown.startswith(kitchen.spot("guide.yaml", "ask-tset"))
