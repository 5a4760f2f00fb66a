"""Due dates of a guide: the next check of each item, and the dates that have passed."""

from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple

from msgspec.structs import replace

from ketaguide.model.guide import Guide, Overdue

DueKind = Literal["contact", "fact", "guide", "review"]


class Due(NamedTuple):
    """One item that must be checked again."""

    by: str
    """The last day on which its check is valid, as 2027-05-21."""
    kind: DueKind
    id: str
    what: str
    """The words or numbers to check."""
    checked: str
    """The date of its last check: a year, a month or a day."""
    sources: tuple[str, ...]
    """Ids of its sources."""


def as_of_day(guide: Guide, clock: date) -> Guide:
    """Mark the due dates of a guide that have passed by the clock's date."""
    day = believable(guide, clock).isoformat()
    late = frozenset(contact.id for contact in guide.contacts.values() if contact.check_by < day)
    updated = guide.installed.verified_day if guide.installed.lapsed(day) else ""
    return replace(guide, overdue=Overdue(guide=next_check(guide) < day, contacts=late, updated=updated))


def believable(guide: Guide, clock: date) -> date:
    """The clock's date, or the guide's newest date if the clock is behind it: that date is known to have passed."""
    return max(clock, newest_day(guide))


def newest_day(guide: Guide) -> date:
    """The newest of the guide's own dates: one wrong date of a contact must not make all others look old."""
    meta = guide.meta
    return date.fromisoformat(max(day for day in (meta.written, meta.facts_checked, meta.review.date) if _is_day(day)))


def next_check(guide: Guide) -> str:
    """The earlier of two due dates: the next check of the facts and the next clinical review."""
    meta = guide.meta
    return min(day for day in (meta.next_update, meta.review.next_date) if day)


def holds_until(guide: Guide) -> str:
    """The last day before which nothing becomes overdue, as 2027-05-21."""
    return min((next_check(guide), *(contact.check_by for contact in guide.contacts.values())))


def due(guide: Guide) -> list[Due]:
    """Everything that must be checked again, soonest first."""
    return sorted(_due(guide), key=lambda one: (one.by, one.kind, one.id))


def _due(guide: Guide) -> Iterator[Due]:
    """Yield the guide, its review, its services, and its facts that may change, which are due with the guide."""
    meta = guide.meta
    yield Due(meta.next_update, "guide", "next_update", "every fact that may change", meta.facts_checked, ())
    if meta.review.next_date:
        what = f"the review of the whole guide by a clinician ({meta.review.role})"
        yield Due(meta.review.next_date, "review", "review", what, meta.review.date, ())
    for contact in guide.contacts.values():
        sms = f"text {contact.sms_word} to {contact.sms}".replace("  ", " ") if contact.sms else ""
        ways = [way for way in (contact.phone, sms, contact.website, contact.hours) if way]
        yield Due(contact.check_by, "contact", contact.id, "; ".join([contact.name, *ways]), contact.checked, contact.sources)
    for claim in guide.claims.values():
        if claim.volatility == "may-change":
            yield Due(meta.next_update, "fact", claim.id, claim.statement, claim.as_of, claim.sources)


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:  # empty, or not a calendar date, which the checker reports
        return False
    return True
