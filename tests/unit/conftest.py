"""Copies of the kitchen sink that a test can break; a file that no test has changed is parsed once."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ketaguide.loading import file_reader
from ketaguide.loading.marks import Budget, parse
from ketaguide.loading.problem import Marks, Problem
from tests.unit.kitchen import Kitchen

Parsed = tuple[Any, Marks, list[Problem]]


@pytest.fixture
def kitchen(tmp_path: Path) -> Kitchen:
    return Kitchen(tmp_path)


@pytest.fixture(scope="module")
def shared_kitchen(tmp_path_factory: pytest.TempPathFactory) -> Kitchen:
    """One folder for many examples; a test that changes a file restores it."""
    return Kitchen(tmp_path_factory.mktemp("mutations"))


@pytest.fixture(scope="session", autouse=True)
def _parse_once() -> Iterator[None]:
    """Keep the result of parsing each text: hundreds of tests change one file of a guide, and read it all."""
    kept: dict[tuple[str, str], tuple[Parsed, Budget]] = {}

    def parse_once(text: str, file: str, budget: Budget) -> Parsed:
        if (text, file) in kept:
            parsed, cost = kept[text, file]
        else:
            cost = Budget()
            parsed = parse(text, file, cost)
            cost = Budget(Budget.values - cost.values, Budget.signs - cost.signs)
            kept[text, file] = parsed, cost
        if cost.values > budget.values or cost.signs > budget.signs:
            return parse(text, file, budget)  # reports where the budget ends
        budget.values -= cost.values
        budget.signs -= cost.signs
        return parsed

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(file_reader, "parse", parse_once)
        yield
