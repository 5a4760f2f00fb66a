"""The place in another edition of a page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketaguide.tui.same_place import Landmarks, same_row

LONG = Landmarks((("In short", 5), ("Risks", 20), ("Only here", 40), ("Help", 60)), 100)
BRIEF = Landmarks((("In short", 5), ("Risks", 10), ("Help", 20)), 30)


@pytest.mark.parametrize(
    ("row", "expected"),
    [(0, 0), (5, 5), (20, 10), (40, 15), (60, 20), (80, 25), (100, 30)],
    ids=["top", "first heading", "heading", "heading that one lacks", "last heading", "between", "end"],
)
def test_a_heading_that_both_have_stays_where_it_is_and_what_lies_between_is_shared_out(row: int, expected: int) -> None:
    assert same_row(row, LONG, BRIEF) == expected
    assert same_row(0, BRIEF, LONG) == 0
    assert same_row(10, BRIEF, LONG) == 20


def test_headings_in_another_order_never_lead_backwards() -> None:
    other = Landmarks((("Help", 3), ("Risks", 25)), 30)
    rows = [same_row(row, LONG, other) for row in range(101)]
    assert rows == sorted(rows)


MARKS = st.builds(
    lambda marks, last: Landmarks(tuple(sorted(marks, key=lambda mark: mark[1])), last),
    st.lists(st.tuples(st.sampled_from("abcd"), st.integers(0, 50))),
    st.integers(0, 50),
)


@given(row=st.integers(0, 60), before=MARKS, after=MARKS)
def test_it_is_always_a_row_of_the_page(row: int, before: Landmarks, after: Landmarks) -> None:
    assert 0 <= same_row(min(row, before.last), before, after) <= after.last
