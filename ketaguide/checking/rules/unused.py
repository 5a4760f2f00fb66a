"""Content that nothing uses."""

from collections.abc import Iterable, Iterator

from ketaguide.checking.context import LintContext
from ketaguide.checking.rule import Finding, Place, linked_by, rule
from ketaguide.model.ask import Ask
from ketaguide.model.block import CareCard, Contacts
from ketaguide.model.contact import Contact
from ketaguide.model.evidence import Claim, Source
from ketaguide.model.guide import Section
from ketaguide.model.walk import cites_in

_Named = Ask | Claim | Contact | Source


@rule("error")
def unused_pages(context: LintContext) -> Iterator[Finding]:
    """Every page stands in the contents.

    A page that guide.yaml does not list cannot be reached. Source: our standard, "nothing is orphaned".

    Passes:
        guide.yaml:
          parts: [{id: all, title: All, sections: [about-this-guide, every-kind, risks, see-your-gp, get-help]}]

    Fails:
        guide.yaml: {parts: [{id: all, title: All, sections: [about-this-guide, every-kind, see-your-gp, get-help]}]}
    """
    for place, section in context.every(Section):
        if place.edition_id == context.guide.first.edition_id and section.id not in context.guide.meta.order:
            yield Finding(place, "the page is not in the contents", "add its id to a part in guide.yaml")


@rule("warning")
def unused_claims(context: LintContext) -> Iterator[Finding]:
    """Every claim is cited somewhere.

    What no page says needs no upkeep, and a claim that fell out of a page may have been meant to stay. Source: our
    standard, "the claims actually used".

    Passes:
        evidence.yaml: {claims: [{id: syrup-harm, topic: risk}]}

    Fails:
        evidence.yaml:
          claims:
            - {id: lonely, topic: risk, statement: Syrup is red., certainty: high, certainty_from: source, verified: true,
               as_of: 2025-06, sources: [test-page]}
    """
    used = set[str]()
    for edition in context.guide.editions.values():
        for cited in (*edition.sections.values(), edition.glossary, edition.quiz, edition.options):
            used |= {*cites_in(cited)}
    return _beside(used, context.every(Claim), "nothing cites {!r}", "cite it where it is said, or remove it")


def _beside(used: set[str], things: Iterable[tuple[Place, _Named]], message: str, hint: str) -> Iterator[Finding]:
    """Findings for things with an id that is not among those that are used."""
    unused = (one for one in things if one[1].id not in used)
    return (Finding(place.at("id"), message.format(one.id), hint) for place, one in unused)


@rule("warning")
def unused_sources(context: LintContext) -> Iterator[Finding]:
    """Every source is named by a claim or a contact.

    Source: our standard, "nothing is orphaned". The list of sources that a reader sees is the list of what was used.

    Passes:
        sources.yaml: {sources: [{id: test-page, title: Who to call}]}

    Fails:
        sources.yaml: {sources: [{id: lonely, title: A book, publisher: A shop}]}
    """
    used = {source for _, one in context.sourced for source in one.sources}
    return _beside(used, context.every(Source), "nothing rests on {!r}", "name it in a claim, or remove it")


@rule("warning")
def unused_contacts(context: LintContext) -> Iterator[Finding]:
    """Every contact is shown on some page.

    By id, by kind, or in a link. A contact that no page shows helps nobody. Source: our standard, "nothing is
    orphaned".

    Passes:
        contacts.yaml: {contacts: [{id: samaritans, kind: listening}]}

    Fails:
        contacts.yaml:
          contacts:
            - {id: other, name: Other line, kind: carers, for_whom: anyone, phone: "0800 123 4567", checked: 2026-02-28,
               check_by: 2026-08-28, sources: [test-page]}
    """
    ids = linked_by(context.linking, "contact").union(*(card.contacts for _, card in context.every(CareCard)))
    ids = ids.union(*(block.ids for _, block in context.every(Contacts)))
    kinds = {kind for _, block in context.every(Contacts) for kind in block.kinds}
    ids |= {one.id for _, one in context.every(Contact) if one.kind in kinds}
    return _beside(ids, context.every(Contact), "no page shows {!r}", "add it to a page, or remove it")


@rule("warning")
def unused_asks(context: LintContext) -> Iterator[Finding]:
    """Every question to ask is offered on some page.

    Readers meet the questions at the end of pages. Source: our standard, "nothing is orphaned"; PEMAT-P, action.

    Passes:
        en/questions.yaml: {groups: [{id: gp, title: GP, questions: [{id: ask-test, text: "What now?"}]}]}

    Fails:
        en/questions.yaml: {groups: [{id: gp, title: GP, questions: [{id: ask-nobody, text: "What now?"}]}]}
    """
    used = {ask for _, section in context.every(Section) for ask in section.questions}
    asks = [(place, ask) for place, ask in context.every(Ask) if place.edition_id == context.guide.first.edition_id]
    return _beside(used, asks, "no page offers the question {!r}", "add it to the questions of a page, or remove it")


@rule("warning")
def unexpected_files(context: LintContext) -> Iterator[Finding]:
    """Every file in the content folder is one that is read.

    A page with a misspelt name, or a copy left behind, would never be seen by a reader and never be checked. Names of
    pages are small letters, digits and hyphens, and end in .yaml. Source: our design, "Layout".

    Passes:
        en/sections/another.yaml: {id: another, title: Another, nav_title: Another, summary: [Test.], updated: 2026-02-01,
          questions: [ask-test], blocks: []}

    Fails:
        en/sections/Another Page.yaml: {id: another}
    """
    for file in context.places.others:
        shown = ascii(file)[1:-1]  # a file's name may hold anything at all
        hint = "rename it to what it should be, or remove it; a folder with an edition.yaml is an edition"
        yield Finding(Place(shown), "nothing reads this file", hint)
