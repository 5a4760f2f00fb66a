"""The shipped options grid: cells that stand for one trial say the same of it, and what a cell promises is there."""

import pytest

from ketaguide.model.block import FactBox, OptionsGrid
from ketaguide.model.guide import Guide
from ketaguide.model.options import GridOption, Options
from ketaguide.model.walk import structs


@pytest.fixture(scope="module")
def options(shipped: Guide) -> Options:
    return shipped.edition("en").options


def cells(options: Options, option_id: str, row: str) -> str:
    option: GridOption = next(option for option in options.options if option.id == option_id)
    return " ".join(cell.text.text for cell in option.cells if cell.row == row)


def test_who_picks_memory_finds_it_with_ect_and_with_ketamine(options: Options) -> None:
    row = next(thing.rows[0] for thing in options.things if thing.id == "memory")
    assert cells(options, "ect", row).startswith("Memory loss: 29, ketamine 9.")
    assert cells(options, "ketamine", row).startswith("Memory loss: 9, ECT 29.")


def test_relapse_after_ect_and_after_ketamine_is_told_in_the_same_words(options: Options) -> None:
    ect, ketamine = cells(options, "ect", "lasts"), cells(options, "ketamine", "lasts")
    assert ect.replace("63; ketamine 70", "70; ECT 63") == ketamine
    assert "One-year relapse, once well" in ect
    assert ect.endswith("Could be chance.")


def test_the_box_that_a_cell_promises_stands_below_the_table_in_both_editions(shipped: Guide, options: Options) -> None:
    assert "A box below counts who got well." in cells(options, "add-medicine", "per100")
    for edition in ("en", "en-short"):
        blocks = [block for _, block in structs(shipped.edition(edition).sections["next-steps"].blocks)]
        below = blocks[next(at for at, block in enumerate(blocks) if isinstance(block, OptionsGrid)) :]
        assert "quetiapine-lithium-lqd" in [block.comparison for block in below if isinstance(block, FactBox)]
