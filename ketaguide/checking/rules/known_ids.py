"""Pages, contacts and questions that are named by id are there.

The order of pages, the reading paths and the roles in guide.yaml, the page a term or a quiz question leads to, the
contacts of a card, the questions to ask at the end of a page, and the home of each topic. Source: our standard,
"nothing is orphaned".

Passes:
    en/sections/risks.yaml: {questions: [ask-test], blocks: [{kind: contacts, ids: [samaritans]}]}

Fails:
    en/sections/risks.yaml: {questions: [ask-tests], blocks: [{kind: contacts, ids: [samaritan]}]}
"""

from collections.abc import Iterator
from functools import cache

import msgspec

from ketaguide.checking.context import LintContext
from ketaguide.checking.nearest import nearest
from ketaguide.checking.parts import Finding, Place
from ketaguide.model.block import CareCard, Contacts
from ketaguide.model.guide import STANDARD, Balance, PathStep, Roles, Section

ID = "known-ids"
LEVEL = "error"


def check(context: LintContext) -> Iterator[Finding]:
    """Ids of pages, contacts and questions that do not exist."""
    standard = context.guide.editions[STANDARD]
    known = {
        "page {}": set(standard.sections),
        "claim {} in evidence.yaml": set(context.guide.claims),
        "contact {} in contacts.yaml": set(context.guide.contacts),
        "question {} in questions.yaml": {ask.id for group in standard.asks.groups for ask in group.questions},
    }
    for start, value in context.structs:
        if start.file.endswith("/interface.yaml"):
            continue  # the program's words for things, not ids of things
        for field, what in _naming(type(value)).items():
            for place, id_ in _named(getattr(value, field), start.at(field)):
                if id_ not in known[what]:
                    yield Finding(place, f"there is no {what.format(repr(id_))}", nearest(id_, known[what]))


def _named(ids: str | tuple[str, ...], place: Place) -> Iterator[tuple[Place, str]]:
    """Every id in a field, with its place."""
    if isinstance(ids, tuple):
        yield from ((place.at(at), id_) for at, id_ in enumerate(ids) if id_)
    elif ids:
        yield place, ids


@cache
def _naming(type_: type[msgspec.Struct]) -> dict[str, str]:
    """The fields of a class that hold ids of things elsewhere, each with what they are ids of."""
    found = {field: _names(type_, field) for field in type_.__struct_fields__}
    return {field: what for field, what in found.items() if what}


def _names(type_: type[msgspec.Struct], field: str) -> str:
    """The kind of thing that the ids in a field of a class name; nothing where it holds no ids."""
    match field:
        case "section" | "sections":
            return "page {}"
        case "gp" | "about" | "by_nation" | "answers" | "beside_benefit" if issubclass(type_, Roles | Balance):
            return "page {}"
        case "checklist" if issubclass(type_, Roles):
            return "claim {} in evidence.yaml"
        case "contacts" | "ids" if issubclass(type_, CareCard | Contacts):
            return "contact {} in contacts.yaml"
        case "questions" if issubclass(type_, Section | PathStep):
            return "question {} in questions.yaml"
        case _:
            return ""
