"""Runs a whole conversation with prepared answers."""

import io
from collections import deque

from ketaguide.conversation import Aloud, Area, Console, converse
from ketaguide.model.guide import Guide
from ketaguide.session import Session

PROMPT = "0: help. ?: more "
"""The end of every prompt, which says how to get help."""
WORDS_PROMPT = "Words, or Enter: back."


def talk(
    guide: Guide,
    *answers: str | bytes,
    about: Area | None = None,
    width: int = 40,
    session: Session | None = None,
    aloud: Aloud | None = None,
) -> list[str]:
    """The output before each answer and after the last one; input ends with the answers, and raw bytes are a whole input."""
    typed = b"".join(answer if isinstance(answer, bytes) else f"{answer}\n".encode() for answer in answers)
    sink = io.StringIO()
    converse(guide, session or Session(), Console(io.BytesIO(typed), sink, lambda: width, echoes=False), about, aloud)
    first, *rest = sink.getvalue().split(PROMPT)
    return [first, *(text.removeprefix("\n") for text in rest)]


def choices(text: str) -> dict[str, str]:
    """The last list of choices in an output: number to label."""
    lines = text.splitlines()
    first = max((at for at, line in enumerate(lines) if line.startswith("1: ")), default=len(lines))
    found: dict[str, str] = {}
    for line in lines[first:]:
        number, colon, words = line.partition(": ")
        if colon and number == str(len(found) + 1):
            found[number] = words
        elif line.startswith("   "):
            found[str(len(found))] += f" {line.strip()}"
        else:
            break
    return found


def before_choices(text: str) -> str:
    """An output without the last list of choices and the prompt."""
    lines = text.splitlines()
    first = max((at for at, line in enumerate(lines) if line.startswith("1: ")), default=len(lines) - 1)
    return "\n".join(lines[:first])


def number_of(text: str, words: str) -> str:
    """Number of the choice whose label begins with `words`."""
    return next(number for number, choice in choices(text).items() if choice.startswith(words))


def ways(text: str, words: str, guide: Guide) -> list[str]:
    """The answers that lead to a choice: it stands in the list, or under More."""
    if any(choice.startswith(words) for choice in choices(text).values()):
        return [number_of(text, words)]
    more = number_of(text, "More: search")
    return [more, number_of(talk(guide, more)[1], words)]


def by_words(
    guide: Guide, *wanted: str, first: tuple[str, ...] = (), about: Area | None = None, session: Session | None = None
) -> str:
    """Choose by the labels of choices, one after another, after some first answers; returns the last output."""
    answers = [*first]
    for words in wanted:
        answers += ways(talk(guide, *answers, "?", about=about)[len(answers) + 1], words, guide)
    return talk(guide, *answers, about=about, session=session)[len(answers)]


def walk(guide: Guide) -> dict[str, tuple[str, ...]]:
    """Every prompt that can be reached by numbers and Enter, with its choices, and the answers that lead there."""
    seen: dict[str, tuple[str, ...]] = {}
    todo: deque[tuple[str, ...]] = deque([()])
    while todo:
        answers = todo.popleft()
        heard = talk(guide, *answers, "?", "")
        if len(heard) <= len(answers) + 2:
            continue  # the last of the answers was to leave
        if WORDS_PROMPT in heard[len(answers)].splitlines()[-1]:
            continue  # words are asked for: tests/unit/test_conversation_search.py
        offered = heard[len(answers) + 1]
        if offered in seen:
            continue
        seen[offered] = answers
        todo += [(*answers, number) for number in choices(offered)]
    return seen
