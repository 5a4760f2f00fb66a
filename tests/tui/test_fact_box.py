"""Fact boxes in the terminal: on one screen, numbers below one another, sources one press away."""

import re
from itertools import pairwise

import pytest
from msgspec import structs

from ketaguide.model.guide import Guide
from ketaguide.session import Session
from ketaguide.settings import Settings
from ketaguide.tui.actions import GoTo, Open, ShowEvidence
from ketaguide.tui.app import GuideApp
from ketaguide.tui.doc import Doc, FactTable
from ketaguide.tui.layout import lay_out
from ketaguide.tui.pages.context import Context
from ketaguide.tui.pages.section import section

from .conftest import page, rows

ESKETAMINE = "Esketamine spray or a dummy spray"


@pytest.fixture(scope="module")
def boxes(shipped: Guide) -> list[FactTable]:
    doc = section(Context(shipped, Session()), "does-it-help")
    return [piece for piece in doc.pieces if isinstance(piece, FactTable)]


def drawn(box: FactTable, width: int) -> list[str]:
    return [line.plain.strip() for line in lay_out(Doc("", (box,)), width).lines]


async def test_the_box_on_the_spray_is_on_one_screen_of_100_by_30_and_its_number_opens_its_sources(shipped: Guide) -> None:
    app = GuideApp(Settings(), shipped)
    async with app.run_test(size=(100, 30)) as pilot:
        app.main.perform(Open("section:does-it-help"))
        app.main.perform(GoTo(ESKETAMINE))
        await pilot.pause()
        screen = "\n".join(rows(app))
        for words in (
            ESKETAMINE,
            "59 in 100   45 in 100  14 more in 100",
            "41 in 100    9 in 100",
            "What is not known",
            "Who paid",
        ):
            assert words in screen, words
        assert "It does not say what you should do." in screen
        assert "└" in screen, "the frame is not closed on the screen"
        sources = [target.action for target in page(app).targets if isinstance(target.action, ShowEvidence)]
        assert any("ben-transform-pooled" in action.claims and "risk-dissociation" in action.claims for action in sources)


@pytest.mark.parametrize("width", [66, 70, 78, 100])
def test_the_numbers_of_a_column_end_below_one_another(boxes: list[FactTable], width: int) -> None:
    for box in boxes:
        figures = [row for row in drawn(box, width) if len(re.findall(r"\d+ in 100", row)) >= 2]
        ends = [[found.end() for found in re.finditer(r"\d+ in 100", row)][:2] for row in figures]
        assert figures, box.box.title
        assert all(one == other for one, other in pairwise(ends)), figures


def test_below_60_columns_each_figure_stands_before_the_name_of_its_group(boxes: list[FactTable]) -> None:
    for width in (43, 55):
        said = " ".join(row.strip("│ ") for row in drawn(boxes[0], width))
        assert "Felt dizzy 29 in 100 Esketamine spray 8 in 100 Dummy spray 21 more in 100." in " ".join(said.split())


def test_groups_whose_names_leave_no_room_for_columns_stand_below_one_another(boxes: list[FactTable]) -> None:
    long = tuple(f"A treatment with an uncommonlylongname {n}" for n in range(3))
    wide = structs.replace(boxes[0], box=boxes[0].box._replace(arms=long))
    for width in (60, 78):
        said = drawn(wide, width)
        assert len({len(row) for row in said}) == 1, said
        assert any(re.search(r"59 in 100  A treatment", row) for row in said)
