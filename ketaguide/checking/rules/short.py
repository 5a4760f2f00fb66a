"""The short edition beside the standard one."""

from collections.abc import Iterator

from ketaguide.checking.context import LintContext
from ketaguide.checking.rule import Finding, Place, PlacedSection, linked_by, rule
from ketaguide.checking.text import said_shares, shares, words
from ketaguide.crisis import HELP_PAGE
from ketaguide.model.block import CareCard, Contacts, IconArray


@rule("warning")
def short_pages(context: LintContext) -> Iterator[Finding]:
    """Every page has its short page.

    A page that is missing is shown in its standard words, which say so. Source: our standard, parity.

    Passes:
        en-short/sections/about-this-guide.yaml: {id: about-this-guide, title: About, nav_title: About, summary: [A test.],
          updated: 2026-02-01, questions: [ask-test], blocks: []}

    Fails:
        en/sections/another.yaml: {id: another, title: Another, nav_title: Another, summary: [Test.], updated: 2026-02-01,
          questions: [ask-test], blocks: []}
    """
    editions = context.guide.editions
    for short, base in ((one, editions[one.meta.base]) for one in editions.values() if one.meta.role == "short"):
        for mine, other, message in (
            (base, short, "the page has no short page"),
            (short, base, "the short page has no standard page"),
        ):
            for name in (name for name in mine.sections if name not in other.sections):
                file = f"sections/{name}.yaml"
                yield Finding(Place(f"{mine.edition_id}/{file}"), message, f"write {other.edition_id}/{file}")


@rule("warning")
def short_age(context: LintContext) -> Iterator[Finding]:
    """A page of an edition with a base, a short page or a translation, is not older than its base page.

    When the base page changes, the page is read again and `based_on` (or `updated`) set to the day of the base page,
    changed or not. Until then the views tell the reader that it is older. Source: our standard, parity.

    Passes:
        en-short/sections/risks.yaml: {updated: 2026-02-01}

    Fails:
        en-short/sections/risks.yaml: {updated: 2025-12-31}
    """
    for page, base in context.derived:
        if page.section.made_from < base.section.updated:
            field = "based_on" if page.section.based_on else "updated"
            newer = f"the page of {base.place.edition_id} is of {base.section.updated}"
            message = f"made from the page of {page.section.made_from}, and {newer}"
            yield Finding(page.place.at(field), message, f"hold it against that page, then set {field}")


@rule("error")
def short_length(context: LintContext) -> Iterator[Finding]:
    """A short page has at most half the words of its standard page.

    Counted alike on both: what stands between spaces and has a letter or a digit, in the summary and in every block, folds,
    answers, tables and the words of pictures included. Left out are care cards and directories, which stay whole, the page
    `get-help`, and what the program adds from the evidence. `ketaguide check --stats` prints both counts. Source: our standard.

    Passes:
        en/sections/risks.yaml: {summary: [It raises your test pressure for a while.], blocks: []}
        en-short/sections/risks.yaml: {summary: [It raises test pressure.], blocks: []}

    Fails:
        en/sections/risks.yaml: {summary: [It raises your test pressure for a while.], blocks: []}
        en-short/sections/risks.yaml: {summary: [It raises your test pressure.], blocks: []}
    """
    for short, standard in context.pairs:
        count, whole = page_words(context, short), page_words(context, standard)
        if count > whole // 2 and short.section.id != HELP_PAGE:
            message = f"the page has {count} words, {whole // 2} at most: half of the standard page's {whole}"
            yield Finding(short.place, message, f"cut {count - whole // 2} words")


def page_words(context: LintContext, page: PlacedSection) -> int:
    """The words of a page without its care cards and directories."""
    return sum(
        len(words(text.text))
        for text in context.texts_in(page)
        if text.place.path[0] in ("summary", "blocks")
        and text.role != "picture"
        and not isinstance(text.block, CareCard | Contacts)
    )


@rule("error")
def short_parts(context: LintContext) -> Iterator[Finding]:
    """A short page keeps a figure, a risk and the questions of its standard page.

    Where the standard page says a share ("41 out of 100"), so does the short page, at least once; where it cites claims of
    the topic `risks`, the short page cites one. Both end with the same questions to ask. Source: our standard, "a benefit
    never without".

    Passes:
        en/sections/risks.yaml: {summary: [It helped 55 out of 100 people. It harmed 9 out of 100.]}
        en-short/sections/risks.yaml: {summary: [It harmed 9 out of 100 people.]}

    Fails:
        en/sections/risks.yaml: {summary: [It helped 55 out of 100 people.]}
        en-short/sections/risks.yaml: {summary: [It helped some people.], blocks: []}
    """
    for short, standard in context.pairs:
        if _shares(context, standard) and not _shares(context, short):
            message = "the standard page says a share (N out of 100), and this page none"
            yield Finding(short.place, message, "say the one that matters most, with the group it is compared with")
        if _cites_risks(context, standard) and not _cites_risks(context, short):
            message = "the standard page tells risks, and this page cites no claim about one"
            yield Finding(short.place, message, "say what can go wrong, and cite the claim")
        if set(short.section.questions) != set(standard.section.questions):
            message = "the questions to ask are not those of the standard page"
            yield Finding(short.place.at("questions"), message, f"write questions: [{', '.join(standard.section.questions)}]")


def _cites_risks(context: LintContext, page: PlacedSection) -> bool:
    return any(claim.topic == "risks" for claim in context.cited(context.cites[page.place.file]))


@rule("error")
def short_contacts(context: LintContext) -> Iterator[Finding]:
    """A short page has the care cards and the directories of its standard page, whole, and names no other contact.

    Every card stands there with the same level, the same nations, the same contacts and as many points; its words may be
    simpler. Every contact of a directory stays. A contact that is only linked in a sentence may be left out. Source: our
    standard, "crisis cards and contacts stay whole".

    Passes:
        en/sections/risks.yaml: {blocks: [{kind: paragraph, text: "Talk to [Samaritans](contact:samaritans)."}]}
        en-short/sections/risks.yaml: {summary: [It raises pressure.], blocks: []}

    Fails:
        en-short/sections/risks.yaml: {summary: ["Talk to [Samaritans](contact:samaritans)."]}
    """
    for short, standard in context.pairs:
        for theirs in _cards(standard):
            same = [mine for mine in _cards(short) if _services(mine) == _services(theirs)]
            if all(len(mine.items) < len(theirs.items) for mine in same):
                points = len(theirs.items)
                message = f"the standard page has a card {theirs.urgency} with {points} points, and this page has not"
                hint = f"add it whole, with contacts: [{', '.join(theirs.contacts)}]"
                yield Finding(short.place, message, hint)
        mine = _named(context, short)
        if missing := sorted(_of_directories(context, standard) - mine):
            message = f"the standard page lists {', '.join(missing)}, and this page does not"
            yield Finding(short.place, message, "add the directory: a block contacts with the same kinds or ids")
        if more := sorted(mine - _named(context, standard)):
            message = f"this page has {', '.join(more)}, and its standard page has not"
            yield Finding(short.place, message, "add it to the standard page, or remove it here")


def _cards(page: PlacedSection) -> list[CareCard]:
    return [block for block in page.section.blocks if isinstance(block, CareCard)]


def _services(card: CareCard) -> tuple[object, ...]:
    return card.urgency, card.nations, set(card.contacts)


def _of_directories(context: LintContext, page: PlacedSection) -> set[str]:
    blocks = [block for block in page.section.blocks if isinstance(block, Contacts)]
    contacts = context.guide.contacts.values()
    of_kinds = {contact.id for block in blocks for contact in contacts if contact.kind in block.kinds}
    return of_kinds.union(*(block.ids for block in blocks))


def _named(context: LintContext, page: PlacedSection) -> set[str]:
    """Every contact of a page: in a card, a directory or a link."""
    linked = linked_by(context.texts_in(page), "contact")
    return linked.union(*(card.contacts for card in _cards(page))) | _of_directories(context, page)


@rule("error")
def short_numbers(context: LintContext) -> Iterator[Finding]:
    """A short page has no number that its standard page lacks.

    It leaves numbers out, and adds none: every "N in 100" and every picture stands on the standard page too. Source: our
    standard, "numbers are a subset of the standard page's".

    Passes:
        en/sections/risks.yaml: {summary: [It helped 55 out of 100 people. It harmed 9 out of 100.]}
        en-short/sections/risks.yaml: {summary: [It helped 55 in 100 people.]}

    Fails:
        en/sections/risks.yaml: {summary: [It helped 55 out of 100 people.]}
        en-short/sections/risks.yaml: {summary: [It helped 70 out of 100 people.]}
    """
    for short, standard in context.pairs:
        if more := _shares(context, short) - _shares(context, standard):
            message = f"this page says {said_shares(more)}, and its standard page does not"
            yield Finding(short.place, message, "correct one of the two pages")
        for claim, measure in sorted(_pictures(short) - _pictures(standard)):
            message = f"this page has the picture {claim} ({measure}), and its standard page has not"
            yield Finding(short.place, message, "take the picture out, or add it to the standard page")


def _shares(context: LintContext, page: PlacedSection) -> set[tuple[int, int]]:
    """The shares that a page says: N of M, for each."""
    return {
        (part, whole)
        for text in context.texts_in(page)
        if text.role != "saying"
        for _, part, whole in shares(text.text)
        if whole >= 10
    }


def _pictures(page: PlacedSection) -> set[tuple[str, str]]:
    return {(block.claim, block.measure) for block in page.section.blocks if isinstance(block, IconArray)}


@rule("warning")
def short_facts(context: LintContext) -> Iterator[Finding]:
    """A short page rests on the claims of its standard page.

    It may leave out a detail, and says nothing that the standard page does not rest on. Source: our standard, "the same
    facts".

    Passes:
        en-short/sections/risks.yaml: {cites: [syrup-harm]}

    Fails:
        en-short/sections/risks.yaml: {cites: [syrup-remission]}
    """
    for short, standard in context.pairs:
        if more := sorted(set(context.cites[short.place.file]) - set(context.cites[standard.place.file])):
            message = f"the short page rests on {', '.join(more)}, and the standard page does not"
            yield Finding(short.place, message, "tell the fact on the standard page too, or leave it out here")
