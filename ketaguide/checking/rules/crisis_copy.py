"""The built-in crisis card says what contacts.yaml and interface.yaml say.

When content cannot be read, the program falls back on a copy of its own. A number that is changed in one place only
would send somebody to the wrong place at the worst moment. The words beside the numbers are held to the same copy, in
every edition, and no other number may stand in the texts of its contacts. A care card leads to no number of another
card, and on the page of help no sentence sends a life in danger to 111, or what is no emergency to 999. Source: our
design, promise 1.

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
from ketaguide.checking.context import LintContext
from ketaguide.checking.parts import Finding, Place
from ketaguide.model.block import CareCard

ID = "crisis-copy"
LEVEL = "error"


def check(context: LintContext) -> Iterator[Finding]:
    """Numbers of the built-in card that the content does not have, or has otherwise, and words around them that differ."""
    ids = list(context.guide.contacts)
    for id_, field, theirs, ours in crisis.changed_ways(context.guide.contacts):
        if id_ not in ids:
            yield Finding(
                Place("contacts.yaml"), f"the contact {id_!r} is missing", "add it; the built-in crisis card names it"
            )
            continue
        place = Place("contacts.yaml", ("contacts", ids.index(id_), field))
        if theirs is not None and field not in ("phone", "sms", "sms_word"):
            message = f"{field} of {id_!r} holds a number that is not on the built-in crisis card"
            yield Finding(place, message, "take the number out, or put it into a contact of its own")
        else:
            message = f"{field} of {id_!r} is {theirs!r} here and {ours!r} in the built-in crisis card"
            yield Finding(place, message, "find out which is right, and correct the other (ketaguide/crisis.py)")
    for edition in context.editions:
        for group, field, said, built_in in crisis.changed_words(edition.interface):
            message = f"{said!r} stands beside the crisis numbers, and the built-in card says {built_in!r}"
            place = Place(f"{edition.edition_id}/interface.yaml", (group, field))
            if place.file in context.places.files:
                yield Finding(place, message, f"write {built_in!r}; no content may change these words")
    for placed in context.placed_blocks:
        if isinstance(card := placed.block, CareCard):
            for field, right in crisis.changed_card(card.urgency, card.heading, card.contacts):
                message = f"this {card.urgency} card leads to the number of another card"
                yield Finding(placed.place.at(field), message, f"write {right}")
    for text in context.counting:
        if text.place.file.endswith(f"/{crisis.HELP_PAGE}.yaml") and (said := crisis.changed_sentence(text.text)):
            hint = "write 999 where a life is in danger and 111 where nobody is"
            yield Finding(text.place, f"{said!r} names the number of another case", hint)
