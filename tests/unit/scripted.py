"""Runs a whole conversation with prepared answers."""

import io
from collections import deque

from ketaguide.conversation import Area, Console, converse, main_menu
from ketaguide.model.guide import Guide
from ketaguide.session import Session

WORDS_PROMPT = "Words to look for, then Enter: "
PROMPT = "Number, then Enter: "
HELP_CHOICE = "0 then Enter: get help now"


def talk(guide: Guide, *answers: str, about: Area = main_menu, width: int = 40, session: Session | None = None) -> list[str]:
    """The output before each answer and after the last one; input ends with the answers."""
    return talk_raw(guide, "".join(f"{answer}\n" for answer in answers).encode(), about, width, session)


def talk_raw(guide: Guide, typed: bytes, about: Area = main_menu, width: int = 40, session: Session | None = None) -> list[str]:
    """The same for raw bytes."""
    sink = io.StringIO()
    converse(guide, session or Session(), Console(io.BytesIO(typed), sink, lambda: width), about)
    return sink.getvalue().split(PROMPT)


def choices(text: str) -> dict[str, str]:
    """The last list of choices in an output: number to label."""
    found: dict[str, str] = {}
    _, _, listed = text.rpartition(HELP_CHOICE)
    last = ""
    for line in listed.splitlines():
        number, colon, words = line.partition(": ")
        if colon and number.isdigit():
            last = number
            found[last] = words
        elif last and line.startswith(" "):
            found[last] += f" {line.strip()}"
    return found


def number_of(text: str, words: str) -> str:
    """Number of the choice whose label begins with `words`."""
    return next(number for number, choice in choices(text).items() if choice.startswith(words))


def walk(guide: Guide) -> dict[str, tuple[str, ...]]:
    """Every list of choices that can be reached, and the answers that lead there."""
    seen: dict[str, tuple[str, ...]] = {}
    todo: deque[tuple[str, ...]] = deque([()])
    while todo:
        answers = todo.popleft()
        heard = talk(guide, *answers, "x")
        if len(heard) <= len(answers) + 1:
            continue  # the last of the answers was to leave
        if WORDS_PROMPT in heard[len(answers)]:
            continue  # words are asked for: tests/unit/test_conversation_search.py
        listed = heard[len(answers)].rpartition(HELP_CHOICE)[2]
        if listed in seen:
            continue
        seen[listed] = answers
        todo += [(*answers, number) for number in choices(heard[len(answers)])]
    return seen
