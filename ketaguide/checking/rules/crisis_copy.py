"""The built-in crisis card says what contacts.yaml says.

When content cannot be read, the program falls back on a copy of its own. A number that is changed in one place only
would send somebody to the wrong place at the worst moment. Source: our design, promise 1.

Passes:
    contacts.yaml:
      contacts:
        - {id: samaritans, name: Samaritans, kind: listening, for_whom: anyone, phone: "116 123", website: samaritans.org,
           checked: 2026-02-28, check_by: 2026-08-28, sources: [test-page]}

Fails:
    contacts.yaml:
      contacts:
        - {id: samaritans, name: Samaritans, kind: listening, for_whom: anyone, phone: "116 321", website: samaritans.org,
           checked: 2026-02-28, check_by: 2026-08-28, sources: [test-page]}
"""

from collections.abc import Iterator

from ketaguide import crisis
from ketaguide.checking.draft import Draft
from ketaguide.checking.parts import Found, Place

ID = "crisis-copy"
LEVEL = "error"


def check(draft: Draft) -> Iterator[Found]:
    """Numbers of the built-in card that contacts.yaml does not have, or has otherwise."""
    ids = list(draft.guide.contacts)
    for id_, way in crisis.WAYS.items():
        contact = draft.guide.contacts.get(id_)
        if contact is None:
            yield Found(Place("contacts.yaml"), f"the contact {id_!r} is missing", "add it; the built-in crisis card names it")
            continue
        place = Place("contacts.yaml", ("contacts", ids.index(id_)))
        for field in ("phone", "sms", "sms_word"):
            if (mine := getattr(way, field)) != (theirs := getattr(contact, field)):
                message = f"{field} of {id_!r} is {theirs!r} here and {mine!r} in the built-in crisis card"
                yield Found(place.at(field), message, "find out which is right, and correct the other (ketaguide/crisis.py)")
