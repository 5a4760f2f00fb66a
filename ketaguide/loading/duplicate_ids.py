"""Duplicate ids, which make links ambiguous."""

from collections.abc import Iterator
from typing import NamedTuple

from ketaguide.loading.problem import Places, Problem
from ketaguide.model.block import Faq
from ketaguide.model.guide import Edition, Guide
from ketaguide.model.walk import Path


class _Name(NamedTuple):
    scope: str
    """Ids must be unique within a scope, not across scopes."""
    id: str
    file: str
    path: Path


def repeated(guide: Guide, places: Places) -> Iterator[Problem]:
    """Yield a problem for every repeated id; the reader reports those of claims, sources and contacts."""
    seen: set[tuple[str, str]] = set()
    for name in _names(guide):
        if (name.scope, name.id) in seen:
            yield again(places, name.file, name.path, name.id)
        seen.add((name.scope, name.id))


def again(places: Places, file: str, path: Path, id_: str) -> Problem:
    """The problem to report for a duplicate id."""
    return places.problem(file, path, "id", f"the id {id_!r} is used twice", "give one of them another id, or remove it")


def _names(guide: Guide) -> Iterator[_Name]:
    for at, part in enumerate(guide.meta.parts):
        yield _Name("part", part.id, "guide.yaml", ("parts", at, "id"))
        for inner, section in enumerate(part.sections):
            yield _Name("order", section, "guide.yaml", ("parts", at, "sections", inner))
    for at, claim in enumerate(guide.topics.claims):
        yield _Name("public claim", claim.id, "topics.yaml", ("claims", at, "id"))
    for at, fact in enumerate(guide.claims.values()):
        for inner, figure in enumerate(fact.figures):
            yield _Name(f"measure of {fact.id}", figure.measure, "evidence.yaml", ("claims", at, "figures", inner, "measure"))
    for edition in guide.editions.values():
        yield from _names_in(edition)


def _names_in(edition: Edition) -> Iterator[_Name]:
    edition_id = edition.edition_id
    for at, term in enumerate(edition.glossary.terms):
        yield _Name(f"{edition_id} term", term.id, f"{edition_id}/glossary.yaml", ("terms", at, "id"))
    for at, saying in enumerate(edition.speech.sayings):
        yield _Name(f"{edition_id} saying", saying.written, f"{edition_id}/speech.yaml", ("sayings", at, "written"))
    for at, group in enumerate(edition.asks.groups):
        yield _Name(f"{edition_id} group", group.id, f"{edition_id}/questions.yaml", ("groups", at, "id"))
        for inner, ask in enumerate(group.questions):
            yield _Name(f"{edition_id} ask", ask.id, f"{edition_id}/questions.yaml", ("groups", at, "questions", inner, "id"))
    for at, round_ in enumerate(edition.quiz.rounds):
        yield _Name(f"{edition_id} round", round_.id, f"{edition_id}/quiz.yaml", ("rounds", at, "id"))
        for inner, question in enumerate(round_.questions):
            yield _Name(
                f"{edition_id} question", question.id, f"{edition_id}/quiz.yaml", ("rounds", at, "questions", inner, "id")
            )
    for section in edition.sections.values():
        for at, block in enumerate(section.blocks):
            if isinstance(block, Faq):
                yield _Name(f"{edition_id} faq", block.id, f"{edition_id}/sections/{section.id}.yaml", ("blocks", at, "id"))
