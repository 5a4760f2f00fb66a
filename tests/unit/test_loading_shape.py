"""YAML that is right, and a guide that is not: each fault is named with its place and what to do."""

from tests.unit.kitchen import Kitchen

PAGE = "en/sections/every-kind.yaml"
ERROR = ": error: "


def test_the_kitchen_sink_has_no_faults(kitchen: Kitchen) -> None:
    assert kitchen.faults() == []


def test_an_unknown_field_is_named_and_the_nearest_one_offered(kitchen: Kitchen) -> None:
    kitchen.replace(PAGE, "nav_title:", "nav_titel:")
    spot = kitchen.spot(PAGE, "nav_titel")
    assert kitchen.fault() == f"{spot}: error: there is no field 'nav_titel' here: did you mean 'nav_title'?"


def test_a_field_like_none_is_answered_with_all_that_there_are(kitchen: Kitchen) -> None:
    kitchen.replace(PAGE, "text: Most test people", "xyz: 1\n    text: Most test people")
    assert kitchen.fault().endswith("there is no field 'xyz' here: use one of: cites, nations, text")


def test_an_unknown_kind_of_block_is_named_and_the_nearest_one_offered(kitchen: Kitchen) -> None:
    kitchen.replace(PAGE, "kind: paragraph", "kind: paragraf")
    spot = kitchen.spot(PAGE, "paragraf")
    assert kitchen.fault() == f"{spot}: error: there is no block kind 'paragraf' here: did you mean 'paragraph'?"


def test_a_kind_that_is_a_list_is_named(kitchen: Kitchen) -> None:
    kitchen.replace(PAGE, "kind: paragraph", "kind: [paragraph]")
    assert kitchen.fault().startswith(f"{kitchen.spot(PAGE, '[paragraph]')}: error: there is no block kind ['paragraph'] here")


def test_a_block_without_a_kind_is_told_the_kinds(kitchen: Kitchen) -> None:
    kitchen.replace(PAGE, "kind: inset\n    text", "text")
    spot = kitchen.spot(PAGE, "text: Most test people")
    assert kitchen.fault().startswith(f"{spot}: error: the field 'kind' is missing: use one of: callout, care_card, contacts,")


def test_a_fold_holds_simple_blocks_only(kitchen: Kitchen) -> None:
    kitchen.replace(PAGE, "kind: paragraph\n        text: A fold", "kind: heading\n        text: A fold")
    spot = kitchen.spot(PAGE, "heading\n        text: A fold")
    assert kitchen.fault().startswith(f"{spot}: error: there is no block kind 'heading' here: ")


def test_text_in_the_place_of_a_list_is_told_how_a_list_is_written(kitchen: Kitchen) -> None:
    kitchen.replace(PAGE, "questions: [ask-test, ask-family]", "questions: ask-test")
    expected = "expected a list, got 'ask-test': write it in square brackets: [ask-test]"
    assert kitchen.fault() == f"{kitchen.spot(PAGE, 'ask-test')}: error: {expected}"


def test_a_list_in_the_place_of_text_is_named(kitchen: Kitchen) -> None:
    kitchen.replace(PAGE, 'title: "Every kind of block: a test page"', "title: [Every, kind]")
    hint = "put quotes around the whole text if it starts with a bracket; else write one text after the colon"
    expected = f"expected text, got a list: {hint}"
    assert kitchen.fault() == f"{kitchen.spot(PAGE, '[Every, kind]')}: error: {expected}"


def test_fields_in_the_place_of_prose_are_named(kitchen: Kitchen) -> None:
    kitchen.replace(PAGE, "text: Most test people said that they would do it again.", "text:\n      says: Most")
    hint = "put quotes around the whole text: it has a colon and a space in it"
    assert kitchen.fault() == f"{kitchen.spot(PAGE, 'says')}: error: expected text, got the field 'says': {hint}"


def test_words_in_the_place_of_a_number_are_named(kitchen: Kitchen) -> None:
    kitchen.replace("evidence.yaml", "per100: 55", "per100: many")
    expected = "expected a whole number from 0 to 100, got 'many': write the number alone, in digits"
    assert kitchen.fault() == f"{kitchen.spot('evidence.yaml', 'many')}: error: {expected}"


def test_more_than_100_in_100_is_refused(kitchen: Kitchen) -> None:
    kitchen.replace("evidence.yaml", "per100: 55", "per100: 155")
    expected = "expected a whole number from 0 to 100, got '155': write the number alone, in digits"
    assert kitchen.fault() == f"{kitchen.spot('evidence.yaml', '155')}: error: {expected}"


def test_a_yes_or_no_in_other_words_is_refused(kitchen: Kitchen) -> None:
    kitchen.replace("evidence.yaml", "verified: true", "verified: probably")
    expected = "expected true or false, got 'probably': write true or false"
    assert kitchen.fault() == f"{kitchen.spot('evidence.yaml', 'probably')}: error: {expected}"


def test_a_date_that_no_calendar_has_is_refused(kitchen: Kitchen) -> None:
    kitchen.replace(PAGE, "updated: 2026-02-01", "updated: 2026-13-01")
    spot = kitchen.spot(PAGE, "2026-13-01")
    assert kitchen.fault() == f"{spot}: error: expected a date, got '2026-13-01': write it as 2026-01-31"


def test_a_value_that_is_not_one_of_a_few_is_answered_with_the_nearest(kitchen: Kitchen) -> None:
    kitchen.replace("contacts.yaml", "kind: urgent", "kind: urgnt")
    spot = kitchen.spot("contacts.yaml", "urgnt")
    assert kitchen.fault() == f"{spot}: error: 'urgnt' is not allowed here: did you mean 'urgent'?"


def test_a_nation_that_the_country_has_not_is_answered_with_the_nearest(kitchen: Kitchen) -> None:
    kitchen.replace("contacts.yaml", "nations: [england]", "nations: [englnd]")
    spot = kitchen.spot("contacts.yaml", "englnd")
    assert kitchen.fault() == f"{spot}: error: there is no nation 'englnd' in the profile 'uk': did you mean 'england'?"


def test_a_missing_field_is_named_where_its_block_starts(kitchen: Kitchen) -> None:
    kitchen.replace(PAGE, "    alternative: The spoon", "    #: The spoon")
    expected = "the field 'alternative' is missing: add \"alternative: …\"; docs/blocks.md says what it holds"
    assert kitchen.fault() == f"{kitchen.spot(PAGE, 'kind: diagram')}: error: {expected}"


def test_prose_left_empty_is_refused(kitchen: Kitchen) -> None:
    kitchen.replace(PAGE, "text: Most test people said that they would do it again.", "text:")
    assert kitchen.fault().endswith("error: the text is empty: write it, or remove the field")


def test_a_file_that_is_one_word_is_refused(kitchen: Kitchen) -> None:
    kitchen.write(PAGE, "hello\n")
    expected = "expected fields, got 'hello': write each field on a line of its own as name: value"
    assert kitchen.fault() == f"{PAGE}:1:1: error: {expected}"


def test_every_fault_of_every_file_is_told_in_one_run_in_order(kitchen: Kitchen) -> None:
    kitchen.replace(PAGE, "nav_title:", "nav_titel:")
    kitchen.replace(PAGE, "kind: inset", "kind: insert")
    kitchen.replace("evidence.yaml", "per100: 55", "per100: many")
    kitchen.write("en/quiz.yaml", "rounds: [\n")
    kitchen.replace("en/glossary.yaml", "term: test person", "#")
    faults = kitchen.faults()
    assert [fault.partition(ERROR)[0] for fault in faults] == [
        "en/glossary.yaml:9:5",
        "en/quiz.yaml:1:9",
        kitchen.spot(PAGE, "nav_titel:"),
        kitchen.spot(PAGE, "insert"),
        kitchen.spot("evidence.yaml", "many"),
    ]


def test_every_fault_says_what_to_do(kitchen: Kitchen) -> None:
    kitchen.replace(PAGE, "nav_title:", "nav:")
    kitchen.replace("evidence.yaml", "per100: 55", "per100: many")
    assert all(problem.hint for problem in kitchen.load().problems)
