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
    assert (history.here, history.before, history.back(), history.forward()) == (None, None, None, None)


def test_back_and_forward_retrace_the_way() -> None:
    history = visited("a", "b", "c")
    assert (history.before, history.back(), history.back(), history.back()) == ("b", "b", "a", None)
    assert (history.here, history.forward(), history.forward(), history.forward()) == ("a", "b", "c", None)


def test_a_new_visit_drops_the_forward_entries() -> None:
    history = visited("a", "b")
    history.back()
    history.visit("c")
    assert (history.here, history.forward(), history.back()) == ("c", None, "a")


def test_visiting_the_current_place_changes_nothing() -> None:
    history = visited("a", "b")
    history.back()
    history.visit("a")
    assert history.forward() == "b"


def test_the_oldest_places_are_forgotten_first() -> None:
    history = visited(*(str(number) for number in range(LIMIT + 5)))
    steps = 0
    while history.back():
        steps += 1
    assert (steps, history.here) == (LIMIT - 1, "5")


@given(st.lists(st.sampled_from(["a", "b", "c", "<", ">"])))
def test_back_and_forward_are_inverse(moves: list[str]) -> None:
    history = History()
    for move in moves:
        {"<": history.back, ">": history.forward}.get(move, lambda move=move: history.visit(move))()
        here, before = history.here, history.before
        assert history.can_go_back == (before is not None)
        if history.can_go_back:
            assert (history.back(), history.forward()) == (before, here)
