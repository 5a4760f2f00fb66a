"""The words and cards that lead to urgent help."""

import json
import re
from collections.abc import Iterator

from ketaguide import crisis, crisis_changes
from ketaguide.checking.context import LintContext
from ketaguide.checking.rule import Finding, Place, rule
from ketaguide.checking.text import MENTION
from ketaguide.model.block import CareCard
from ketaguide.model.contact import Contact
from ketaguide.model.edition import primary
from ketaguide.model.guide import Guide
from ketaguide.model.interface import Interface


@rule("error")
def crisis_copy(context: LintContext) -> Iterator[Finding]:
    """The built-in crisis card says what contacts.yaml and interface.yaml say.

    When content cannot be read, the program falls back on a copy of its own, for the UK: a guide for another country is not
    held to it. A number that is changed in one place only would send somebody to the wrong place at the worst moment. The
    words beside the numbers are held to the same copy, in every edition, and no other number may stand in the texts of its
    contacts. A care card leads to no number of another card, and on the page of help no sentence sends a life in danger to
    111, or what is no emergency to 999. Source: our design, promise 1.

    Passes:
        contacts.yaml: {contacts: [{id: samaritans, phone: "116 123"}]}

    Fails:
        contacts.yaml: {contacts: [{id: samaritans, phone: "116 321"}]}
    """
    if context.guide.meta.profile != crisis.PROFILE:
        return
    for field, theirs, ours in crisis_changes.changed_profile(context.guide.profile):
        message = f"{field} of the profile is {theirs!r} here and {ours!r} in the built-in crisis card"
        hint = "write what the card has, or give the profile another name than uk"
        yield Finding(Place(f"profile/{crisis.PROFILE}.yaml", (field,)), message, hint)
    places = {contact.id: place for place, contact in context.every(Contact)}
    for id_, field, theirs, ours in crisis_changes.changed_ways(context.guide.contacts):
        if id_ not in places:
            hint = "add it; the built-in crisis card names it"
            yield Finding(Place("contacts.yaml"), f"the contact {id_!r} is missing", hint)
        elif field not in ("phone", "sms", "sms_word"):
            message = f"{field} of {id_!r} holds a number that is not on the built-in crisis card"
            yield Finding(places[id_].at(field), message, "take the number out, or put it into a contact of its own")
        else:
            message = f"{field} of {id_!r} is {theirs!r} here and {ours!r} in the built-in crisis card"
            hint = "find out which is right, and correct the other (ketaguide/crisis.py)"
            yield Finding(places[id_].at(field), message, hint)
    for file, interface in context.every(Interface):
        if primary(context.guide.edition(file.edition_id).meta.language) == crisis.LANGUAGE:
            for group, field, said, built_in in crisis_changes.changed_words(interface):
                message = f"{said!r} stands beside the crisis numbers, and the built-in card says {built_in!r}"
                yield Finding(file.at(group, field), message, f"write {built_in!r}; no content may change these words")
    for place, card in context.every(CareCard):
        for field, right in crisis_changes.changed_card(card.urgency, card.heading, card.contacts):
            message = f"this {card.urgency} card leads to the number of another card"
            yield Finding(place.at(field), message, f"write {right}")
    for text in context.counting:
        if text.place.file.endswith(f"/{crisis.HELP_PAGE}.yaml") and (said := crisis_changes.changed_sentence(text.text)):
            hint = "write 999 where a life is in danger and 111 where nobody is"
            yield Finding(text.place, f"{said!r} names the number of another case", hint)


@rule("error")
def crisis_block(context: LintContext) -> Iterator[Finding]:
    """A page that mentions suicide or self-harm carries the emergency and the urgent card.

    Somebody may read it while thinking of it. The cards stand on the page itself, in plain view and not in a fold. The
    evidence behind a page does not count as a mention. Source: Samaritans' media guidelines, 6th edition, 2020; our
    standard.

    Passes:
        en/sections/risks.yaml:
          summary: [Some people think of suicide.]
          blocks:
            - {kind: care_card, urgency: emergency, heading: "Call 999 or go to A&E now if:", items: [a life is at risk],
               contacts: ["999", ae], cites: [who-to-call]}
            - {kind: care_card, urgency: urgent, heading: "Call 111 if:", items: [you cannot cope], cites: [who-to-call],
               contacts: [nhs111-england, nhs111-wales, nhs24-scotland, lifeline-ni]}

    Fails:
        en/sections/risks.yaml: {summary: [Some people think of suicide.]}
    """
    for page in context.pages:
        levels = {block.urgency for block in page.section.blocks if isinstance(block, CareCard) and not block.nations}
        missing = [level for level in ("emergency", "urgent") if level not in levels]
        mentioned = next((text for text in context.texts_in(page) if MENTION.search(text.text)), None) if missing else None
        if mentioned:
            message = f"the page speaks of suicide or self-harm and has no {' and no '.join(missing)} care card"
            yield Finding(mentioned.place, message, "add the cards of the page get-help, after the block that speaks of it")


_LEVEL_SAID = re.compile(r"^(?:emergency|urgent|non-urgent)\b", re.IGNORECASE)
_SUPPORT = frozenset({"listening", "text", "crisis-line", "young-people", "information", "carers", "bereavement"})
MOST_PLACES = 2


@rule("error")
def care_card_heading(context: LintContext) -> Iterator[Finding]:
    """The heading of a care card is one action, and ends in "if:".

    The bullets that follow finish the sentence. At most two places to go, so that a frightened person need not choose;
    charities and listening lines are support and never the action of a card (the urgent services of the nations are).
    The view puts the level before it in words. Source: NHS design system, "help users decide when and where to get care".

    Passes:
        en/sections/risks.yaml:
          blocks: [{kind: care_card, urgency: non_urgent, heading: "See your GP if:", items: [it comes back], contacts: [gp]}]

    Fails:
        en/sections/risks.yaml:
          blocks: [{kind: care_card, urgency: non_urgent, heading: Call Samaritans, items: [it comes back], contacts: [gp]}]
    """
    services = [
        contact.name.split(" (")[0]
        for contact in context.guide.contacts.values()
        if contact.kind in _SUPPORT and contact.id not in context.guide.profile.all_urgent
    ]
    for of_card, card in context.every(CareCard):
        place, heading = of_card.at("heading"), card.heading
        if not heading.endswith("if:"):
            hint = 'write one action, as in "See your GP if:"'
            yield Finding(place, 'the heading of a care card does not end in "if:"', hint)
        if _LEVEL_SAID.search(heading):
            yield Finding(place, "the heading says its level", "remove it: the view says the level in words")
        if heading.count(" or ") >= MOST_PLACES:
            yield Finding(place, "the heading names too many places to go", "keep one, or two joined by or")
        for service in services:
            if service in heading and re.search(rf"\b{re.escape(service)}\b", heading):
                yield Finding(place, f"{service} stands in the heading of a care card", "name it below the card instead")


@rule("error")
def care_card_once(context: LintContext) -> Iterator[Finding]:
    """At most one care card of each level on a page.

    Two emergency cards make neither stand out. Cards may repeat on other pages. Source: NHS design system, care cards;
    NHS service manual.

    Passes:
        en/sections/risks.yaml:
          blocks: [{kind: care_card, urgency: non_urgent, heading: "See your GP if:", items: [x], contacts: [gp]}]

    Fails:
        en/sections/risks.yaml:
          blocks:
            - {kind: care_card, urgency: non_urgent, heading: "See your GP if:", items: [x], contacts: [gp]}
            - {kind: care_card, urgency: non_urgent, heading: "Ask your GP if:", items: [y], contacts: [gp]}
    """
    for place, card in context.repeated(CareCard, lambda card: card.urgency):
        yield Finding(place, f"this is the second {card.urgency} care card on the page", "make one card of the two")


@rule("error")
def care_card_contacts(context: LintContext) -> Iterator[Finding]:
    """A care card leads to the services of its level, and to no other.

    The emergency card says the emergency number, now, and nothing to read: it has no links and no other contact. The urgent
    card has the urgent service of each nation it is shown for. A non-urgent card never lists the emergency number. Source: NHS
    design system, care cards ("an emergency card does not send people off to read more"); our standard.

    Passes:
        en/sections/risks.yaml:
          blocks: [{kind: care_card, urgency: emergency, heading: "Call 999 or go to A&E now if:", items: [a life is at risk],
            contacts: ["999", ae], cites: [who-to-call]}]

    Fails:
        en/sections/risks.yaml:
          blocks: [{kind: care_card, urgency: emergency, heading: "Get help if:", items: ["see [risks](section:risks)"],
            contacts: [samaritans], cites: [who-to-call]}]
    """
    profile, contacts = context.guide.profile, context.guide.contacts
    phone = contacts[profile.emergency].phone if profile.emergency in contacts else profile.emergency
    for place, card in context.every(CareCard):
        match card.urgency:
            case "emergency":
                yield from _emergency(context.guide, card, place, phone)
            case "urgent":
                needed = set(map(profile.urgent_of, card.nations)) if card.nations else set(profile.all_urgent)
                if missing := sorted(needed - set(card.contacts)):
                    message = f"an urgent card leaves out {', '.join(missing)}"
                    hint = "add the urgent service of every nation the card is shown for"
                    yield Finding(place.at("contacts"), message, hint)
            case "non_urgent" if profile.emergency in card.contacts:
                yield Finding(place.at("contacts"), f"a non-urgent card lists {phone}", "make it an emergency card")


def _emergency(guide: Guide, card: CareCard, place: Place, phone: str) -> Iterator[Finding]:
    profile, known = guide.profile, [one.id for one in guide.contacts.values() if one.kind == "emergency"]
    also = f" or go to {profile.emergency_place}" if profile.emergency_place else ""
    if phone not in card.heading or "now" not in card.heading.split():
        yield Finding(place.at("heading"), f"an emergency card does not say {phone} now", f'write "Call {phone}{also} now if:"')
    if profile.emergency not in card.contacts or not set(known).issuperset(card.contacts):
        named = f"{phone} and {profile.emergency_place}" if also else phone
        hint = f"write contacts: {json.dumps(known)}"
        yield Finding(place.at("contacts"), f"an emergency card has other contacts than {named}", hint)
    for at, item in enumerate(card.items):
        if any(span.scheme for span in item.spans):
            yield Finding(place.at("items", at), "an emergency card has a link", "remove it: there is nothing to read now")


@rule("error")
def care_card_suicide(context: LintContext) -> Iterator[Finding]:
    """Suicidal thoughts lead to an urgent or emergency card, never to a routine appointment.

    Whoever thinks of ending their life is sent to the urgent service or to 999 the same day. Source:
    our standard, "Care cards"; the UK guideline NG225, self-harm.

    Passes:
        en/sections/risks.yaml:
          blocks: [{kind: care_card, urgency: non_urgent, heading: "See your GP if:", items: [you have felt low for two weeks],
            contacts: [gp], cites: [who-to-call]}]

    Fails:
        en/sections/risks.yaml:
          blocks: [{kind: care_card, urgency: non_urgent, heading: "See your GP if:", items: [you have thoughts of suicide],
            contacts: [gp], cites: [who-to-call]}]
    """
    for place, card in context.every(CareCard):
        for at, item in enumerate(card.items if card.urgency == "non_urgent" else ()):
            if said := MENTION.search(item.text):
                message = f"a non-urgent card speaks of {said[0]!r}"
                yield Finding(place.at("items", at), message, "move it to the urgent or the emergency card")
