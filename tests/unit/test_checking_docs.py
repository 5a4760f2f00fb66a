"""Generated documents match the rules and the model."""

from pathlib import Path

import pytest

from ketaguide.checking import RULES
from ketaguide.checking.manual import entry, manual
from ketaguide.checking.phrase_table import PHRASE_RULES
from ketaguide.loading.schema import KINDS, schema_text

ROOT = Path(__file__).parents[2]
LEVELS = ("error", "warning", "info")


def test_the_manual_of_rules_is_current() -> None:
    assert (ROOT / "docs/rules.md").read_text() == manual(RULES), "run ketaguide check --rules > docs/rules.md"


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_for_editors_is_current(kind: str) -> None:
    assert (ROOT / f"content/schema/{kind}.json").read_text() == schema_text(kind), "run ketaguide schema --write"


def test_no_schema_is_left_of_a_kind_that_is_gone() -> None:
    assert {path.stem for path in (ROOT / "content/schema").iterdir()} == set(KINDS)


def test_every_module_and_every_list_of_phrases_is_in_the_manual_once() -> None:
    modules = {path.stem for path in (ROOT / "ketaguide/checking/rules").glob("*.py")} - {"__init__"}
    ids = [rule.ID for rule in RULES]
    assert sorted(ids) == sorted([*(name.replace("_", "-") for name in modules), *(row.ID for row in PHRASE_RULES)])


def test_every_rule_has_a_name_a_level_and_a_reason() -> None:
    assert len({rule.ID for rule in RULES}) == len(RULES) >= 30
    for rule in RULES:
        assert rule.LEVEL in LEVELS
        assert entry(rule).title.endswith(".")
        assert "Source:" in entry(rule).text, f"{rule.ID} does not say where it comes from"
