"""The options grid and "What matters most to me": picks reorder rows and nothing else, and nothing is left out."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ketaguide.model.contact import Nation
from ketaguide.model.guide import Guide
from ketaguide.render.plain import section_text
from ketaguide.resolve.options import GridLine, ResolvedGridRow, resolve_grid, resolve_matters
from ketaguide.resolve.section import link_targets, section_cites
from ketaguide.resolve.view import GuideView
from ketaguide.search.passages import passages
from ketaguide.session import Session
from ketaguide.session.picks import Picks
from tests.editions import SHORT
from tests.nations import NATIONS
from tests.unit.kitchen import Kitchen

THINGS, OPTIONS = ("how-soon", "my-nation"), ("carry-on", "test-syrup", "wait")
IDS = st.lists(st.sampled_from([*THINGS, *OPTIONS, "no-such-id"]), max_size=5).map(tuple)


@settings(max_examples=25)
@given(matters=IDS, compared=IDS, nation=st.sampled_from([None, *NATIONS]))
def test_whatever_is_picked_options_keep_their_order_and_every_row_stands_once(
    guide: Guide, matters: tuple[str, ...], compared: tuple[str, ...], nation: Nation | None
) -> None:
    plain, grid = (resolve_grid(GuideView(guide, "en", nation, *picks), "T") for picks in ((), (matters, compared)))
    assert tuple(option.id for option in grid.options) == OPTIONS
    assert [option.id for option in grid.shown] == [id_ for id_ in OPTIONS if id_ in {"carry-on", *compared}] or (
        not any(option.compared for option in grid.options) and grid.shown == grid.options
    )
    assert sorted(row.id for row in grid.rows) == sorted(row.id for row in plain.rows) == ["per100", "soon", "what", "where"]
    assert [row.matters for row in grid.rows] == sorted((row.matters for row in grid.rows), reverse=True)
    for option, same in zip(grid.options, plain.options, strict=True):
        answers = dict(zip((row.id for row in grid.rows), option.cells, strict=True))
        assert answers == dict(zip((row.id for row in plain.rows), same.cells, strict=True))
        assert all(answers.values())


def test_the_rows_of_what_matters_come_first_and_say_so(guide: Guide) -> None:
    rows = resolve_grid(GuideView(guide, matters=("my-nation",)), "T").rows
    assert rows == (
        ResolvedGridRow("what", "What is it? (matters to you)", True),
        ResolvedGridRow("where", "Where I live (matters to you):", True),
        ResolvedGridRow("soon", "How soon may it work?", False),
        ResolvedGridRow("per100", "Out of 100 people:", False),
    )


OFFER = [("wales", "The test health service offers it."), ("england", "It is not offered.")]


@pytest.mark.parametrize(("nation", "said"), OFFER)
def test_a_reader_with_a_nation_reads_its_answer_alone(guide: Guide, nation: Nation, said: str) -> None:
    syrup = resolve_grid(GuideView(guide, "en", nation), "T").options[1]
    assert [(line.where, line.text.text) for line in syrup.cells[-1]] == [("", said)]


def test_without_a_nation_each_answer_names_its_nations(guide: Guide) -> None:
    syrup = resolve_grid(GuideView(guide), "T").options[1]
    assert [line.where for line in syrup.cells[-1]] == ["In Scotland and Wales:", "In England and Northern Ireland:"]
    assert all(isinstance(line, GridLine) and line.where == "" for cell in syrup.cells[:-1] for line in cell)


def test_a_thing_that_was_picked_is_marked_where_it_stands(guide: Guide) -> None:
    things = resolve_matters(GuideView(guide, matters=("my-nation",)), "T").things
    assert [(thing.id, thing.picked) for thing in things] == [("how-soon", False), ("my-nation", True)]


def test_the_fourth_pick_changes_nothing_and_a_second_press_takes_one_away() -> None:
    picks = Picks(3)
    assert [picks.toggle(id_) for id_ in "abcd"] == [True, True, True, False]
    assert (picks.refused, " ".join(picks.ids)) == ("d", "a b c")
    assert picks.toggle("b")
    assert " ".join(picks.ids) == "a c"
    picks.remove("a")
    picks.remove("nothing")
    assert "c" in picks
    picks.clear()
    assert len(picks) == 0


def test_a_new_session_has_no_picks() -> None:
    session = Session()
    assert session.matters.toggle("how-soon")
    assert session.compared.toggle("wait")
    assert (Session().matters.ids, Session().compared.ids) == ((), ())


def test_the_view_of_a_session_has_its_picks(guide: Guide) -> None:
    session = Session(nation="wales")
    session.matters.toggle("how-soon")
    session.compared.toggle("wait")
    assert GuideView.of(guide, session) == GuideView(guide, "en", "wales", ("how-soon",), ("wait",))


def test_plain_text_has_each_option_with_the_rows_that_matter_first(guide: Guide) -> None:
    page = guide.first.sections["every-kind"]
    said = section_text(page, GuideView(guide, "en", "wales", ("how-soon",), ("wait",)), 70)
    assert "Option 1 of 2: Carrying on as now\n- How soon may it work? (matters to you) Nobody knows, and it may do" in said
    assert "Option 2 of 2: Wait\n- How soon may it work? (matters to you) Some get better" in said
    assert "Test syrup\n- How soon" not in said
    assert "\n1 of 3: Carry on as now\n" in said, "answers of a table are no options"
    assert "- Picked: How soon it may work" in said


def test_the_page_rests_on_the_claims_of_its_grid_and_offers_its_words(kitchen: Kitchen) -> None:
    kitchen.replace("en/sections/risks.yaml", "blocks:\n", "blocks:\n  - {kind: options_grid, title: Options}\n")
    guide = kitchen.guide()
    page, view = guide.section("risks"), GuideView(guide)
    assert page
    assert {"syrup-response", "syrup-offer"} <= set(section_cites(page, view))
    assert "test-syrup" in link_targets(page, "term", view)


def test_search_finds_an_option_by_its_name_and_answers(guide: Guide) -> None:
    found = {one.head: one.sentences for one in passages(guide, "en", "wales") if one.section == "every-kind"}
    assert "The test health service offers it." in found["Test syrup"]
    assert "It is not offered." not in found["Test syrup"]


def test_the_short_edition_shows_the_standard_grid_until_it_has_its_own(kitchen: Kitchen) -> None:
    guide = kitchen.guide()
    assert guide.editions[SHORT].options == guide.editions["en"].options
    kitchen.write(
        "en-short/options.yaml", kitchen.text("en/options.yaml").replace("A pause. Nothing new is taken.", "A pause.")
    )
    guide = kitchen.guide()
    assert guide.editions[SHORT].options.options[2].cells[0].text.text == "A pause."


def test_a_guide_needs_no_grid_but_a_page_does_not_promise_one(kitchen: Kitchen) -> None:
    (kitchen.path / "en/options.yaml").unlink()
    grid, matters = kitchen.faults()
    page = "en/sections/every-kind.yaml"
    spot = kitchen.spot(page, "kind: options_grid")
    assert grid == f"{spot}: error: there is nothing to show: en/options.yaml has no options: write them, or remove this block"
    assert "has no things" in matters
    text = kitchen.text(page)
    kitchen.write(page, text[: text.index("  - kind: options_grid")])
    assert kitchen.faults() == []
