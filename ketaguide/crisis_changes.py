"""Differences of a guide for the UK from the built-in crisis card. Standard library only."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from re import findall, fullmatch, search, split, sub
from typing import Any

from ketaguide import crisis


@cache
def digits() -> frozenset[str]:
    """Return every number on the card, including those in `other_ways`, without spaces."""
    texts = (text for way in crisis.WAYS.values() for text in (*way[:5], *way.other_ways))
    return frozenset(number for text in texts for number in numbers_in(text))


def numbers_in(text: str) -> set[str]:
    """Find every number that could be called or texted: three digits or more, in any spacing, without Relay UK's prefix."""
    if sum(map(str.isdigit, text)) < 3:
        return set()
    from unicodedata import normalize  # imported late: `ketaguide crisis` must start fast

    plain = "".join(f"{int(letter)}" if letter.isdecimal() else letter for letter in normalize("NFKC", text))
    plain = sub(r"\b[01]?[0-9][.:][0-5][0-9] ?[ap]m\b", "", plain)  # a time of day
    joined = sub(r"(?<=[0-9])[\s().\-\u2010-\u2015\u2212]+(?=[0-9])", "", plain)
    return {sub("^1800[0-2](?=[0-9])", "", number) for number in findall("[0-9]{3,}", joined)}


def changed_ways(contacts: Mapping[str, Any]) -> Iterator[tuple[str, str, object, object]]:
    """Yield (contact, field, theirs, ours) for each difference from the built-in card; `theirs` is None if missing."""
    for id_, way in crisis.WAYS.items():
        contact = contacts.get(id_)
        if contact is not None and contact.added_by and not (way.phone or way.sms):
            continue  # the site's own practice stands in the place of "Your GP practice"
        for field in ("phone", "sms", "sms_word"):
            if contact is None or getattr(contact, field) != getattr(way, field):
                yield id_, field, contact and getattr(contact, field), getattr(way, field)
        for field in ("name", "phone_note", "other_ways", "for_whom", "hours", "cost", "expect") if contact else ():
            value = getattr(contact, field)
            others = numbers_in(value if isinstance(value, str) else "\n".join(value)) - digits()
            harmless = "" if field in ("name", "phone_note") else r"(?:19|20)\d\d|0\d{3}"  # a year, or a prefix such as 0800
            if not all(fullmatch(harmless, number) for number in others):
                yield id_, field, value, getattr(way, field, "")


def changed_profile(profile: Any) -> Iterator[tuple[str, object, object]]:
    """Yield (field, theirs, ours) where the roles or the names of the profile `uk` differ from the built-in card."""
    names = {nation.id: nation.name for nation in profile.nations}
    urgent = {nation: profile.urgent_of(nation) for nation in names}
    for field, theirs, ours in (
        ("emergency", profile.emergency, crisis.EMERGENCY),
        ("emergency_place", profile.emergency_place, crisis.EMERGENCY_PLACE),
        ("urgent_note", profile.urgent_note, crisis.URGENT_NOTE),
        ("talk", profile.talk, crisis.TALKS),
        ("nations", names, crisis.NATION_NAMES),
        ("nations", {nation.id: nation.short for nation in profile.nations if nation.short}, crisis.SHORT_NAMES),
        ("nations", urgent, crisis.URGENT),
    ):
        if theirs != ours:
            yield field, theirs, ours


def changed_words(interface: Any) -> Iterator[tuple[str, str, str, str]]:
    """Yield (group, field, theirs, ours) where the words around the numbers differ from the built-in card."""
    for group, fields in crisis.WORDS.items():
        for field, ours in fields.items():
            if (theirs := getattr(getattr(interface, group), field)) != ours:
                yield group, field, theirs, ours


def changed_card(urgency: str, heading: str, contacts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield (field, what it should be) where a care card of content leads to a number of another card."""
    ours = crisis.CARDS[("emergency", "urgent", "non_urgent").index(urgency)]
    theirs, right = numbers_in(heading), numbers_in(ours.heading)
    if theirs - right or (urgency == "emergency" and theirs != right):
        yield "heading", ours.heading
    known = (
        {id_ for card in crisis.CARDS for id_ in card.contacts if card is not ours}
        if urgency == "non_urgent"
        else set(contacts)
    )
    if others := set(contacts) & known - set(ours.contacts):
        yield "contacts", f"{', '.join(ours.contacts)}, without {', '.join(sorted(others))}"


def changed_sentence(text: str) -> str:
    """The sentence of a text that sends a life in danger to 111 alone, or a case that is no emergency to 999; empty if none."""
    for sentence in split(r"(?<=[.!?;:])\s+", text):
        rest = sub(r"(?i)\b(?:no ?body|no one) is in danger|\bnot an? emergency|\bnot in danger", "", sentence)
        danger = search(
            r"(?i)\b(?:life|lives)\b.*\b(?:danger|risk)|\bin danger|\bA&E\b|\bambulance|\bmight act on|\bemergency", rest
        )
        numbers = numbers_in(sentence)
        emergency, urgent = {"999", "112"} & numbers, "111" in numbers
        if (danger and urgent and not emergency) or (not danger and rest != sentence and emergency and not urgent):
            return sentence
    return ""
