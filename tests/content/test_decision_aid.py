"""docs/decision-aid.md: every criterion has a verdict, and every place it names exists."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from ketaguide.arguments import parse
from ketaguide.model.block import Heading
from ketaguide.model.guide import Guide, Section
from ketaguide.model.walk import structs

ROOT = Path(__file__).parents[2]
DOCUMENT = (ROOT / "docs/decision-aid.md").read_text()
VERDICTS = {"met", "partly", "not met", "not read", "does not apply"}


class Row(NamedTuple):
    """One criterion: its words, the verdict, and where it is met or what that takes."""

    criterion: str
    verdict: str
    where: str

    @property
    def places(self) -> list[str]:
        return re.findall(r"`([^`]+)`", self.where)


TABLES = re.findall(r"^\| criterion \| verdict \| where, or what it takes \|\n\|---\|---\|---\|\n((?:\|.*\n)+)", DOCUMENT, re.M)
ROWS = [Row(*(cell.strip() for cell in line.strip("|").split("|"))) for table in TABLES for line in table.splitlines()]


def test_no_table_row_is_left_out_of_these_tests() -> None:
    lines = [line for line in DOCUMENT.splitlines() if line.startswith("|")]
    assert len(ROWS) == len(lines) - 2 * len(TABLES) > 60


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.criterion)
def test_every_criterion_has_a_verdict_with_its_place_or_what_it_takes(row: Row) -> None:
    assert row.verdict in VERDICTS
    assert bool(row.places) >= (row.verdict in ("met", "partly"))
    assert ("It takes" in row.where) == (row.verdict in ("partly", "not met"))
    assert not row.where or row.verdict != "not read"


def headings(page: Section) -> set[str]:
    """Headings and titles on a page, folded ones as well."""
    found = [struct for _, struct in structs(page.blocks)]
    return {one.text for one in found if isinstance(one, Heading)} | {getattr(one, "title", "") for one in found}


def exists(place: str, guide: Guide) -> bool:
    """True for a page, `page#Heading`, a rule, a command that the program knows, or a file."""
    name, _, heading = place.partition("#")
    if name == "rules.md":
        return f"\n## {heading}\n" in (ROOT / "docs/rules.md").read_text()
    if place.startswith("ketaguide"):
        return bool(parse(place.split()[1:]).command)
    page = guide.edition("en").sections.get(name)
    if page is None:
        return not heading and (ROOT / name).is_file()
    return not heading or heading in headings(page)


def test_every_place_named_exists(shipped: Guide) -> None:
    named = re.findall(r"`([^`\n]+)`", "\n".join(row.where for row in ROWS))
    assert len(named) > 80
    assert [place for place in named if not exists(place, shipped)] == []


@pytest.mark.parametrize("place", ["no-page", "next-steps#No heading", "rules.md#no-rule", "docs/no.md"])
def test_a_place_that_does_not_exist_is_found_out(shipped: Guide, place: str) -> None:
    assert not exists(place, shipped)


def test_it_claims_no_certificate() -> None:
    assert "claims no certificate, mark or membership" in " ".join(DOCUMENT.split())
