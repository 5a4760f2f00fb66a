"""The examples in the docstring of every rule do what they say."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from ketaguide.checking import RULES, run
from ketaguide.checking.context import LintContext
from ketaguide.checking.rule import Rule
from ketaguide.loading.problem import Problem
from ketaguide.loading.reader import read_guide
from tests.conftest import KITCHEN_SINK
from tests.unit.kitchen import Kitchen

MERGED = {"claims", "sources", "contacts", "terms", "groups", "rounds", "questions", "rows", "options", "things"}
"""Lists of things with an id, of which an example says what it changes or adds."""

by_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)


@cache
def kept() -> set[tuple[str, str]]:
    """Findings in the kitchen sink as it is, to which no example is held."""
    return {(problem.file, problem.message) for rule in RULES for problem in found(rule, KITCHEN_SINK)}


@cache
def context(folder: Path) -> LintContext:
    loaded = read_guide(folder)
    assert loaded.draft is not None, [str(problem) for problem in loaded.problems]
    return LintContext(loaded.draft, loaded.places)


def found(rule: Rule, folder: Path) -> list[Problem]:
    return list(run(rule, context(folder)))


@by_rule
def test_the_passing_example_passes(rule: Rule, kitchen: Kitchen) -> None:
    files = change(kitchen, rule.passes)
    after = [problem for problem in found(rule, kitchen.path) if problem.file in files]
    assert [problem for problem in after if (problem.file, problem.message) not in kept()] == []


@by_rule
def test_the_failing_example_fails_and_says_where_what_and_what_to_do(rule: Rule, kitchen: Kitchen) -> None:
    change(kitchen, rule.fails)
    new = [problem for problem in found(rule, kitchen.path) if (problem.file, problem.message) not in kept()]
    assert new
    assert {problem.rule for problem in new} == {rule.id}
    assert {problem.level for problem in new} == {rule.level}
    for problem in found(rule, kitchen.path):
        assert problem.message
        assert problem.hint
        assert problem.line > 0 or "/" not in problem.file or rule.id == "unexpected-files"
        assert "\n" not in str(problem)


def change(kitchen: Kitchen, example: str) -> set[str]:
    """Write an example's fields into the files it names."""
    changes = yaml.load(example, Loader=yaml.CBaseLoader)
    for file, fields in changes.items():
        path: Path = kitchen.path / file
        value = yaml.load(path.read_text(), Loader=yaml.CBaseLoader) if path.exists() else {}
        path.write_text(
            yaml.dump(changed(value, fields), Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=1000)
        )
    return set(changes)


def changed(old: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    """A thing with some of its fields changed; a list of things with ids has each of them changed, or added."""
    value = {**old, **new}
    for name in MERGED & new.keys():
        if new[name] and all(isinstance(item, dict) and "id" in item for item in new[name]):
            items = {item["id"]: item for item in old.get(name, [])}
            value[name] = list((items | {item["id"]: changed(items.get(item["id"], {}), item) for item in new[name]}).values())
    return value


def test_the_kitchen_sink_breaks_only_the_rules_it_must_to_hold_every_awkward_value() -> None:
    broken = {rule.id for rule in RULES if found(rule, KITCHEN_SINK)}
    assert broken == {
        "benefit-context", "both-sides", "short-age", "short-pages", "short-parts", "short-contacts", "markup",
        "page-length", "sentence-length", "signs", "stale-claims",
    }  # fmt: skip
