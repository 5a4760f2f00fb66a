"""The accessibility statement names tests that are there, and About leads to it, in every view."""

import re
from pathlib import Path

import pytest

from ketaguide.model.guide import Guide
from ketaguide.render.flow import text_of
from ketaguide.render.plain_guide import about_pieces
from ketaguide.resolve.view import GuideView

ROOT = Path(__file__).parents[2]
STATEMENT = "docs/accessibility.md"
NAMED = sorted(set(re.findall(r"`(tests/[\w/]+\.py)`", (ROOT / STATEMENT).read_text())))


def test_it_says_what_does_not_work_and_claims_no_standard() -> None:
    said = " ".join((ROOT / STATEMENT).read_text().split())
    assert "## What does not work" in said
    assert "Nothing here is a claim of conformance" in said
    assert "people with disabilities have not tested it yet" in said
    assert len(NAMED) > 12


@pytest.mark.parametrize("file", NAMED)
def test_every_test_it_names_is_there(file: str) -> None:
    assert (ROOT / file).is_file()


def test_about_says_it_in_short_and_where_the_whole_of_it_is(shipped: Guide) -> None:
    said = " ".join(text_of(about_pieces(GuideView(shipped, "en", None), 72)).split())
    for words in ("keyboard alone", "ketaguide --plain", "What does not work", "It was tested by programs", STATEMENT):
        assert words in said
