"""Help is one answer away from every prompt there is, and nothing a reader types can break the conversation."""

from collections import deque

from hypothesis import given, settings
from hypothesis import strategies as st

from ketaguide.model.guide import Guide
from tests.unit.scripted import HELP_CHOICE, choices, talk, talk_raw

CARD = "Emergency: Call 999 or go to A&E now if:"


def walk(guide: Guide) -> dict[str, tuple[str, ...]]:
    """Every list of choices that can be reached, and the answers that lead there."""
    seen: dict[str, tuple[str, ...]] = {}
    todo: deque[tuple[str, ...]] = deque([()])
    while todo:
        answers = todo.popleft()
        heard = talk(guide, *answers, "x")
        if len(heard) <= len(answers) + 1:
            continue  # the last of the answers was to leave
        listed = heard[len(answers)].rpartition(HELP_CHOICE)[2]
        if listed in seen:
            continue
        seen[listed] = answers
        todo += [(*answers, number) for number in choices(heard[len(answers)])]
    return seen


def test_help_is_one_answer_away_from_every_prompt_and_leads_back_there(guide: Guide) -> None:
    reached = walk(guide)
    assert len(reached) > 60
    for listed, answers in reached.items():
        heard = talk(guide, *answers, "0", "1", "x")
        assert CARD in heard[len(answers) + 1]
        if "Go back to where you were" not in listed:
            assert heard[len(answers) + 2].endswith(HELP_CHOICE + listed)


LINES = st.lists(st.one_of(st.integers(0, 12).map(lambda n: str(n).encode()), st.binary(max_size=300)), max_size=40)


def test_the_conversation_survives_any_input(guide: Guide) -> None:
    @given(lines=LINES, width=st.integers(20, 80))
    @settings(max_examples=150)
    def survives(lines: list[bytes], width: int) -> None:
        heard = "".join(talk_raw(guide, b"\n".join(lines), width=width))
        assert heard.rstrip(".\n").endswith("Talk: 116 123")
        assert all(line.isprintable() for line in heard.splitlines())
        assert all(len(line) <= max(width, 40) for line in heard.splitlines())

    survives()
