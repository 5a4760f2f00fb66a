"""The plain view of the kitchen sink, compared with what was agreed. `pytest --snapshot-update` after a wanted change."""

import pytest
from syrupy.assertion import SnapshotAssertion

from ketaguide.model.contact import Nation
from ketaguide.model.edition import EditionId
from ketaguide.model.guide import Guide
from ketaguide.render.plain import contents_text, section_text
from ketaguide.render.plain_guide import guide_text
from ketaguide.resolve.view import GuideView
from tests.editions import SHORT, STANDARD
from tests.nations import NATIONS

READERS: list[tuple[EditionId, Nation | None]] = [(STANDARD, None), (SHORT, None), *((STANDARD, nation) for nation in NATIONS)]


@pytest.mark.parametrize("width", [40, 72])
@pytest.mark.parametrize(("edition_id", "nation"), READERS)
def test_a_page_with_every_kind_of_block_reads_as_agreed(
    guide: Guide, snapshot: SnapshotAssertion, edition_id: EditionId, nation: Nation | None, width: int
) -> None:
    section = guide.editions[edition_id].sections["every-kind"]
    assert section_text(section, GuideView(guide, edition_id, nation), width) == snapshot


@pytest.mark.parametrize("width", [40, 72])
def test_the_whole_guide_with_its_evidence_reads_as_agreed(guide: Guide, snapshot: SnapshotAssertion, width: int) -> None:
    assert guide_text(GuideView(guide), width, how_we_know=True) == snapshot


def test_the_contents_say_what_to_type(guide: Guide, snapshot: SnapshotAssertion) -> None:
    assert contents_text(GuideView(guide), 40, ids=True) == snapshot
