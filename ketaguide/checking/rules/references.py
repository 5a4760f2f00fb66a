"""References by id: to claims, sources, pages, words and contacts."""

from collections.abc import Collection, Iterator

from ketaguide.checking.context import LintContext
from ketaguide.checking.rule import Finding, Place, rule
from ketaguide.loading.advice import nearest
from ketaguide.model.ask import Asks
from ketaguide.model.block import CareCard, Contacts, Myth
from ketaguide.model.edition import EditionId
from ketaguide.model.guide import Guide, Section
from ketaguide.model.meta import Balance, Meta, PathStep, Roles


@rule("error")
def known_claims(context: LintContext) -> Iterator[Finding]:
    """Every claim that a page, a term or a question cites is in evidence.yaml.

    A citation of nothing would show a fact without its source. Source: our standard, "every claim resolves".

    Passes:
        en/sections/risks.yaml: {cites: [syrup-harm]}

    Fails:
        en/sections/risks.yaml: {cites: [syrup-harms]}
    """
    for place, value in context.structs:
        yield from missing(place.at("cites"), getattr(value, "cites", ()), context.guide.claims, _CLAIM)


def missing(place: Place, ids: str | tuple[str, ...], known: Collection[str], what: str) -> Iterator[Finding]:
    """Findings for ids in a field, one or a list, of things that are not there."""
    for at, id_ in enumerate([ids] if isinstance(ids, str) else ids):
        if id_ not in known:
            here = place if isinstance(ids, str) else place.at(at)
            yield Finding(here, f"there is no {what.format(repr(id_))}", nearest(id_, known))


_PAGE, _CLAIM, _SOURCE = "page {}", "claim {} in evidence.yaml", "source {} in sources.yaml"
_CONTACT, _QUESTION = "contact {} in contacts.yaml", "question {} in questions.yaml"


@rule("error")
def known_sources(context: LintContext) -> Iterator[Finding]:
    """Every source that a claim or a contact names is in sources.yaml.

    Source: our standard, "every source resolves"; a reader sees title, publisher and year of each.

    Passes:
        contacts.yaml: {contacts: [{id: samaritans, sources: [test-page]}]}

    Fails:
        contacts.yaml: {contacts: [{id: samaritans, sources: [test-pages]}]}
    """
    for place, one in context.sourced:
        yield from missing(place.at("sources"), one.sources, context.guide.sources, _SOURCE)


_NAMES = {"term": "no word {} in glossary.yaml", "section": "no page {}", "contact": "no contact {} in contacts.yaml"}


@rule("error")
def known_links(context: LintContext) -> Iterator[Finding]:
    """Every link in a sentence leads to a term, a page, a heading of a page or a contact that is there.

    Source: our standard, "every `term:`, `section:`, `contact:` resolves". A link may lead to a term or page of the
    standard edition where the short edition has none of its own.

    Passes:
        en/sections/risks.yaml: {summary: ["See [test syrup](term:test-syrup) and [get help](section:get-help)."]}

    Fails:
        en/sections/risks.yaml: {summary: ["See [test syrup](term:test-sirup) and [get help](section:help)."]}
        en/sections/risks.yaml: {summary: ["See [how bad](section:risks#how-bad)."]}
    """
    leads = {name: _leads(context.guide, name) for name in ("", *context.guide.editions)}
    for text in context.linking:
        known = leads[text.place.edition_id]
        for span in text.prose.spans if text.prose else ():
            if span.place and span.target in known["section"]:
                page = context.guide.section(span.target, text.place.edition_id)
                if page and span.place not in page.places:
                    message = f"the link leads nowhere: the page {span.target!r} has no heading {span.place!r}"
                    yield Finding(text.place, message, nearest(span.place, page.places))
            if span.scheme and span.target not in known[span.scheme]:
                message = f"the link leads nowhere: there is {_NAMES[span.scheme].format(repr(span.target))}"
                yield Finding(text.place, message, nearest(span.target, known[span.scheme]))


def _leads(guide: Guide, edition_id: EditionId) -> dict[str, set[str]]:
    """Targets that links of an edition may have; what it does not have is taken from its base."""
    chain = [*guide.chain(edition_id)]
    return {
        "term": {term.id for one in chain for term in one.glossary.terms},
        "section": {name for one in chain for name in one.sections},
        "contact": set(guide.contacts),
    }


@rule("error")
def known_ids(context: LintContext) -> Iterator[Finding]:
    """Pages, contacts and questions that are named by id are there.

    The order of pages, the reading paths and the roles in guide.yaml, the page a term or a quiz question leads to, the
    contacts of a card, the questions to ask at the end of a page, and the home of each topic. Source: our standard,
    "nothing is orphaned".

    Passes:
        en/sections/risks.yaml: {questions: [ask-test], blocks: [{kind: contacts, ids: [samaritans]}]}

    Fails:
        en/sections/risks.yaml: {questions: [ask-tests], blocks: [{kind: contacts, ids: [samaritan]}]}
    """
    standard = context.guide.first
    known = {
        _PAGE: set(standard.sections),
        _CLAIM: set(context.guide.claims),
        _CONTACT: set(context.guide.contacts),
        _QUESTION: {ask.id for group in standard.asks.groups for ask in group.questions},
    }
    for start, value in context.structs:
        if start.file.endswith("/interface.yaml"):
            continue  # the program's words for things, not ids of things
        for field, what in {**_OF_ALL, **_OF_CLASS.get(type(value), {})}.items():
            yield from missing(start.at(field), getattr(value, field, ()) or (), known[what], what)


_OF_ALL = {"section": _PAGE, "sections": _PAGE}
_OF_CLASS: dict[type, dict[str, str]] = {
    Roles: dict.fromkeys(("gp", "ready", "about", "by_nation", "answers"), _PAGE) | {"checklist": _CLAIM, "funding": _CLAIM},
    Balance: {"beside_benefit": _PAGE},
    Meta: {"offline": _PAGE},
    CareCard: {"contacts": _CONTACT},
    Contacts: {"ids": _CONTACT},
    Section: {"questions": _QUESTION},
    PathStep: {"questions": _QUESTION},
    Asks: {"most_asked": _QUESTION},
}
"""Fields that hold ids of things elsewhere, with what they are ids of: in any class, and in one."""


LONGEST_VERDICT = 40


@rule("error")
def myths(context: LintContext) -> Iterator[Finding]:
    """Every public claim that needs an answer has one, and every myth answers a claim.

    topics.yaml lists what the public is told and the guide judged overstated, misleading, unsupported or out of date. Each
    is named in the `answers` of a myth on a standard page. A verdict is a word or two. Source: our standard.

    Passes:
        topics.yaml: {claims: [{id: always-works, article: a, says: It always works., verdict: overstated}]}

    Fails:
        topics.yaml: {claims: [{id: never-fails, article: a, says: It never fails., verdict: overstated}]}
    """
    claims = {claim.id: at for at, claim in enumerate(context.guide.topics.claims)}
    answered = set[str]()
    for place, myth in context.every(Myth):
        if place.edition_id == context.guide.first.edition_id:
            answered |= set(myth.answers)
        yield from missing(place.at("answers"), myth.answers, claims, "public claim {} in topics.yaml")
        if len(myth.verdict) > LONGEST_VERDICT:
            message = f"a verdict of more than {LONGEST_VERDICT} characters"
            yield Finding(place.at("verdict"), message, "make it a word or two")
    for claim, at in claims.items():
        if claim not in answered:
            place = Place("topics.yaml", ("claims", at, "id"))
            yield Finding(place, f"no myth answers the public claim {claim!r}", "add its id to the answers of one")
