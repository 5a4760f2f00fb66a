"""The rules that hold a short page to its standard page."""

import pytest

from tests.unit.kitchen import Kitchen

HELP, RISKS, GP = "en-short/sections/get-help.yaml", "en-short/sections/risks.yaml", "en-short/sections/see-your-gp.yaml"


def found(kitchen: Kitchen, rule_id: str, file: str) -> list[str]:
    return [problem.message for problem in kitchen.findings(rule_id) if problem.file == file]


def test_a_crisis_card_may_be_worded_anew_and_loses_no_point(kitchen: Kitchen) -> None:
    assert found(kitchen, "short-contacts", HELP) == []
    kitchen.replace(HELP, "      - you cannot keep safe\n", "")
    assert found(kitchen, "short-contacts", HELP) == [
        "the standard page has a card emergency with 2 points, and this page has not"
    ]


@pytest.mark.parametrize(("old", "new"), [('["999", ae]', "[ae]"), ("urgency: emergency", "urgency: urgent")])
def test_a_crisis_card_keeps_its_level_and_its_contacts(kitchen: Kitchen, old: str, new: str) -> None:
    kitchen.replace(HELP, old, new)
    assert "a card emergency" in found(kitchen, "short-contacts", HELP)[0]


def test_a_directory_stays_whole(kitchen: Kitchen) -> None:
    kitchen.replace(HELP, "kinds: [listening, text]", "kinds: [text]")
    assert found(kitchen, "short-contacts", HELP) == ["the standard page lists samaritans, and this page does not"]


def test_a_contact_in_a_sentence_may_be_left_out(kitchen: Kitchen) -> None:
    kitchen.replace("en/sections/risks.yaml", "Test pressure goes up", "Talk to [Samaritans](contact:samaritans). It goes up")
    assert found(kitchen, "short-contacts", RISKS) == []


def test_a_picture_may_be_left_out_and_none_is_added(kitchen: Kitchen) -> None:
    every = "en-short/sections/every-kind.yaml"
    picture = kitchen.text(every).partition("  - kind: icon_array\n")
    kitchen.write(every, picture[0])
    assert found(kitchen, "short-numbers", every) == []
    kitchen.append(RISKS, picture[1] + picture[2])
    assert "this page has the picture syrup-response (response), and its standard page has not" in found(
        kitchen, "short-numbers", RISKS
    )


def test_a_short_page_tells_a_risk_where_the_standard_page_does(kitchen: Kitchen) -> None:
    kitchen.replace("evidence.yaml", "topic: risk\n", "topic: risks\n")
    assert found(kitchen, "short-parts", RISKS) == []
    kitchen.write(RISKS, kitchen.text(RISKS).replace("cites: [syrup-harm]", "cites: [syrup-response]"))
    assert found(kitchen, "short-parts", RISKS) == ["the standard page tells risks, and this page cites no claim about one"]


def test_a_short_page_ends_with_the_same_questions(kitchen: Kitchen) -> None:
    kitchen.replace(GP, "questions: [ask-test, ask-family]", "questions: [ask-family]")
    assert found(kitchen, "short-parts", GP) == ["the questions to ask are not those of the standard page"]


def test_cards_directories_and_the_page_of_help_are_left_out_of_the_count(kitchen: Kitchen) -> None:
    kitchen.write(RISKS, kitchen.text(RISKS).partition("blocks:")[0] + "blocks: []\n")
    assert found(kitchen, "short-length", RISKS) == []
    card = kitchen.text(HELP).partition("  - kind: care_card")
    kitchen.write(RISKS, kitchen.text(RISKS).replace("blocks: []", f"blocks:\n{card[1]}{card[2]}"))
    assert found(kitchen, "short-length", RISKS) == [], "a card is help, not reading"
    kitchen.append(RISKS, "  - {kind: paragraph, text: Test pressure goes up for about 40 minutes. It goes down again.}\n")
    assert len(found(kitchen, "short-length", RISKS)) == 1
    assert found(kitchen, "short-length", HELP) == []


def test_a_folder_that_declares_no_edition_is_told_what_makes_it_one(kitchen: Kitchen) -> None:
    (kitchen.path / "en-short/edition.yaml").unlink()
    hints = [problem.hint for problem in kitchen.findings("unexpected-files")]
    assert hints == ["rename it to what it should be, or remove it; a folder with an edition.yaml is an edition"]
