"""The facts as data: whole, reproducible, safe in a spreadsheet, and described by the schema beside them."""

import csv
import io
import json

import msgspec
import pytest

from ketaguide.model.evidence import Arm, Claim, Figure
from ketaguide.model.guide import Guide
from ketaguide.render.html_env import asset
from ketaguide.render.open_data import CSV, JSON, SCHEMA, OpenData, as_csv, as_json, open_data
from ketaguide.resolve.view import GuideView
from tests.editions import EDITIONS
from tests.site.conftest import Trees
from tests.site.made_files import schema_text
from tests.site.words import NAMESPACE, said, with_class

URL = "https://example.org/guide"


@pytest.fixture(scope="module")
def data(shipped: Guide) -> OpenData:
    return open_data([GuideView(shipped, edition_id) for edition_id in EDITIONS], URL)


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def test_what_is_read_back_from_the_file_is_what_the_guide_says(shipped: Guide, data: OpenData) -> None:
    read = msgspec.json.decode(as_json(data), type=OpenData)  # the type of which the schema is made
    assert read == data
    assert all(claim.verified for claim in read.claims)
    kept = Claim.__struct_fields__
    for claim in read.claims:
        assert all(getattr(claim, name) == getattr(shipped.claims[claim.id], name) for name in kept), claim.id
    assert {name for claim in read.claims for name in claim.sources} == {source.id for source in read.sources}
    assert (read.guide_version, read.licence_url) == (data.guide_version, "https://creativecommons.org/licenses/by/4.0/")
    assert "Not yet reviewed by a clinician" in read.review


def test_the_table_has_a_row_for_each_group_of_each_figure_and_for_each_claim_without(data: OpenData) -> None:
    text = as_csv(data)
    assert text.endswith("\r\n")
    assert text.count("\n") == text.count("\r\n") == len(rows(text)) + 1
    told = iter(rows(text))
    for claim in data.claims:
        arms: list[tuple[Figure | None, Arm | None]] = [(one, arm) for one in claim.figures for arm in one.arms]
        for figure, arm in arms or [(None, None)]:
            row = next(told)
            assert (row["claim"], row["statement"], row["as_of"]) == (claim.id, claim.statement, claim.as_of)
            assert row["pages"].split(" | ") == list(claim.pages) or not claim.pages
            if figure and arm:
                assert (row["measure"], row["arm"], row["per100"]) == (figure.measure, arm.name, str(arm.per100))
                assert row["events"] == ("" if arm.events is None else str(arm.events))
            else:
                assert row["arm"] == row["per100"] == ""
    assert not list(told)


def test_every_fact_and_address_on_a_page_of_how_we_know_is_in_both_files_which_the_page_links(
    data: OpenData, trees: Trees, shipped: Guide
) -> None:
    claims, cells = {" ".join(claim.statement.split()) for claim in data.claims}, rows(as_csv(data))
    statements = {" ".join(row["statement"].split()) for row in cells}
    addresses = {address for row in cells for address in row["addresses"].split(" | ")} & {one.url for one in data.sources}
    pages = [(name, tree) for name, tree in trees["shipped"].items() if name.endswith(("-how-we-know.html", "sources.html"))]
    for name, tree in pages:
        links = {link.get("href", "") for link in tree.iter(f"{NAMESPACE}a")}
        root = "../" if name.startswith("short/") else ""
        assert {f"{root}{file}" for file in (JSON, CSV, SCHEMA)} <= links, name
        shown = {" ".join(said(one[0]).split()) for one in with_class(tree, "claim")}
        assert shown <= claims & statements, name
        if shown:
            assert {link for link in links if link.startswith("https:")} <= addresses, name
    assert len(pages) > 30


def test_a_spreadsheet_takes_no_cell_for_a_formula(data: OpenData) -> None:
    hostile = ('=HYPERLINK("https://evil.example")', "+1", "-2+3", "@SUM(1)", "\t=1", "\uff1d1")
    claims = tuple(msgspec.structs.replace(data.claims[0], statement=text, figures=()) for text in hostile)
    told = rows(as_csv(msgspec.structs.replace(data, claims=claims)))
    assert [row["statement"] for row in told] == [f"'{text}" for text in hostile]
    assert not [cell for row in rows(as_csv(data)) for cell in row.values() if cell[:1] in {*"=+-@\t\r"} - {""}]


def test_the_schema_beside_the_data_is_that_of_its_types() -> None:
    assert asset(SCHEMA) == schema_text(), "run: python -m tests.site.made_files"
    schema = json.loads(asset(SCHEMA))
    for name in ("OpenData", "CitedClaim", "Figure", "Arm", "Source"):
        fields = schema["$defs"][name]["properties"]
        assert all(field.get("description") for key, field in fields.items() if key != "$schema"), name
