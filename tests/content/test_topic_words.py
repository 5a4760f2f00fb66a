"""The program holds no word of a guide's topic: what content names is looked for in the code."""

import re
from functools import cache
from pathlib import Path

import pytest
from msgspec import json
from msgspec.structs import asdict

from ketaguide.loading.reader import read_guide
from ketaguide.model.guide import Guide
from ketaguide.paths import content_dir
from tests.conftest import KITCHEN_SINK

ROOT = Path(__file__).parents[2]
GUIDES = (content_dir(), ROOT / "tests/guides/ect")
NOT_CODE = ("crisis.py", "starter/")
"""The built-in crisis card of the UK, and the content with which a new guide begins."""

ALLOWED = {
    "plain English, also of a program": (
        "alcohol", "can be tried next", "cost", "dependence", "driving", "how long does it last", "how well it works",
        "injection", "licence", "masked", "memory", "mg", "min read", "ready to decide", "research", "response", "risks",
        "sessions", "side by side", "suicidal thoughts", "visit", "waiting",
    ),
    "every guide on health has them": ("nausea", "relapse", "side effect", "side effects"),
    "of the United Kingdom, whose rules and services the checker cites": (
        "111", "24/7", "999", "A&E", "GP", "NHS", "scotland", "see your GP", "wales",
    ),
    "published the standard on which a rule rests": ("Cochrane",),
    "what the rule people-first forbids of anybody": ("psychotic",),
    "a kind of contact or of look": ("calm", "talking-therapies"),
    "the name of a place that a site might write": ("crisis team",),
    "the page of help has this id in every guide (crisis.HELP_PAGE)": ("get-help",),
    "contacts of the built-in crisis card, in examples": (
        "ae", "samaritans", "shout",
    ),
}  # fmt: skip
"""Words of the guides that stand in the code all the same, by the reason."""


@cache
def guide_in(folder: Path) -> Guide:
    found = read_guide(folder).draft
    assert found is not None
    return found


def words_of(guide: Guide) -> set[str]:
    """Names of what a guide is about, explains, is searched for, pronounces and checks."""
    found = {one.name for one in guide.meta.subjects} | {one.topic for one in guide.topics.topics}
    found |= {word for words in asdict(guide.wording).values() for word in words}
    for edition in guide.editions.values():
        found |= {name for term in edition.glossary.terms for name in (term.term, *term.also)}
        found |= {one.means for one in edition.search.synonyms} | {one.written for one in edition.speech.sayings}
    return found


def ids_of(guide: Guide) -> set[str]:
    """Ids of pages, claims, contacts, sources, terms and questions."""
    found = {*guide.claims, *guide.contacts, *guide.sources, *(one.id for one in guide.topics.claims)}
    for edition in guide.editions.values():
        found |= {*edition.sections, *(term.id for term in edition.glossary.terms)}
        found |= {ask.id for group in edition.asks.groups for ask in group.questions}
        found |= {question.id for round_ in edition.quiz.rounds for question in round_.questions}
    return found


@cache
def code(*, of_checker: bool) -> str:
    """The checker, or the rest of the program: each line after the name of its file."""
    package = ROOT / "ketaguide"
    texts = (path for path in sorted(package.rglob("*")) if path.is_file() and path.suffix not in (".png", ".pyc"))
    named = ((path.relative_to(package).as_posix(), path) for path in texts)
    return "".join(
        f"\n{name}:{number}: {line}"
        for name, path in named
        if name.startswith("checking/") == of_checker and not name.startswith(NOT_CODE)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
    )


def found_in(text: str, words: set[str]) -> dict[str, str]:
    """Those words, whole or with an s, that stand in a text, and the first line of each; short capitals as they are written."""
    small, found = text.lower(), dict[str, str]()
    assert len(small) == len(text)
    for word in words:
        capitals = re.IGNORECASE if not word.isupper() or len(word) > 4 else 0
        whole = re.compile(rf"(?<![\w-]){re.escape(word)}s?(?![\w-])", capitals)
        at = small.find(word.lower())
        while at >= 0 and not whole.match(text, at):
            at = small.find(word.lower(), at + 1)
        if at >= 0:
            found[word] = text[text.rfind("\n", 0, at) + 1 :].partition("\n")[0]
    return found


@cache
def everything(folder: Path) -> dict[str, str]:
    """Each word of a guide that stands in the code. Rules have examples of the kitchen sink, and so its ids."""
    guide = guide_in(folder)
    of_rules = words_of(guide) | ids_of(guide) - ids_of(guide_in(KITCHEN_SINK))
    return found_in(code(of_checker=True), of_rules) | found_in(code(of_checker=False), words_of(guide) | ids_of(guide))


@pytest.mark.parametrize("folder", GUIDES, ids=lambda folder: folder.name)
def test_no_word_of_a_guide_stands_in_the_program(folder: Path) -> None:
    allowed = {word.casefold() for words in ALLOWED.values() for word in words}
    assert {word: line for word, line in everything(folder).items() if word.casefold() not in allowed} == {}


def test_every_word_that_is_allowed_is_needed() -> None:
    found = {word.casefold() for folder in GUIDES for word in everything(folder)}
    assert {word for words in ALLOWED.values() for word in words if word.casefold() not in found} == set()


def test_a_guide_without_search_words_is_lent_none_of_the_topic(guide: Guide, shipped: Guide) -> None:
    for edition in guide.editions.values():
        lent = json.encode(edition.search).decode()
        assert found_in(f"\n{lent}", {*shipped.wording.conditions, *shipped.wording.treatments}) == {}


def test_a_word_of_a_topic_is_found_wherever_it_stands() -> None:
    text = '\na.py:1: """Hay fever, as in "hay fevers"."""\na.py:2: ID = "pollen-count"\na.py:3: is_nice = KETs'
    assert set(found_in(text, {"hay fever", "pollen-count", "pollen", "NICE", "KET", "ket"})) == {
        "hay fever", "pollen-count", "KET", "ket",
    }  # fmt: skip
