"""The safety file and the Trust papers have their form, and every test that they name is there and is run."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from tests.safety_case import REPORT, ROOT, Hazard, hazards, report

PAPERS = sorted(path for folder in ("safety", "trust") for path in (ROOT / "docs" / folder).glob("*.md"))
NAMED = re.compile(r"`(tests/[\w/]+\.py::\w+)`")
HAZARDS = hazards()


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
