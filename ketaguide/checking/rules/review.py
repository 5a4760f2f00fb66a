"""Dates, reviews and what is too old."""

import re
from collections.abc import Iterator

from ketaguide.checking.context import LintContext
from ketaguide.checking.days import day, is_day, months_between
from ketaguide.checking.rule import Finding, Place, rule
from ketaguide.checking.text import sentences
from ketaguide.model.contact import Contact
from ketaguide.model.evidence import Claim
from ketaguide.model.guide import Section


@rule("error")
def dates(context: LintContext) -> Iterator[Finding]:
    """Every date is one of the calendar, and they stand in a possible order.

    A reader judges a page by its dates. The guide is written before its facts are checked, and checked before the next
    check is due; no claim can be newer than the day on which the facts were checked. Source: NHS standard for creating
    health content (dates of publication and review); IPDAS v4, "reports the date when the aid was last updated".

    Passes:
        guide.yaml: {written: 2026-01-31, facts_checked: 2026-02-28, next_update: 2026-08-28}

    Fails:
        guide.yaml: {written: 2026-02-30, facts_checked: 2026-02-28, next_update: 2026-02-01}
    """
    meta, file = context.guide.meta, Place("guide.yaml")
    days = [(file.at(name), getattr(meta, name)) for name in ("written", "facts_checked", "next_update")]
    days += [(place.at("updated"), section.updated) for place, section in context.every(Section)]
    days += [(place.at("as_of"), claim.as_of) for place, claim in context.every(Claim)]
    for place, contact in context.every(Contact):
        days += [(place.at("checked"), contact.checked), (place.at("check_by"), contact.check_by)]
    for place, text in days:
        if not is_day(text):
            yield Finding(place, f"{text} is not in the calendar", "correct the day")
    if day(meta.written) > day(meta.facts_checked):
        yield Finding(file.at("written"), "the guide was written after its facts were checked", "correct one of the two dates")
    if day(meta.next_update) <= day(meta.facts_checked):
        yield Finding(file.at("next_update"), "the next check is not after the last one", "correct one of the two dates")
    for place, claim in context.every(Claim):
        if day(claim.as_of) > day(meta.facts_checked):
            message = f"{claim.as_of} is after {meta.facts_checked}, when the facts were checked"
            yield Finding(place.at("as_of"), message, "correct as_of, or facts_checked in guide.yaml")


_PIECES = ("reviewed", "approved", "endorsed", "accredited", "certified", "pif")
_CLAIMED = re.compile(
    r"\b(?:this (?:guide|page)|these pages|it|pages)\b[^.]*\b(?:reviewed|approved|endorsed|accredited|certified) by\b"
    r"|\b(?:clinically|medically) (?:reviewed|approved)\b|\bPIF TICK\b|\bNHS[- ]approved\b",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:not|no|nobody|never)\b", re.IGNORECASE)


@rule("error")
def review_state(context: LintContext) -> Iterator[Finding]:
    """Nobody is said to have reviewed the guide until a named role has signed.

    The review fields of guide.yaml are filled all together or not at all, and until then no text says that a clinician,
    the NHS or anybody else has reviewed, approved or endorsed it. Source: our standard, "Honesty about review"; the
    PIF TICK may be shown by its members only.

    Passes:
        guide.yaml: {review: {role: "", date: "", next_date: ""}}
        en/sections/risks.yaml: {summary: [This page has not been reviewed by a clinician.]}

    Fails:
        guide.yaml: {review: {role: Consultant in syrups, date: "", next_date: ""}}
        en/sections/risks.yaml: {summary: [This page was approved by a consultant.]}
    """
    review, place = context.guide.meta.review, Place("guide.yaml", ("review",))
    filled = (review.role, review.date, review.next_date)
    if all(filled):
        if day(review.next_date) <= day(review.date):
            yield Finding(place.at("next_date"), "the next review is not after the last one", "correct one of the two dates")
        return
    if any(filled):
        yield Finding(place, "the review is half filled in", "fill in role, date and next_date, or leave all three empty")
    for text in context.containing(*_PIECES):
        if text.place.file.endswith("interface.yaml"):
            continue  # the program's own words hold what will be said once a role has signed
        for sentence in sentences(text.text):
            if (claimed := _CLAIMED.search(sentence)) and not _DENIED.search(sentence):
                yield Finding(text.place, f"{claimed[0]!r} claims a review that nobody has signed", "remove it")


OLDEST = 24
"""Months."""


@rule("info")
def stale_claims(context: LintContext) -> Iterator[Finding]:
    """A fact that may change is not older than 24 months when the guide's facts are checked.

    Claims with `volatility: may-change` are prices, licences, services and rules. Their age is counted from `as_of` to
    `facts_checked` in guide.yaml, so that the answer does not depend on the day the checker is run. Laws and decisions may
    be old and in force, so this is for information: the views say "as of" in each section. Source: our standard; NHS
    content policy, review cycles.

    Passes:
        evidence.yaml: {claims: [{id: syrup-offer, volatility: may-change, as_of: 2025-06}]}

    Fails:
        evidence.yaml: {claims: [{id: syrup-offer, volatility: may-change, as_of: 2023-06}]}
    """
    checked = context.guide.meta.facts_checked
    for place, claim in context.every(Claim):
        months = months_between(claim.as_of, checked)
        if claim.volatility == "may-change" and months > OLDEST:
            message = f"{claim.id!r} may have changed: it was true {months} months before the facts were checked"
            yield Finding(place.at("as_of"), message, "look for a newer source, or say on the page that it may have changed")
