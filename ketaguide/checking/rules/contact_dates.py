"""Every contact, and the guide itself, is due to be checked again within six months.

Numbers and hours change. `check_by` is at most six months after `checked`, and after it. Source: our standard;
guide.yaml, update policy.

Passes:
    contacts.yaml:
      contacts:
        - {id: other, name: Other line, kind: listening, for_whom: anyone, phone: "0800 123 4567", checked: 2026-02-28,
           check_by: 2026-08-28, sources: [test-page]}

Fails:
    contacts.yaml:
      contacts:
        - {id: other, name: Other line, kind: listening, for_whom: anyone, phone: "0800 123 4567", checked: 2026-02-28,
           check_by: 2027-02-28, sources: [test-page]}
"""

from collections.abc import Iterator

from ketaguide.checking.context import LintContext
from ketaguide.checking.days import day, months_between
from ketaguide.checking.parts import Finding, Place

ID = "contact-dates"
LEVEL = "error"
LONGEST = 6
"""Months."""


def check(context: LintContext) -> Iterator[Finding]:
    """Contacts, and the guide, that would go unchecked too long."""
    meta = context.guide.meta
    dates = [(Place("guide.yaml", ("next_update",)), "the guide", meta.facts_checked, meta.next_update)]
    for at, contact in enumerate(context.guide.contacts.values()):
        place = Place("contacts.yaml", ("contacts", at, "check_by"))
        dates.append((place, repr(contact.id), contact.checked, contact.check_by))
    for place, name, checked, by in dates:
        if day(by) <= day(checked):
            yield Finding(place, f"{name} is due before it was checked", "correct one of the two dates")
        elif months_between(checked, by) + (by[8:] > checked[8:]) > LONGEST:
            message = f"{name} would go unchecked for more than {LONGEST} months"
            yield Finding(place, message, f"bring {place.path[-1]} forward")
