"""No number or address that is known to be dead, misprinted or somebody else's.

Such numbers live on in copied lists for years. The program holds the list, each with what to show instead; a claim
or a page may not name them either. Source: our standard, "wrong numbers"; hazard "wrong or dead number".

Passes:
    contacts.yaml:
      contacts:
        - {id: samaritans, name: Samaritans, kind: listening, for_whom: anyone, phone: "116 123", checked: 2026-02-28,
           check_by: 2026-08-28, sources: [test-page]}

Fails:
    contacts.yaml:
      contacts:
        - {id: other, name: Other line, kind: listening, for_whom: anyone, phone: "0845 790 9090", checked: 2026-02-28,
           check_by: 2026-08-28, sources: [test-page]}
"""

import re
from collections.abc import Iterator
from itertools import chain

from ketaguide.checking.context import LintContext
from ketaguide.checking.parts import Finding, Place
from ketaguide.model.dead_numbers import DEAD

ID = "dead-numbers"
LEVEL = "error"

_BETWEEN = re.compile(r"(?<=\d)[ -](?=\d)")
ADDRESSES = {"jo@samaritans.org": "Samaritans are closing it during 2026", "HELLO to 85258": "Shout's word is SHOUT"}


def check(context: LintContext) -> Iterator[Finding]:
    """Numbers and addresses that lead nowhere, or to the wrong place."""
    for at, contact in enumerate(context.guide.contacts.values()):
        place = Place("contacts.yaml", ("contacts", at))
        for field in ("phone", "sms"):
            yield from _dead(getattr(contact, field), place.at(field))
        if (contact.sms_word, contact.sms) == ("HELLO", "85258"):
            yield Finding(place.at("sms_word"), "HELLO to 85258 reaches nobody", ADDRESSES["HELLO to 85258"])
    for text in chain(context.counting, context.containing("@")):
        yield from _dead(text.text, text.place)


def _dead(text: str, place: Place) -> Iterator[Finding]:
    digits = _BETWEEN.sub("", text)
    for number, right in DEAD.items():
        if number in digits:
            yield Finding(place, f"the number {number} is dead or wrong", right)
    for address, right in ADDRESSES.items():
        if address in text:
            yield Finding(place, f"{address!r} is dead or wrong", right)
