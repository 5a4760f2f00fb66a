"""Properties of the plain view for any page, nation and width."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketaguide.model.block import Diagram
from ketaguide.model.contact import Nation
from ketaguide.model.edition import EditionId
from ketaguide.model.guide import Guide, Section
from ketaguide.render.flow import Chunk, chapters, parts, text_of, wrap
from ketaguide.render.plain import section_pieces, section_text
from ketaguide.resolve.nation import summary_for
from ketaguide.resolve.section import resolve_section
from ketaguide.resolve.view import GuideView
from tests.render.compared import READERS
from tests.render.reader_words import read_in, texts

WIDTHS = st.integers(min_value=20, max_value=120)


def plain(page: Section, guide: Guide, edition_id: EditionId, nation: Nation | None, width: int) -> str:
    return section_text(page, GuideView(guide, edition_id, nation), width, how_we_know=True)


def test_no_line_is_wider_than_asked_and_none_has_a_control_character(guide: Guide) -> None:
    @given(width=WIDTHS, reader=st.sampled_from(READERS))
    def holds(width: int, reader: tuple[EditionId, Nation | None]) -> None:
        edition_id, nation = reader
        for page in GuideView(guide, edition_id).pages():
            for line in plain(page, guide, edition_id, nation, width).splitlines():
                assert len(line) <= width or line.startswith("  https://"), "an address is whole, so that it can be copied"
                assert line.isprintable()

    holds()


@pytest.mark.parametrize("reader", READERS)
def test_no_heading_carries_a_reading_time_or_a_note(
    guides: tuple[Guide, ...], reader: tuple[EditionId, Nation | None]
) -> None:
    for which in guides:
        view = GuideView(which, *reader)
        for page in view.pages():
            resolved = resolve_section(page, view)
            (title, *_), *others = chapters(section_pieces(page, view, 72))
            assert title == page.title
            besides = [words for words in (resolved.how_long, resolved.where, *resolved.notes) if words]
            assert not [heading for heading, _ in others for words in besides if words in heading]
            assert section_text(page, view, 200).count(f"\n{resolved.how_long}\n") == 1


@pytest.mark.parametrize("reader", READERS)
def test_every_word_of_a_page_is_said(guides: tuple[Guide, ...], reader: tuple[EditionId, Nation | None]) -> None:
    edition_id, nation = reader
    for which in guides:
        view = GuideView(which, edition_id, nation)
        for page in view.pages():
            said = " ".join(plain(page, which, edition_id, nation, 40).split())
            blocks = [block for block in read_in(view, page.blocks) if not isinstance(block, Diagram)]
            missing = [text for text in (*texts(summary_for(page, view)), *texts(blocks)) if text not in said]
            assert not missing, f"{page.id} does not say {missing}"


def test_a_diagram_is_said_in_words_and_never_drawn(guide: Guide) -> None:
    page = guide.first.sections["every-kind"]
    (diagram,) = [block for block in page.blocks if isinstance(block, Diagram)]
    said = " ".join(plain(page, guide, "en", None, 72).split())
    assert diagram.alternative.text in said
    assert not set("│─▲▼►└┘") & set(said)


@given(text=st.text(st.characters(codec="utf-8", exclude_categories=["C"])), width=WIDTHS)
def test_wrapping_keeps_every_character_but_space(text: str, width: int) -> None:
    assert "".join("".join(wrap(text, width)).split()) == "".join(text.split())


@given(before=st.integers(min_value=0, max_value=60), width=st.integers(min_value=30, max_value=80))
def test_a_phone_number_is_never_broken_over_two_lines(before: int, width: int) -> None:
    lines = wrap(f"{'x ' * before}0808 808 8000", width)
    assert sum("0808 808 8000" in line for line in lines) == 1


PIECES = st.lists(st.builds(Chunk, st.lists(st.just("two words"), min_size=1, max_size=5).map(tuple), st.booleans()))


@given(chunks=PIECES, limit=st.integers(min_value=1, max_value=30))
def test_parts_together_are_the_whole_and_no_part_ends_with_a_heading(chunks: list[Chunk], limit: int) -> None:
    found = list(parts(chunks, limit))
    assert [chunk for part in found for chunk in part] == chunks
    assert not any(part[-1].is_heading for part in found[:-1])


@given(chunks=PIECES)
def test_chapters_are_all_that_follows_the_first_heading(chunks: list[Chunk]) -> None:
    headings = [index for index, chunk in enumerate(chunks) if chunk.is_heading]
    found = [chunk for _, chapter in chapters(chunks) for chunk in chapter]
    assert found == (chunks[headings[0] :] if headings else [])


def test_a_page_in_parts_says_what_the_page_says(guide: Guide) -> None:
    page = guide.first.sections["every-kind"]
    chunks = tuple(section_pieces(page, GuideView(guide), 40))
    assert "\n".join(text_of(part) for part in parts(chunks, 50)).split() == text_of(chunks).split()


def test_a_word_that_the_text_explains_in_brackets_is_not_explained_twice(shipped: Guide) -> None:
    said = {
        page.id: " ".join(plain(page, shipped, "en", None, 72).split()) for page in shipped.editions["en"].sections.values()
    }
    assert [
        name for name, text in said.items() if "what is real) (" in text or "too high) (" in text or ") (losing" in text
    ] == []
    assert "psychosis (losing touch with what is real)" in said["next-steps"]
