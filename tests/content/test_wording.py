"""The words of the shipped guide's topic reach the rules of the checker."""

import re

import pytest

from ketaguide.checking.phrase_table import PHRASE_RULES, flagged
from ketaguide.checking.text import either
from ketaguide.model.guide import Guide
from ketaguide.model.wording import Wording

FORBIDDEN = {
    "no-instructions": (
        "You should take ketamine.", "Come again. Stop your antidepressants.", "You should try the spray.",
        "Stop taking esketamine.", "You ought to have a drip.",
    ),
    "not-a-device": ("Fill in the PHQ-9.", "Your GAD7 is needed.", "Keep a mood diary.", "A mood tracker is here."),
    "people-first": ("The depressed sleep badly.", "Depressives sleep badly."),
    "hype": ("Beat your depression.", "Fighting off depression takes time."),
    "quiz-tone": ("What is your depression like?",),
}  # fmt: skip


def found(rule: str, text: str, wording: Wording) -> list[str]:
    (one,) = (one for one in PHRASE_RULES if rule == one.id)
    return [said for phrases in one.lists_of(wording) for said, _ in phrases.found(text)]


@pytest.mark.parametrize(("rule", "text"), [(rule, text) for rule, texts in FORBIDDEN.items() for text in texts])
def test_a_sentence_on_the_topic_is_flagged_because_of_its_own_words_alone(shipped: Guide, rule: str, text: str) -> None:
    assert found(rule, text, shipped.wording)
    assert flagged(shipped.wording).search(f"\n{text.lower()}")
    assert not found(rule, text, Wording())


@pytest.mark.parametrize("text", ["They fund a Frank drugs helpline.", "Drugs such as cocaine."])
def test_a_drug_by_its_name_is_no_medicine(shipped: Guide, text: str) -> None:
    (rule,) = (one for one in PHRASE_RULES if one.id == "plain-words")
    unless = [phrases.unless for phrases in rule.lists_of(shipped.wording) if phrases.unless]
    assert re.search(unless[0], text, re.IGNORECASE)


def test_a_word_of_the_topic_is_matched_as_it_stands_and_with_an_s() -> None:
    pattern = re.compile(either(("phq-9", "mood diary (new)")))
    assert pattern.fullmatch("phq-9")
    assert pattern.fullmatch("mood diary (new)s")
    assert not pattern.search("phqx9")
    assert not re.search(either(()), "anything at all")
