"""The navigation history."""

from hypothesis import given
from hypothesis import strategies as st

from ketaguide.session.history import LIMIT, History


def visited(*places: str) -> History:
    history = History()
    for place in places:
        history.visit(place)
    return history


def test_a_new_history_is_empty() -> None:
    history = History()
    assert (history.here, history.back()) == (None, None)


def test_back_retraces_the_way_to_the_first_place() -> None:
    history = visited("a", "b", "c")
    assert (history.back(), history.back(), history.back(), history.here) == ("b", "a", None, "a")


def test_a_place_left_by_going_back_is_not_on_the_way() -> None:
    history = visited("a", "b")
    history.back()
    history.visit("c")
    assert (history.here, history.back()) == ("c", "a")


def test_visiting_the_current_place_changes_nothing() -> None:
    assert visited("a", "b", "b").back() == "a"


def test_the_oldest_places_are_forgotten_first() -> None:
    history = visited(*(str(number) for number in range(LIMIT + 5)))
    steps = 0
    while history.back():
        steps += 1
    assert (steps, history.here) == (LIMIT - 1, "5")


@given(st.lists(st.sampled_from(["a", "b", "c", "<"])))
def test_a_visit_and_a_step_back_lead_to_the_same_place(moves: list[str]) -> None:
    history = History()
    for move in moves:
        here = history.here
        if move == "<":
            history.back()
            continue
        history.visit(move)
        if here not in (None, move):
            assert history.can_go_back
            assert history.back() == here
            history.visit(move)
