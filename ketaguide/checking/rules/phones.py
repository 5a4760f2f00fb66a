"""Phone numbers stand in contacts.yaml and nowhere else.

A number that is typed into a page goes on being wrong after the service has changed it. Link to the contact instead:
the views fill in its number. 999, 111, 112 and 101 are names as much as numbers and may be said, and no other three
digits are rung; on the page of help no other stand at all. Source: our
standard, "no phone number outside contacts.yaml"; a number that is wrong or dead is the first hazard.

Passes:
    en/sections/risks.yaml: {summary: ["Call 999, or talk to [Samaritans](contact:samaritans)."]}

Fails:
    en/sections/risks.yaml: {summary: [Call Samaritans on 116 123.]}
"""

import re
from collections.abc import Iterator

from ketaguide import crisis
from ketaguide.checking.context import LintContext
from ketaguide.checking.parts import Finding

ID = "phones"
LEVEL = "error"

NAMES = frozenset({"999", "111", "112", "101"})
_DIGITS = re.compile(r"\d[\d ]{2}")
_RUNG = re.compile(r"\b(?:call|ring|dial|phone|text|reach|instead of)\w* (?:\w+ )?(\d{3})(?![\d,.]\d|\d)", re.IGNORECASE)
_THREE = re.compile(r"(?<!\d)(\d{3})(?!\d)")
_PHONE = re.compile(r"(?<![\d.,-])(?:\+44|0)(?:[ -]?\d){9,10}(?!\d)|\b116[ -]?\d{3}\b|\b1800[012]\b")


def check(context: LintContext) -> Iterator[Finding]:
    """Numbers to call or to text, outside contacts.yaml."""
    known = {number for contact in context.guide.contacts.values() for number in (contact.phone, contact.sms)} - NAMES - {""}
    listed = re.compile(rf"(?<!\d)(?:{'|'.join(map(re.escape, sorted(known))) or '(?!)'})(?!\d)")
    for text in context.counting:
        if text.place.file in ("contacts.yaml", "sources.yaml") or not _DIGITS.search(text.text):
            continue
        if match := _PHONE.search(text.text) or listed.search(text.text):
            yield Finding(
                text.place,
                f"a phone number stands here: {match[0]!r}",
                "numbers stand in contacts.yaml alone: write [name](contact:id), with the id of the contact",
            )
        else:
            short = _THREE if text.place.file.endswith(f"/{crisis.HELP_PAGE}.yaml") else _RUNG
            if others := [number for number in short.findall(text.text) if number not in NAMES]:
                yield Finding(text.place, f"{others[0]!r} is no number to ring", "write 999 or 111, or a [link](contact:id)")
