"""Generated documents match the rules and the model."""

from pathlib import Path

import pytest
from msgspec import Struct, structs

from ketaguide.checking import RULES
from ketaguide.checking.manual import manual
from ketaguide.checking.phrase_table import PHRASE_RULES
from ketaguide.loading.blocks_manual import blocks_manual, example_of
from ketaguide.loading.convert import convert
from ketaguide.loading.field_docs import field_docs
from ketaguide.loading.file_types import structs_of
from ketaguide.loading.marks import parse
from ketaguide.loading.problem import NOWHERE
from ketaguide.loading.schema import KINDS, schema, schema_text
from ketaguide.model.interface import Interface

ROOT = Path(__file__).parents[2]
LEVELS = ("error", "warning", "info")


def test_the_manual_of_rules_is_current() -> None:
    assert (ROOT / "docs/rules.md").read_text() == manual(RULES), "run ketaguide check --rules > docs/rules.md"


def test_the_manual_of_blocks_is_current() -> None:
    assert (ROOT / "docs/blocks.md").read_text() == blocks_manual(), "run ketaguide check --blocks > docs/blocks.md"


WORDS = set(structs_of(Interface))
FIELDS = [(type_, field) for type_ in structs_of() for field in structs.fields(type_)]


def test_every_field_and_kind_is_described() -> None:
    assert all(type_.__doc__ for type_ in structs_of())
    for type_, field in FIELDS:
        assert field_docs(type_)[field.name].text.endswith((".", '"')), f"{type_.__name__}.{field.name}"


def test_every_field_of_content_has_an_example_of_its_type() -> None:
    for type_, field in FIELDS:
        if type_ in WORDS or structs_of(field.type):
            continue  # the shipped words are the example, and a field of fields has those of its fields
        example = field_docs(type_)[field.name].example
        assert example, f"{type_.__name__}.{field.name} has no example"
        value = parse(f"value: {example}\n", "example")[0]["value"]
        _, faults = convert(value, field.type, NOWHERE, "example")
        assert faults == [], f"{type_.__name__}.{field.name}: {faults}"


@pytest.mark.parametrize("type_", [one for one in structs_of() if one not in WORDS], ids=lambda one: one.__name__)
def test_the_example_of_every_kind_and_class_is_valid(type_: type[Struct]) -> None:
    value, marks, problems = parse("\n".join(example_of(type_)) + "\n", "example")
    assert problems == []
    assert convert(value, type_, marks, "example")[1] == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_describes_every_field(kind: str) -> None:
    for name, part in schema(kind)["$defs"].items():
        assert part["description"], name
        for field, about in part["properties"].items():
            assert field == "kind" or about["description"], f"{name}.{field}"


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_for_editors_is_current(kind: str) -> None:
    assert (ROOT / f"content/schema/{kind}.json").read_text() == schema_text(kind), "run ketaguide schema --write"


def test_no_schema_is_left_of_a_kind_that_is_gone() -> None:
    assert {path.stem for path in (ROOT / "content/schema").iterdir()} == set(KINDS)


def test_every_module_and_every_list_of_phrases_is_in_the_manual() -> None:
    modules = {path.stem for path in (ROOT / "ketaguide/checking/rules").glob("*.py")} - {"__init__"}
    assert modules == {rule.check.__module__.rpartition(".")[2] for rule in RULES if rule not in PHRASE_RULES}
    assert set(PHRASE_RULES) < set(RULES)


def test_every_rule_has_a_name_a_level_and_a_reason() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES) >= 30
    for rule in RULES:
        assert rule.level in LEVELS
        assert rule.title.endswith(".")
        assert "Source:" in rule.text, f"{rule.id} does not say where it comes from"
