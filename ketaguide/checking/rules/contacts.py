"""Phone numbers, websites and the contacts they belong to."""

import re
from collections.abc import Iterator

from ketaguide import crisis
from ketaguide.checking.context import LintContext
from ketaguide.checking.days import day, months_between
from ketaguide.checking.rule import Finding, Place, rule
from ketaguide.model.block import Contacts
from ketaguide.model.contact import Contact
from ketaguide.model.profile import Dead

_DIGITS = re.compile(r"\d[\d ]{2}")
_RUNG = re.compile(r"\b(?:call|ring|dial|phone|text|reach|instead of)\w* (?:\w+ )?(\d{3})(?![\d,.]\d|\d)", re.IGNORECASE)
_THREE = re.compile(r"(?<!\d)(\d{3})(?!\d)")


@rule("error")
def phones(context: LintContext) -> Iterator[Finding]:
    """Phone numbers stand in contacts.yaml and nowhere else.

    A number that is typed into a page goes on being wrong after the service has changed it. Link to the contact instead:
    the views fill in its number. Numbers that are names as much as numbers (999, 111) stand in `said` of the profile and may
    be said, and no other three digits are rung; on the page of help no other stand at all. Source: our
    standard, "no phone number outside contacts.yaml"; a number that is wrong or dead is the first hazard.

    Passes:
        en/sections/risks.yaml: {summary: ["Call 999, or talk to [Samaritans](contact:samaritans)."]}

    Fails:
        en/sections/risks.yaml: {summary: [Call Samaritans on 116 123.]}
    """
    phones, contacts = context.guide.profile.phones, context.guide.contacts.values()
    known = {number for contact in contacts for number in (contact.phone, contact.sms)} - {*phones.said, ""}
    elsewhere = re.compile(phones.elsewhere or "(?!)")
    say = f"write {' or '.join(phones.said[:2])}, or a [link](contact:id)" if phones.said else "write a [link](contact:id)"
    listed = re.compile(rf"(?<!\d)(?:{'|'.join(map(re.escape, sorted(known))) or '(?!)'})(?!\d)")
    for text in context.counting:
        if text.place.file in ("contacts.yaml", "sources.yaml") or not _DIGITS.search(text.text):
            continue
        if match := elsewhere.search(text.text) or listed.search(text.text):
            hint = "numbers stand in contacts.yaml alone: write [name](contact:id), with the id of the contact"
            yield Finding(text.place, f"a phone number stands here: {match[0]!r}", hint)
        else:
            short = _THREE if text.place.file.endswith(f"/{crisis.HELP_PAGE}.yaml") else _RUNG
            if others := [number for number in short.findall(text.text) if number not in phones.said]:
                yield Finding(text.place, f"{others[0]!r} is no number to ring", say)


_FORM = re.compile(r"\d{2,5}(?: \d{2,6})*")


@rule("error")
def phone_form(context: LintContext) -> Iterator[Finding]:
    """A phone number is written as people read it out: digits in groups, and nothing else.

    Views print it large, speech reads it digit by digit, and a screen reader joins digits that are not grouped. What to
    press belongs in `phone_note`. Source: NHS content style guide, telephone numbers.

    Passes:
        contacts.yaml: {contacts: [{id: gp, phone: "0800 123 4567"}]}

    Fails:
        contacts.yaml: {contacts: [{id: gp, phone: "08001234567 (press 2)"}]}
    """
    hint = f'write it in groups, as in "{context.guide.profile.phones.like}", and what to press in phone_note'
    for place, contact in context.every(Contact):
        for field, number in (("phone", contact.phone), ("sms", contact.sms)):
            if number and not _FORM.fullmatch(number):
                yield Finding(place.at(field), f"{number!r} is not digits in groups", hint)


_BETWEEN = re.compile(r"(?<=\d)[ -](?=\d)")
_FEWEST_DIGITS = 3


@rule("error")
def dead_numbers(context: LintContext) -> Iterator[Finding]:
    """No number or address that is known to be dead, misprinted or somebody else's.

    Such numbers live on in copied lists for years. The profile holds the list, each with what to show instead; a claim
    or a page may not name them either. Source: our standard, "wrong numbers"; hazard "wrong or dead number".

    Passes:
        contacts.yaml: {contacts: [{id: samaritans, phone: "116 123"}]}

    Fails:
        contacts.yaml: {contacts: [{id: samaritans, phone: "0845 790 9090"}]}
    """
    known = context.guide.profile.phones.dead
    numbers, words = (tuple(one for one in known if one.said.isdigit() is is_number) for is_number in (True, False))
    for place, contact in context.every(Contact):
        for field in ("phone", "sms"):
            yield from _dead(getattr(contact, field), place.at(field), numbers)
        texted = f"{contact.sms_word} to {contact.sms}"
        for one in words:
            if one.said == texted:
                yield Finding(place.at("sms_word"), f"{texted} reaches nobody", one.instead)
    for text in context.counting:
        yield from _dead(text.text, text.place, numbers)
    for one in words:
        for text in context.containing(one.said.lower()):
            if one.said in text.text:
                yield Finding(text.place, f"{one.said!r} is dead or wrong", one.instead)


def _dead(text: str, place: Place, known: tuple[Dead, ...]) -> Iterator[Finding]:
    digits = _BETWEEN.sub("", text) if sum(map(str.isdigit, text)) >= _FEWEST_DIGITS else ""
    for one in known if digits else ():
        if one.said in digits:
            yield Finding(place, f"the number {one.said} is dead or wrong", one.instead)


LONGEST = 6
"""Months."""


@rule("error")
def contact_dates(context: LintContext) -> Iterator[Finding]:
    """Every contact, and the guide itself, is due to be checked again within six months.

    Numbers and hours change. `check_by` is at most six months after `checked`, and after it. Source: our standard;
    guide.yaml, update policy.

    Passes:
        contacts.yaml: {contacts: [{id: samaritans, checked: 2026-02-28, check_by: 2026-08-28}]}

    Fails:
        contacts.yaml: {contacts: [{id: samaritans, checked: 2026-02-28, check_by: 2027-02-28}]}
    """
    meta = context.guide.meta
    dates = [(Place("guide.yaml", ("next_update",)), "the guide", meta.facts_checked, meta.next_update)]
    dates += [(place.at("check_by"), repr(one.id), one.checked, one.check_by) for place, one in context.every(Contact)]
    for place, name, checked, by in dates:
        if day(by) <= day(checked):
            yield Finding(place, f"{name} is due before it was checked", "correct one of the two dates")
        elif months_between(checked, by) + (by[8:] > checked[8:]) > LONGEST:
            message = f"{name} would go unchecked for more than {LONGEST} months"
            yield Finding(place, message, f"bring {place.path[-1]} forward")


_ONE_GOES_THERE = frozenset({"emergency", "gp"})
"""Kinds of contacts that are places."""


@rule("error")
def contact_reach(context: LintContext) -> Iterator[Finding]:
    """Every contact says how to reach it, and a directory never comes out empty.

    A phone, a text number, a website or another way. A directory that filters by kind has a contact to show, in every
    nation it is shown for; where there is none, a sentence says so. Source: our design, "Contacts".

    Passes:
        en/sections/risks.yaml: {blocks: [{kind: contacts, kinds: [listening]}]}

    Fails:
        en/sections/risks.yaml: {blocks: [{kind: contacts, kinds: [bereavement]}]}
    """
    for place, contact in context.every(Contact):
        if not any((contact.phone, contact.sms, contact.website, contact.other_ways, contact.kind in _ONE_GOES_THERE)):
            yield Finding(place, f"nothing says how to reach {contact.id!r}", "add a phone or a website")
    for place, block in context.every(Contacts):
        shown = [one for one in context.guide.contacts.values() if one.id in block.ids or one.kind in block.kinds]
        if not any(not block.nations or any(map(contact.serves, block.nations)) for contact in shown):
            yield Finding(place, "this directory shows nobody", "name contacts, or another kind")


_TYPED = re.compile(r"(?!www\.)[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/[\w./-]*)?", re.IGNORECASE)


@rule("error")
def websites(context: LintContext) -> Iterator[Finding]:
    """The website of a contact is written as a person types it.

    Host and path, no https:// and no www. needed, no blank. It is read out and copied by hand from a screen with no link
    to follow. Source: model, `Contact.website`; NHS content style guide, links.

    Passes:
        contacts.yaml: {contacts: [{id: gp, website: elm.org.uk/gp}]}

    Fails:
        contacts.yaml: {contacts: [{id: gp, website: "https://elm.org.uk/gp"}]}
    """
    for place, contact in context.every(Contact):
        if contact.website and not _TYPED.fullmatch(contact.website):
            message = f"{contact.website!r} is not what a person types"
            yield Finding(place.at("website"), message, "write host and path: samaritans.org")
