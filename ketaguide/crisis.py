"""Built-in copy of the crisis card, used when content cannot be read. Standard library only.

Nothing may be added here that content/contacts.yaml and the cards of content/en/sections/get-help.yaml do not say; a
test proves that they are equal. This copy is what `ketaguide crisis` prints, so it must start fast.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from re import findall, fullmatch, search, split, sub
from textwrap import wrap
from typing import Any, NamedTuple

HELP_PAGE = "get-help"
"""Id of the page with the numbers to call and their purposes."""

NARROWEST = 20
"""Columns; the minimum width of wrapped lines."""


class CrisisContact(NamedTuple):
    """A way to reach one service; the fields are those of a contact."""

    name: str
    phone: str = ""
    phone_note: str = ""
    sms: str = ""
    sms_word: str = ""
    other_ways: tuple[str, ...] = ()

    @property
    def first(self) -> str:
        """The number to call or text, or the name of a place to go to."""
        if self.sms:
            return f"Text {self.sms_word} to {self.sms}"
        return f"Call {self.phone}" if self.phone else self.name

    @property
    def rest(self) -> list[str]:
        """The service's name and note, then its other ways; empty for a place."""
        if not (self.phone or self.sms):
            return []
        return [f"{self.name}: {self.phone_note}" if self.phone_note else self.name, *self.other_ways]


class Card(NamedTuple):
    """A care card: level in words, heading, bullets, and ids of the services it names."""

    level: str
    heading: str
    items: tuple[str, ...]
    contacts: tuple[str, ...]


EMERGENCY = "999"
TALK = "samaritans"
TALKS = ("samaritans", "shout")
"""Ids of services to talk to by phone or by text, day or night, in all four nations."""
URGENT = {
    "england": "nhs111-england",
    "scotland": "nhs24-scotland",
    "wales": "nhs111-wales",
    "northern-ireland": "lifeline-ni",
}
"""Urgent service of each nation. There is no 111 for mental health in Northern Ireland."""

NATION_NAMES = {"england": "England", "scotland": "Scotland", "wales": "Wales", "northern-ireland": "Northern Ireland"}

WAYS = {
    "999": CrisisContact(
        "Emergency services (999)",
        "999",
        other_ways=(
            "112 also works",
            "In British Sign Language, through 999 BSL",
            "By text, through emergencySMS, if you have registered",
            "Through Relay UK, on 18000",
        ),
    ),
    "ae": CrisisContact("Accident and emergency department (A&E)"),
    "nhs111-england": CrisisContact(
        "NHS 111, mental health option (England)",
        "111",
        "choose the mental health option (in many places it is option 2)",
    ),
    "nhs111-wales": CrisisContact("NHS 111 Wales, option 2", "111", "press 2"),
    "nhs24-scotland": CrisisContact("NHS 24 on 111, mental health option (Scotland)", "111", "choose the mental health option"),
    "lifeline-ni": CrisisContact("Lifeline (Northern Ireland)", "0808 808 8000"),
    "samaritans": CrisisContact("Samaritans", "116 123"),
    "shout": CrisisContact("Shout", sms="85258", sms_word="SHOUT"),
    "gp": CrisisContact("Your GP practice"),
}

WORDS = {
    "crisis": {
        "get_help_now": "Get help now",
        "help_now": "Help now",
        "life_at_risk": "In danger",
        "crisis": "Crisis",
        "talk": "Talk",
        "call_if": "Call {phone} if:",
        "or_go": "Or go to A&E.",
        "option": "{nations}: choose the mental health option.",
        "same_reasons": "{name}: the same reasons.",
        "any_hour": "{name}: talk at any hour.",
    },
    "labels": {
        **{place.replace("-", "_"): name for place, name in NATION_NAMES.items()},
        "northern_ireland_short": "NI",
        "emergency": "Emergency:",
        "urgent": "Urgent advice:",
        "non_urgent": "Non-urgent advice:",
        "contents_phone": "Call {phone}",
        "text_to": "Text {word} to {number}",
        "text_only": "Text {number}",
    },
}
"""Words around the crisis numbers, by group and field of interface.yaml; content may not change them."""

TITLE = WORDS["crisis"]["get_help_now"].upper()
CHANGED = "The crisis numbers, or the words around them, have been changed in this copy of the guide. Rely on these:"
SORRY = (
    "Sorry: the rest of this guide cannot be shown just now. Your GP can talk with you about depression and what to try next."
)
TALK_HEADING = "Someone to talk to, day or night"

CARDS = (
    Card(
        "Emergency:",
        "Call 999 or go to A&E now if:",
        (
            "A life is in danger, yours or someone else's",
            "You have tried to end your life, or might act on thoughts of ending it",
            "You have seriously harmed yourself",
            "Someone else has seriously harmed themselves",
            "You cannot keep yourself or someone else safe",
            "Sudden confusion or severe agitation is putting someone in danger",
        ),
        ("999", "ae"),
    ),
    Card(
        "Urgent advice:",
        "Call 111, or Lifeline in Northern Ireland, if:",
        (
            "You have thoughts of suicide or of harming yourself, and can keep safe for now",
            "You feel that life is not worth living, or that you cannot cope",
            "You feel unsafe, but nobody is in danger right now",
            "Your mental health is getting worse quickly",
            "You hear or see things that other people do not",
            "You are worried that any of this is happening to someone else",
        ),
        ("nhs111-england", "nhs111-wales", "nhs24-scotland", "lifeline-ni"),
    ),
    Card(
        "Non-urgent advice:",
        "See your GP if:",
        (
            "You have felt low most of the day, every day, for more than two weeks",
            "Your treatment is not helping enough",
            "Depression is affecting your work, your interests or your relationships",
        ),
        ("gp",),
    ),
)


def lines(nation: str | None = None, width: int = 72) -> list[str]:
    """Return the whole card as lines of text, the most urgent first, with services of one nation or of all four.

    It ends with the short form, which stays in view when a small screen scrolls.
    """
    width = max(width, NARROWEST)
    emergency, urgent, routine = (_card(card, nation, width) for card in CARDS)
    talk = [*wrap(TALK_HEADING, width), "", *_numbers(TALKS, width)]
    return [TITLE, "", *emergency, "", *urgent, "", *talk, "", *routine, "", *short(nation, width)]


def banner(nation: str | None = None) -> str:
    """Return the crisis numbers as one line, each with its purpose."""
    return f"{TITLE}  {numbers_words(nation, '  ')}"


def numbers_words(nation: str | None = None, apart: str = " ") -> str:
    """Return the crisis numbers as sentences, each with its purpose."""
    return apart.join(f"{what}: {number}." for what, number in _banner(nation))


def short(nation: str | None = None, width: int = 72) -> list[str]:
    """Return the banner as one line if it fits, else one line for each number."""
    line = banner(nation)
    return [line] if len(line) <= width else [TITLE, *(f"{what}: {number}" for what, number in _banner(nation))]


def numbers() -> set[str]:
    """Return every phone number of the card, formatted as printed."""
    return {way.phone for way in WAYS.values() if way.phone}


@cache
def digits() -> frozenset[str]:
    """Return every number on the card, including those in `other_ways`, without spaces."""
    texts = (text for way in WAYS.values() for text in (*way[:5], *way.other_ways))
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
    for id_, way in WAYS.items():
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


def changed_words(interface: Any) -> Iterator[tuple[str, str, str, str]]:
    """Yield (group, field, theirs, ours) where the words around the numbers differ from the built-in card."""
    for group, fields in WORDS.items():
        for field, ours in fields.items():
            if (theirs := getattr(getattr(interface, group), field)) != ours:
                yield group, field, theirs, ours


def changed_card(urgency: str, heading: str, contacts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield (field, what it should be) where a care card of content leads to a number of another card."""
    ours = CARDS[("emergency", "urgent", "non_urgent").index(urgency)]
    theirs, right = numbers_in(heading), numbers_in(ours.heading)
    if theirs - right or (urgency == "emergency" and theirs != right):
        yield "heading", ours.heading
    known = {id_ for card in CARDS for id_ in card.contacts if card is not ours} if urgency == "non_urgent" else set(contacts)
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


def _banner(nation: str | None) -> list[tuple[str, str]]:
    """Return (purpose, number) pairs; with no nation chosen, the urgent numbers of all four."""
    words, urgent_in_ni = WORDS["crisis"], WAYS[URGENT["northern-ireland"]].phone
    urgent = [(words["crisis"], WAYS[URGENT[nation or "england"]].phone)]
    if nation is None:
        urgent.append((f"{words['crisis']}, {NATION_NAMES['northern-ireland']}", urgent_in_ni))
    return [(words["life_at_risk"], WAYS[EMERGENCY].phone), *urgent, (words["talk"], WAYS[TALK].phone)]


def _card(card: Card, nation: str | None, width: int) -> list[str]:
    """Return a card as lines: level in words, heading, bullets, numbers."""
    text = wrap(f"{card.level} {_heading(card, nation)}", width)
    for item in card.items:
        text += wrap(item, width, initial_indent="- ", subsequent_indent="  ")
    local = {name for place, name in URGENT.items() if place == nation}
    here = [name for name in card.contacts if nation is None or name in local or name not in URGENT.values()]
    return [*text, "", *_numbers(here, width)]


def _heading(card: Card, nation: str | None) -> str:
    """Return a card's heading; on the card for all nations' urgent services, with the chosen nation's number alone."""
    is_for_all = all(service in card.contacts for service in URGENT.values())
    return WORDS["crisis"]["call_if"].format(phone=WAYS[URGENT[nation]].phone) if nation and is_for_all else card.heading


def _numbers(contacts: Iterable[str], width: int) -> list[str]:
    """Return each number to call or text once, followed by the services it reaches."""
    by_way: dict[str, list[str]] = {}
    for way in (WAYS[contact] for contact in contacts):
        by_way.setdefault(way.first, []).extend(way.rest)
    text = []
    for first, rest in by_way.items():
        text += wrap(first, width, initial_indent="  ", subsequent_indent="  ")
        for line in rest:
            text += wrap(line, width, initial_indent=" " * 6, subsequent_indent=" " * 6)
    return text
