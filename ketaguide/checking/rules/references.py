"""References by id: to claims, sources, pages, words and contacts."""

from collections.abc import Iterator
from functools import cache

import msgspec

from ketaguide.checking.context import LintContext
from ketaguide.checking.parts import Finding, Place
from ketaguide.checking.rule import rule
from ketaguide.loading.wording import nearest
from ketaguide.model.ask import Asks
from ketaguide.model.block import CareCard, Contacts, Myth
from ketaguide.model.guide import Edition, Section
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
    claims = context.guide.claims
    for place, value in context.structs:
        for at, claim in enumerate(getattr(value, "cites", ())):
            if claim not in claims:
                yield Finding(place.at("cites", at), f"there is no claim {claim!r} in evidence.yaml", nearest(claim, claims))


@rule("error")
def known_sources(context: LintContext) -> Iterator[Finding]:
    """Every source that a claim or a contact names is in sources.yaml.

    Source: our standard, "every source resolves"; a reader sees title, publisher and year of each.

    Passes:
        contacts.yaml:
          contacts:
            - {id: other, name: Other line, kind: listening, for_whom: anyone, phone: "0000", checked: 2026-02-28,
               check_by: 2026-08-28, sources: [test-page]}

    Fails:
        contacts.yaml:
          contacts:
            - {id: other, name: Other line, kind: listening, for_whom: anyone, phone: "0000", checked: 2026-02-28,
               check_by: 2026-08-28, sources: [test-pages]}
    """
    named = [(place, claim.sources) for place, claim in context.claim_places()]
    named += [(place, contact.sources) for place, contact in context.contact_places()]
    for place, sources in named:
        for at, source in enumerate(sources):
            if source not in context.guide.sources:
                hint = nearest(source, context.guide.sources)
                yield Finding(place.at("sources", at), f"there is no source {source!r} in sources.yaml", hint)


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
    leads = {edition.edition_id: _leads(context, edition) for edition in context.editions}
    for text in context.linking:
        known = leads[text.edition_id or context.guide.first.edition_id]
        for span in text.prose.spans if text.prose else ():
            if span.place and span.target in known["section"]:
                page = context.guide.section(span.target, text.edition_id or "")
                if page and span.place not in page.places:
                    message = f"the link leads nowhere: the page {span.target!r} has no heading {span.place!r}"
                    yield Finding(text.place, message, nearest(span.place, page.places))
            if span.scheme and span.target not in known[span.scheme]:
                message = f"the link leads nowhere: there is {_NAMES[span.scheme].format(repr(span.target))}"
                yield Finding(text.place, message, nearest(span.target, known[span.scheme]))


def _leads(context: LintContext, edition: Edition) -> dict[str, set[str]]:
    """Targets that links of an edition may have; what it does not have is taken from its base."""
    chain = [*context.guide.chain(edition.edition_id)]
    return {
        "term": {term.id for one in chain for term in one.glossary.terms},
        "section": {name for one in chain for name in one.sections},
        "contact": set(context.guide.contacts),
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
        case "gp" | "ready" | "about" | "by_nation" | "answers" if issubclass(type_, Roles):
            return "page {}"
        case "beside_benefit" | "offline" if issubclass(type_, Balance | Meta):
            return "page {}"
        case "checklist" | "funding" if issubclass(type_, Roles):
            return "claim {} in evidence.yaml"
        case "contacts" | "ids" if issubclass(type_, CareCard | Contacts):
            return "contact {} in contacts.yaml"
        case "questions" | "most_asked" if issubclass(type_, Section | PathStep | Asks):
            return "question {} in questions.yaml"
        case _:
            return ""


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
    for place, myth in context.blocks_of(Myth):
        if place.file.startswith(f"{context.guide.first.edition_id}/"):
            answered |= set(myth.answers)
        for at, claim in enumerate(myth.answers):
            if claim not in claims:
                message = f"there is no public claim {claim!r} in topics.yaml"
                yield Finding(place.at("answers", at), message, nearest(claim, claims))
        if len(myth.verdict) > LONGEST_VERDICT:
            message = f"a verdict of more than {LONGEST_VERDICT} characters"
            yield Finding(place.at("verdict"), message, "make it a word or two")
    for claim, at in claims.items():
        if claim not in answered:
            place = Place("topics.yaml", ("claims", at, "id"))
            yield Finding(place, f"no myth answers the public claim {claim!r}", "add its id to the answers of one")
