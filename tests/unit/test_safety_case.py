"""The safety file and the papers for a Trust have their form, and every test that they name is there and is run."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from tests.safety_case import REPORT, ROOT, Hazard, hazards, report

PAPERS = sorted(path for folder in ("safety", "trust") for path in (ROOT / "docs" / folder).glob("*.md"))
NAMED = re.compile(r"`(tests/[\w/]+\.py::\w+)`")
HAZARDS = hazards()
DTAC = (
    *(f"A{number}" for number in range(1, 13)), *(f"B{number}" for number in range(1, 5)),
    "C1.1.1", "C1.1.2", "C1.2", *(f"C1.2.{number}" for number in range(1, 6)),
    "C2.1", "C2.2", *(f"C2.2.{number}" for number in range(1, 7)),
    *(f"C3.{number}" for number in range(1, 7)), "C3.5.1",
    "C4.1", *(f"C4.1.{number}" for number in range(1, 4)), "C4.2", *(f"C4.2.{number}" for number in range(1, 7)),
    *(f"D1.{number}" for number in range(1, 6)), *(f"D1.4.{number}" for number in range(1, 4)),
)  # fmt: skip
"""Every question of form 2.0 of February 2026."""


@cache
def names_in(file: str) -> frozenset[str]:
    """Names of the tests of a file that nothing switches off."""
    if not (ROOT / file).is_file():
        return frozenset()
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    made = (node for node in tree.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    kept = (node for node in made if not any("mark.skip(" in ast.unparse(mark) for mark in node.decorator_list))
    return frozenset(node.name for node in kept if node.name.startswith("test_"))


def missing(named: list[str]) -> list[str]:
    """The tests among those named that are not there."""
    return [one for one in named if one.partition("::")[2] not in names_in(one.partition("::")[0])]


def test_there_are_thirty_hazards_or_more_in_order() -> None:
    assert len(HAZARDS) >= 30
    assert [one.id for one in HAZARDS] == [f"H{number:02}" for number in range(1, len(HAZARDS) + 1)]


@pytest.mark.parametrize("hazard", HAZARDS, ids=lambda one: one.id)
def test_a_hazard_has_controls_each_shown_by_a_test_a_paper_or_a_person_and_no_test_is_missing(hazard: Hazard) -> None:
    assert hazard.controls
    assert hazard.after.rating <= hazard.before.rating
    for control in hazard.controls:
        assert control.tests or control.paper or control.owner, control.does
        assert not control.paper or (ROOT / control.paper).is_file(), control.paper
        assert missing(list(control.tests)) == []


def test_a_test_that_is_not_there_is_found_out() -> None:
    here = "tests/unit/test_safety_case.py"
    gone = [f"{here}::test_of_nothing", "tests/unit/test_gone.py::test_of_nothing"]
    assert missing([f"{here}::test_there_are_thirty_hazards_or_more_in_order", *gone]) == gone


def test_the_report_is_the_one_that_the_hazards_make_and_says_that_nobody_has_signed() -> None:
    said = REPORT.read_text(encoding="utf-8")
    assert said == report(HAZARDS) + "\n", "run: python -m tests.safety_case"
    assert said.splitlines()[2].startswith("**Draft. No Clinical Safety Officer has signed.**")
    assert "no claim of compliance" in said


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: path.name)
def test_every_test_that_a_paper_for_a_trust_names_is_there(paper: Path) -> None:
    named = NAMED.findall(paper.read_text(encoding="utf-8"))
    assert missing(named) == []
    assert named or paper.name == "what-stays-with-you.md"


def answered() -> list[str]:
    """The codes in the first column of dtac.md, ranges ("A5 to A10") one by one."""
    rows = re.findall(r"^\| ([A-D][\d.]+(?:(?:, | to )[A-D][\d.]+)*) \|", (ROOT / "docs/trust/dtac.md").read_text(), re.M)
    found: list[str] = []
    for row in rows:
        first, _, last = row.partition(" to ")
        stem, number = re.fullmatch(r"(.*?)(\d+)", first).groups() if last else ("", "")  # type: ignore[union-attr]
        found += [f"{stem}{n}" for n in range(int(number), int(last.removeprefix(stem)) + 1)] if last else row.split(", ")
    return found


def test_each_question_of_dtac_has_its_answer_in_one_place() -> None:
    assert sorted(answered()) == sorted(DTAC)


def test_no_paper_for_a_trust_claims_to_comply() -> None:
    said = {path.name: " ".join(path.read_text(encoding="utf-8").split()) for path in PAPERS}
    assert "no claim that the program passes" in said["dtac.md"]
    assert "this is no declaration" in said["software-security.md"]
    assert "Nothing here is a claim of conformance" in said["accessibility-statement.md"]
    assert "It is no legal advice" in said["data-protection.md"]
