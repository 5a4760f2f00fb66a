"""YAML that is right, and a guide that is not; tests/data/breakages.yaml has each fault with its place and cure."""

from tests.unit.kitchen import Kitchen

PAGE = "en/sections/every-kind.yaml"


def test_the_kitchen_sink_has_no_faults(kitchen: Kitchen) -> None:
    assert kitchen.faults() == []


def test_a_file_that_is_one_word_is_refused(kitchen: Kitchen) -> None:
    kitchen.write(PAGE, "hello\n")
    expected = "expected fields, got 'hello': write each field on a line of its own as name: value"
    assert kitchen.fault() == f"{PAGE}:1:1: error: {expected}"


def test_every_fault_of_every_file_is_told_in_one_run_in_order_with_what_to_do(kitchen: Kitchen) -> None:
    kitchen.replace(PAGE, "nav_title:", "nav_titel:")
    kitchen.replace(PAGE, "kind: inset", "kind: insert")
    kitchen.replace("evidence.yaml", "per100: 55", "per100: many")
    kitchen.write("en/quiz.yaml", "rounds: [\n")
    kitchen.replace("en/glossary.yaml", "term: test person", "#")
    assert [fault.partition(": error: ")[0] for fault in kitchen.faults()] == [
        "en/glossary.yaml:9:5",
        "en/quiz.yaml:1:9",
        kitchen.spot(PAGE, "nav_titel:"),
        kitchen.spot(PAGE, "insert"),
        kitchen.spot("evidence.yaml", "many"),
    ]
    assert all(problem.hint for problem in kitchen.load().problems)
