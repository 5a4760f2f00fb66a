"""A fact box as one reader sees it: shared time and people said once, the degree of certainty from the claim."""

import pytest
from msgspec import structs

from ketaguide.model.block import FactBox
from ketaguide.model.evidence import Claim, Figure
from ketaguide.model.guide import Guide
from ketaguide.resolve.fact_box import FactCell, resolve_fact_box, row_words
from ketaguide.resolve.view import GuideView


@pytest.fixture
def box(guide: Guide) -> FactBox:
    blocks = guide.editions["en"].sections["every-kind"].blocks
    return next(block for block in blocks if isinstance(block, FactBox))


def changed(guide: Guide, claim: Claim) -> GuideView:
    return GuideView(structs.replace(guide, claims={**guide.claims, claim.id: claim}))


def figure(claim: Claim, measure: str, **values: str) -> Claim:
    """A claim with other words in one of its figures."""
    figures: tuple[Figure, ...] = tuple(
        structs.replace(one, **values) if one.measure == measure else one for one in claim.figures
    )
    return structs.replace(claim, figures=figures)


def test_a_row_says_every_group_the_difference_and_how_sure_of_what(guide: Guide, box: FactBox) -> None:
    better, worse = resolve_fact_box(box, GuideView(guide)).groups
    assert row_words(better.rows[0]) == (
        "Felt at least half better: test syrup 55 out of 100 (could be 48 to 62), test water (which tastes the same) "
        "41 out of 100 (could be 34 to 49): 14 more in 100. Not very sure that more feel better."
    )
    assert worse.rows[0].cells[0] == FactCell("test syrup", "27 out of 100", "27 in 100", "")
    assert row_words(worse.rows[1]) == "Lasting harm. We found no figures for this in these trials."


def test_where_no_outcome_of_a_group_was_counted_it_is_said_once_for_all(guide: Guide, box: FactBox) -> None:
    none = tuple(structs.replace(box.worse[-1], words=words) for words in ("Memory loss", "Headache"))
    worse = resolve_fact_box(structs.replace(box, worse=none), GuideView(guide)).groups[1]
    assert worse.head == "What may go wrong: We found no figures for these in these trials."
    assert list(map(row_words, worse.rows)) == ["Memory loss.", "Headache."]
    alone = resolve_fact_box(structs.replace(box, worse=none[:1]), GuideView(guide)).groups[1]
    assert list(map(row_words, alone.rows)) == ["Memory loss. We found no figures for this in these trials."]


def test_people_who_are_the_same_in_all_rows_are_said_once_and_times_beside_their_group(guide: Guide, box: FactBox) -> None:
    found = resolve_fact_box(box, GuideView(guide))
    assert [(group.when, group.notes) for group in found.groups] == [("After 3 weeks.", ()), ("Within 1 day.", ())]
    assert next(fact.text for fact in found.facts) == "365 test people with test depression"


def test_people_who_differ_between_benefits_and_harms_stand_beside_each_group(guide: Guide, box: FactBox) -> None:
    other = figure(guide.claims["syrup-response"], "nausea", who="300 other people")
    found = resolve_fact_box(box, changed(guide, other))
    assert [group.notes[-1] for group in found.groups] == ["365 test people with test depression.", "300 other people."]
    assert "Who was studied" not in [fact.name for fact in found.facts]


def test_rows_of_different_times_each_say_their_own(guide: Guide, box: FactBox) -> None:
    sick = box.worse[0]
    two = structs.replace(box, worse=(sick, structs.replace(sick, measure="response")))
    worse = resolve_fact_box(two, GuideView(guide)).groups[1]
    assert worse.when == ""
    assert [row.notes[0] for row in worse.rows] == ["Within 1 day.", "After 3 weeks."]


def test_whose_judgement_it_is_stands_beside_each_row_where_rows_differ(guide: Guide, box: FactBox) -> None:
    named = [fact.name for fact in resolve_fact_box(box, GuideView(guide)).facts]
    assert "How sure we are" in named
    mine = structs.replace(guide.claims["syrup-response"], id="mine", certainty_from="editor", certainty="moderate")
    two = structs.replace(box, worse=(structs.replace(box.worse[0], claim="mine"),))
    found = resolve_fact_box(two, changed(guide, mine))
    said = [row.notes[-1] for group in found.groups for row in group.rows]
    assert said[0] == "Not very sure that more feel better (the authors' own rating)."
    assert said[1] == "Fairly sure that more feel sick (our judgement)."
    assert "How sure we are" not in [fact.name for fact in found.facts]


def test_what_nobody_has_rated_is_not_said_to_be_sure(guide: Guide, box: FactBox) -> None:
    unrated = structs.replace(guide.claims["syrup-response"], certainty="not-rated")
    better, _ = resolve_fact_box(box, changed(guide, unrated)).groups
    assert better.rows[0].notes == ("Nobody has rated this.",)


def test_who_paid_is_said_once_for_trials_with_the_same_words_and_a_gap_is_said(guide: Guide, box: FactBox) -> None:
    other = structs.replace(guide.claims["syrup-response"], id="other", funding="")
    two = structs.replace(box, worse=(structs.replace(box.worse[0], claim="other"),))
    (paid,) = [fact.text for fact in resolve_fact_box(two, changed(guide, other)).facts if fact.name == "Who paid"]
    assert paid == "The makers of test syrup paid for the trial. We could not confirm who paid for this."


def test_the_name_of_a_group_keeps_its_capitals_inside_a_sentence(guide: Guide, box: FactBox) -> None:
    ect = structs.replace(box, arms=("ECT", "Test water"))
    cells = resolve_fact_box(ect, GuideView(guide)).groups[0].rows[0].cells
    assert [cell.arm for cell in cells] == ["ECT", "test water"]


def test_a_certainty_that_all_rows_share_is_said_once(guide: Guide, box: FactBox) -> None:
    sick = box.worse[0]
    two = structs.replace(box, worse=(sick, structs.replace(sick, words="Felt ill")))
    worse = resolve_fact_box(two, GuideView(guide)).groups[1]
    assert worse.head == "What may go wrong: Within 1 day. For each figure: not very sure that more feel sick."
    assert [row.notes for row in worse.rows] == [(), ()]
