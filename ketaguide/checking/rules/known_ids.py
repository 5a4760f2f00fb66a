"""Pages, contacts and questions that are named by id are there.

The order of pages in guide.yaml, the page a term or a quiz question leads to, the contacts of a card, the questions
to ask at the end of a page, and the home of each topic. Source: our standard, "nothing is orphaned".

Passes:
    en/sections/risks.yaml: {questions: [ask-test], blocks: [{kind: contacts, ids: [samaritans]}]}

Fails:
    en/sections/risks.yaml: {questions: [ask-tests], blocks: [{kind: contacts, ids: [samaritan]}]}
"""

from collections.abc import Iterator, Set

from ketaguide.checking.draft import Draft, Found, Place
from ketaguide.checking.nearest import nearest
from ketaguide.model.block import CareCard, Contacts
from ketaguide.model.guide import STANDARD, Edition

ID = "known-ids"
LEVEL = "error"


def check(draft: Draft) -> Iterator[Found]:
    """Ids of pages, contacts and questions that do not exist."""
    for place, id_, what, known in _named(draft):
        if id_ not in known and place.file in draft.places.files:
            yield Found(place, f"there is no {what} {id_!r}", nearest(id_, known))


def _named(draft: Draft) -> Iterator[tuple[Place, str, str, Set[str]]]:
    guide = draft.guide
    pages = guide.editions[STANDARD].sections.keys()
    asks = {ask.id for group in guide.editions[STANDARD].asks.groups for ask in group.questions}
    for at, part in enumerate(guide.meta.parts):
        for inner, section in enumerate(part.sections):
            yield Place("guide.yaml", ("parts", at, "sections", inner)), section, "page", pages
    for at, topic in enumerate(guide.topics.topics):
        yield Place("topics.yaml", ("topics", at, "section")), topic.section, "page", pages
    for page in draft.pages:
        for at, ask in enumerate(page.section.questions):
            yield page.place.at("questions", at), ask, "question in questions.yaml", asks
    for spot in draft.spots:
        field = {CareCard: "contacts", Contacts: "ids"}.get(type(spot.block))
        for at, contact in enumerate(getattr(spot.block, field) if field else ()):
            yield spot.place.at(field or "", at), contact, "contact in contacts.yaml", guide.contacts.keys()
    for edition in draft.editions:
        yield from _named_in(edition, pages)


def _named_in(edition: Edition, pages: Set[str]) -> Iterator[tuple[Place, str, str, Set[str]]]:
    for at, term in enumerate(edition.glossary.terms):
        if term.section:
            yield Place(f"{edition.variant}/glossary.yaml", ("terms", at, "section")), term.section, "page", pages
    for at, round_ in enumerate(edition.quiz.rounds):
        for inner, question in enumerate(round_.questions):
            place = Place(f"{edition.variant}/quiz.yaml", ("rounds", at, "questions", inner, "section"))
            yield place, question.section, "page", pages
