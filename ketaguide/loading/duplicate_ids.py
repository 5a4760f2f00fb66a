"""Duplicate ids, which make links ambiguous."""

from collections.abc import Iterator

from ketaguide.loading.problem import Places, Problem
from ketaguide.model.block import Faq
from ketaguide.model.guide import Guide
from ketaguide.model.walk import Path


def repeated(guide: Guide, places: Places) -> Iterator[Problem]:
    """Yield a problem for every repeated id; the reader reports those of claims, sources and contacts."""
    seen = set[tuple[str, str, str]]()
    for file, kind, id_, path in _ids(guide):
        key = (file.partition("/")[0], kind, id_)  # each edition has ids of its own
        if key in seen:
            hint = "give one of them another id, or remove it"
            yield places.problem(file, path, "id", f"the id {id_!r} is used twice", hint)
        seen.add(key)


def _ids(guide: Guide) -> Iterator[tuple[str, str, str, Path]]:
    """Every id, with its file, what it is an id of, and its place in the file."""
    for at, part in enumerate(guide.meta.parts):
        yield "guide.yaml", "part", part.id, ("parts", at, "id")
        for inner, section_id in enumerate(part.sections):
            yield "guide.yaml", "order", section_id, ("parts", at, "sections", inner)
    for at, claim in enumerate(guide.topics.claims):
        yield "topics.yaml", "public claim", claim.id, ("claims", at, "id")
    for at, fact in enumerate(guide.claims.values()):
        for inner, figure in enumerate(fact.figures):
            yield "evidence.yaml", f"measure of {fact.id}", figure.measure, ("claims", at, "figures", inner, "measure")
    for edition_id, edition in guide.editions.items():
        for at, term in enumerate(edition.glossary.terms):
            yield f"{edition_id}/glossary.yaml", "term", term.id, ("terms", at, "id")
        for at, saying in enumerate(edition.speech.sayings):
            yield f"{edition_id}/speech.yaml", "saying", saying.written, ("sayings", at, "written")
        for at, group in enumerate(edition.asks.groups):
            yield f"{edition_id}/questions.yaml", "group", group.id, ("groups", at, "id")
            for inner, ask in enumerate(group.questions):
                yield f"{edition_id}/questions.yaml", "ask", ask.id, ("groups", at, "questions", inner, "id")
        for at, round_ in enumerate(edition.quiz.rounds):
            yield f"{edition_id}/quiz.yaml", "round", round_.id, ("rounds", at, "id")
            for inner, question in enumerate(round_.questions):
                yield f"{edition_id}/quiz.yaml", "question", question.id, ("rounds", at, "questions", inner, "id")
        for name in ("rows", "options", "things"):
            for at, one in enumerate(getattr(edition.options, name)):
                yield f"{edition_id}/options.yaml", name, one.id, (name, at, "id")
        for section in edition.sections.values():
            for at, block in enumerate(section.blocks):
                if isinstance(block, Faq):
                    yield f"{edition_id}/sections/{section.id}.yaml", "faq", block.id, ("blocks", at, "id")
