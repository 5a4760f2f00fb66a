"""The built-in copy of the crisis card, for when content cannot be read. Standard library only.

Nothing may be added here that content/contacts.yaml and the cards of content/en/sections/get-help.yaml do not say; a
test proves that they are equal. This copy is what `ketaguide crisis` prints, so it must start fast.
"""

from textwrap import wrap
from typing import NamedTuple


class Way(NamedTuple):
    """How to reach one service; the fields are those of a contact."""

    name: str
    phone: str
    phone_note: str = ""


class Card(NamedTuple):
    """One care card: its level in words, its heading, its bullets, and the services it names."""

    level: str
    heading: str
    items: tuple[str, ...]
    contacts: tuple[str, ...]


EMERGENCY = "999"
TALK = "samaritans"
URGENT = {
    "england": "nhs111-england",
    "scotland": "nhs24-scotland",
    "wales": "nhs111-wales",
    "northern-ireland": "lifeline-ni",
}
"""The urgent service of each nation. There is no 111 for mental health in Northern Ireland."""

PLACES = {"england": "England", "scotland": "Scotland", "wales": "Wales", "northern-ireland": "Northern Ireland"}

WAYS = {
    "999": Way("Emergency services (999)", "999"),
    "ae": Way("Accident and emergency department (A&E)", ""),
    "nhs111-england": Way("NHS 111, mental health option (England)", "111", "choose the mental health option"),
    "nhs111-wales": Way("NHS 111 Wales, press 2", "111", "press 2"),
    "nhs24-scotland": Way("NHS 24 on 111 (Scotland), mental health option", "111", "choose the mental health option"),
    "lifeline-ni": Way("Lifeline", "0808 808 8000"),
    "samaritans": Way("Samaritans", "116 123"),
    "gp": Way("Your GP practice", ""),
}

SORRY = "Sorry: the rest of this guide cannot be shown just now. Your GP can talk with you about depression and what to try next."

CARDS = (
    Card(
        "Emergency:",
        "Call 999 or go to A&E now if:",
        ("your life or someone else's life is at risk", "you have seriously harmed yourself", "you cannot keep yourself or someone else safe"),
        ("999", "ae"),
    ),
    Card(
        "Urgent advice:",
        "Call 111, or Lifeline in Northern Ireland, if:",
        ("you are in crisis but your life is not at risk", "you feel unable to cope", "you have thoughts of ending your life or harming yourself"),
        ("nhs111-england", "nhs111-wales", "nhs24-scotland", "lifeline-ni"),
    ),
    Card(
        "Non-urgent advice:",
        "See your GP if:",
        ("depression is not getting better with treatment", "you want to talk about what to try next"),
        ("gp",),
    ),
)


def lines(nation: str | None = None, width: int = 72) -> list[str]:
    """The whole card as lines of text; numbers of one nation, or of all four."""
    text = ["GET HELP NOW", ""]
    for card in CARDS:
        text += wrap(f"{card.level} {card.heading}", width)
        for item in card.items:
            text += wrap(item, width, initial_indent="- ", subsequent_indent="  ")
        for contact in card.contacts:
            if contact not in URGENT.values() or nation is None or URGENT.get(nation) == contact:
                text += wrap(_way(contact), width, initial_indent="  ", subsequent_indent="  ")
        text.append("")
    text += wrap(f"To talk, day or night: {_way(TALK)}", width)
    return text


def banner(nation: str | None = None) -> str:
    """One line that always fits: what to call for what."""
    if nation is None:
        return (
            f"GET HELP NOW  Life at risk: {WAYS[EMERGENCY].phone}.  Crisis: {WAYS['nhs111-england'].phone}"
            f" (Northern Ireland: {WAYS['lifeline-ni'].phone}).  Talk: {WAYS[TALK].phone}."
        )
    urgent = WAYS[URGENT[nation]]
    return f"GET HELP NOW  Life at risk: {WAYS[EMERGENCY].phone}.  Crisis: {urgent.phone}.  Talk: {WAYS[TALK].phone}."


def _way(contact: str) -> str:
    way = WAYS[contact]
    if not way.phone:
        return way.name
    note = f", then {way.phone_note}" if way.phone_note else ""
    return f"{way.name}: call {way.phone}{note}"
