"""Pages, contacts and questions that are named by id are there.

The order of pages and the reading paths in guide.yaml, the page a term or a quiz question leads to, the contacts of a
card, the questions to ask at the end of a page, and the home of each topic. Source: our standard, "nothing is orphaned".

Passes:
    en/sections/risks.yaml: {questions: [ask-test], blocks: [{kind: contacts, ids: [samaritans]}]}

Fails:
    en/sections/risks.yaml: {questions: [ask-tests], blocks: [{kind: contacts, ids: [samaritan]}]}
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec

from ketaguide.checking.draft import Draft
from ketaguide.checking.nearest import nearest
from ketaguide.checking.parts import Found, Place
from ketaguide.model.block import CareCard, Contacts
from ketaguide.model.guide import STANDARD, Section
from ketaguide.model.interface import Interface

ID = "known-ids"
LEVEL = "error"


class _Named(NamedTuple):
    place: Place
    id: str
    what: str


def check(draft: Draft) -> Iterator[Found]:
    """Ids of pages, contacts and questions that do not exist."""
    standard = draft.guide.editions[STANDARD]
    known = {
        "page": set(standard.sections),
        "contact in contacts.yaml": set(draft.guide.contacts),
        "question in questions.yaml": {ask.id for group in standard.asks.groups for ask in group.questions},
    }
    for start, value in draft.files():
        if isinstance(value, Interface):
            continue  # the program's words for things, not ids of things
        for place, id_, what in _named(value, start):
            if id_ not in known[what]:
                yield Found(place, f"there is no {what} {id_!r}", nearest(id_, known[what]))


def _named(value: Any, place: Place) -> Iterator[_Named]:
    """Every id in a value that names something elsewhere."""
    if isinstance(value, tuple):
        for at, item in enumerate(value):
            yield from _named(item, place.at(at))
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            item = getattr(value, name)
            if what := _names(value, name):
                ids = (item,) if isinstance(item, str) else item
                for at, id_ in enumerate(ids):
                    if id_:
                        yield _Named(place.at(name, at) if ids is item else place.at(name), id_, what)
            elif not isinstance(item, str):
                yield from _named(item, place.at(name))


def _names(value: msgspec.Struct, field: str) -> str:
    """What the ids in a field of a value are of; nothing where it holds no ids."""
    match field:
        case "section" | "sections":
            return "page"
        case "contacts" | "ids" if isinstance(value, CareCard | Contacts):
            return "contact in contacts.yaml"
        case "questions" if isinstance(value, Section):
            return "question in questions.yaml"
        case _:
            return ""
