"""Sources of a page, by the headings of its blocks, with web addresses that are whole, or without any."""

from functools import partial

import pytest

from ketaguide.conversation.know import know
from ketaguide.model.guide import Guide
from ketaguide.model.walk import cites_in
from ketaguide.render.flow import chapters, text_of
from ketaguide.render.plain_evidence import claim_pieces, section_evidence_pieces
from ketaguide.resolve.rests_on import claims_by_heading
from ketaguide.resolve.section import section_cites
from ketaguide.resolve.view import GuideView
from ketaguide.session import Session
from tests.render.compared import WIDE
from tests.unit.scripted import number_of, talk


@pytest.mark.parametrize("edition_id", ["en", "en-short"])
def test_every_claim_of_a_page_stands_below_the_headings_of_the_blocks_that_rest_on_it(
    guides: tuple[Guide, ...], edition_id: str
) -> None:
    for which in guides:
        view = GuideView(which, "en" if edition_id == "en" else "en-short")
        for page in view.pages():
            found = claims_by_heading(page, view)
            assert {claim for _, claims in found for claim in claims} == set(section_cites(page, view))
            assert len({heading for heading, _ in found}) == len(found), "a heading stands in the list once"


def test_a_box_a_fold_and_a_saying_have_sources_of_their_own(shipped: Guide) -> None:
    view = GuideView(shipped)
    help_, sayings = view.section("does-it-help"), view.section("claims-you-may-have-read")
    assert help_
    assert sayings
    claims = dict(claims_by_heading(help_, view))
    box = next(block for block in help_.blocks if getattr(block, "title", "") == "Ketamine or midazolam")
    assert set(claims["Ketamine or midazolam"]) == set(cites_in(box))
    assert "ben-suicidal-abbar" in claims["Suicidal thoughts in numbers"]
    assert next(iter(claims)) == "In short"
    assert any("party drug" in heading for heading, _ in claims_by_heading(sayings, view))


def test_what_several_headings_rest_on_has_its_sources_once_and_is_named_below_the_others(shipped: Guide) -> None:
    view = GuideView(shipped)
    page = view.section("does-it-help")
    assert page
    statement = shipped.claims["ben-transform-pooled"].statement
    by_heading = {heading: text_of(pieces) for heading, pieces in chapters(section_evidence_pieces(page, view, WIDE))}
    assert "Source: " in by_heading["How we know"].partition(statement)[2], "below the summary, which comes first"
    assert f'{statement}\nIts sources stand under "In short".' in by_heading["Esketamine spray or a dummy spray"]


def test_an_address_is_whole_on_a_line_of_its_own_or_left_out(guides: tuple[Guide, ...]) -> None:
    for which in guides:
        view = GuideView(which)
        for page in view.pages():
            claims = section_cites(page, view)
            urls = {which.sources[source].url for claim in claims for source in which.claims[claim].sources} - {""}
            narrow = text_of(section_evidence_pieces(page, view, 40)).splitlines()
            assert urls == {line.strip() for line in narrow if "://" in line}
            assert "://" not in text_of(claim_pieces(claims, view, 40, addresses=False))


def test_one_block_s_sources_are_chosen_in_the_conversation_and_addresses_left_out_once_for_all(guide: Guide) -> None:
    page = guide.first.sections["every-kind"]
    session = Session()

    def heard(*chosen: str) -> str:
        about = partial(know, page=page)
        listed = talk(guide, about=about)[0]
        answers = [number_of(listed, words) for words in chosen]
        return talk(guide, *answers, about=about, session=session)[len(answers)]

    assert "How we know: choose a part of the" in heard()
    one = heard("Test syrup or test water")
    assert "Source: Test Reviews" in one
    assert "://" in one
    assert "choose a part" not in one, "the list is read once"
    assert "Web addresses are left out." in heard("Leave web addresses out")
    assert "Source: Test Reviews" in heard("Test syrup or test water")
    assert "://" not in heard("All parts"), "the choice is kept until it is taken back"
    assert "://" in heard("Leave web addresses out", "All parts")
