"""Mistakes that authors make in content: each is told where it stands, what is wrong and what to do."""

from collections import Counter
from pathlib import Path
from typing import TypedDict

import pytest
import yaml

from ketaguide.checking import check_guide
from ketaguide.loading.problem import Problem
from tests.unit.kitchen import Kitchen


class Breakage(TypedDict):
    """A mistake as a change of a file, and every line that the check prints for it."""

    mistake: str
    file: str
    old: str
    new: str
    says: list[str]


TABLE = Path(__file__).parents[1] / "data/breakages.yaml"
BREAKAGES: list[Breakage] = yaml.load(TABLE.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


@pytest.fixture(scope="module")
def before(shared_kitchen: Kitchen) -> Counter[tuple[str, str, str]]:
    """Problems of the guide without a mistake."""
    return Counter(map(key, problems(shared_kitchen)))


@pytest.mark.parametrize("breakage", BREAKAGES, ids=[one["mistake"] for one in BREAKAGES])
def test_a_mistake_is_told_with_its_place_and_the_right_cure(
    breakage: Breakage, shared_kitchen: Kitchen, before: Counter[tuple[str, str, str]]
) -> None:
    text = shared_kitchen.text(breakage["file"])
    shared_kitchen.replace(breakage["file"], breakage["old"], breakage["new"])
    found = problems(shared_kitchen)
    shared_kitchen.write(breakage["file"], text)
    assert new_lines(found, before) == breakage["says"]


NOT_SHOWN = (
    "a missing field", "a page whose id is not its file's name", "more people than there were", "a wrong measure",
    "a picture of a claim that there is not", "a picture of a claim without figures", "a wrong measure in a fact box",
    "a label too few", "a question without a right answer", "a group too many in a fact box",
)  # fmt: skip
"""Mistakes with which a guide could not be drawn."""


@pytest.mark.parametrize("mistake", NOT_SHOWN)
def test_a_guide_that_could_not_be_drawn_is_refused_when_it_is_read(mistake: str, kitchen: Kitchen) -> None:
    (made,) = (one for one in BREAKAGES if one["mistake"] == mistake)
    kitchen.replace(made["file"], made["old"], made["new"])
    assert kitchen.faults()


def test_the_table_holds_forty_mistakes_and_no_answer_speaks_like_a_parser() -> None:
    assert len({one["mistake"] for one in BREAKAGES}) == len(BREAKAGES) >= 40
    for line in (line.lower() for one in BREAKAGES for line in one["says"]):
        assert not any(word in line for word in ("indicator", "mapping", "scalar", "token", "sequence", "block collection"))


def problems(kitchen: Kitchen) -> list[Problem]:
    """Every problem of loading and of the rules."""
    loaded = kitchen.load()
    found = list(loaded.problems)
    return found + (check_guide(loaded.draft, loaded.places) if loaded.draft is not None else [])


def key(problem: Problem) -> tuple[str, str, str]:
    """A problem wherever it stands: a mistake can move the lines below it."""
    return problem.file, problem.message, problem.hint


def new_lines(found: list[Problem], before: Counter[tuple[str, str, str]]) -> list[str]:
    """New findings of the check, without those that only follow: of the second edition, of lengths of pages."""
    left = before.copy()
    lines = []
    for problem in found:
        if left[key(problem)]:
            left[key(problem)] -= 1
        elif not problem.file.startswith("en-") and problem.rule != "page-length":
            lines.append(str(problem))
    return lines
