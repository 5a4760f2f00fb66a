"""Every date is one of the calendar, and they stand in a possible order.

A reader judges a page by its dates. The guide is written before its facts are checked, and checked before the next
check is due; no claim can be newer than the day on which the facts were checked. Source: NHS standard for creating
health content (dates of publication and review); IPDAS v4, "reports the date when the aid was last updated".

Passes:
    guide.yaml: {written: 2026-01-31, facts_checked: 2026-02-28, next_update: 2026-08-28}

Fails:
    guide.yaml: {written: 2026-02-30, facts_checked: 2026-02-28, next_update: 2026-02-01}
"""

from collections.abc import Iterator

from ketaguide.checking.context import LintContext
from ketaguide.checking.days import day, is_day
from ketaguide.checking.parts import Finding, Place

ID = "dates"
LEVEL = "error"


def check(context: LintContext) -> Iterator[Finding]:
    """Dates that no calendar has, and dates in an impossible order."""
    yield from _impossible(context)
    meta, file = context.guide.meta, Place("guide.yaml")
    if day(meta.written) > day(meta.facts_checked):
        yield Finding(file.at("written"), "the guide was written after its facts were checked", "correct one of the two dates")
    if day(meta.next_update) <= day(meta.facts_checked):
        yield Finding(file.at("next_update"), "the next check is not after the last one", "correct one of the two dates")
    for place, claim in context.claim_places():
        if day(claim.as_of) > day(meta.facts_checked):
            message = f"{claim.as_of} is after {meta.facts_checked}, when the facts were checked"
            yield Finding(place.at("as_of"), message, "correct as_of, or facts_checked in guide.yaml")


def _impossible(context: LintContext) -> Iterator[Finding]:
    meta = context.guide.meta
    days = [(Place("guide.yaml", (name,)), getattr(meta, name)) for name in ("written", "facts_checked", "next_update")]
    days += [(page.place.at("updated"), page.section.updated) for page in context.pages]
    days += [(place.at("as_of"), claim.as_of) for place, claim in context.claim_places()]
    for at, contact in enumerate(context.guide.contacts.values()):
        days += [(Place("contacts.yaml", ("contacts", at, name)), getattr(contact, name)) for name in ("checked", "check_by")]
    for place, text in days:
        if not is_day(text):
            yield Finding(place, f"{text} is not in the calendar", "correct the day")
