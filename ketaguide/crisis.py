"""Crisis cards, and the built-in one, which is the UK's: it is used when content cannot be read. Standard library only.

Nothing may be added to it that content/contacts.yaml and the cards of content/en/sections/get-help.yaml do not say; a
test proves that they are equal. It is what `ketaguide crisis` prints, so it must start fast. A guide for another country
has a card made of its own content (resolve/crisis_card.py).
"""

from collections.abc import Iterable, Mapping
from textwrap import wrap
from typing import NamedTuple

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

    def first(self, labels: Mapping[str, str]) -> str:
        """The number to call or text, or the name of a place to go to."""
        if self.sms and not self.phone:
            return labels["text_to" if self.sms_word else "text_only"].format(word=self.sms_word, number=self.sms)
        return labels["contents_phone"].format(phone=self.phone) if self.phone else self.name

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


class Country(NamedTuple):
    """Parts of the crisis card of a country."""

    ways: Mapping[str, CrisisContact]
    """Its services by id."""
    emergency: str
    urgent: Mapping[str, str]
    """Id of the urgent service of each nation; by "" where there are no nations, and empty where there is no such service."""
    talks: tuple[str, ...]
    """Ids of services to talk to or text at any hour; the first has a phone number."""
    names: Mapping[str, str]
    """Names of the nations."""
    cards: tuple[Card, ...]
    words: Mapping[str, Mapping[str, str]]
    """Words around the numbers, by group and field of interface.yaml."""
    talk_heading: str

    @property
    def title(self) -> str:
        """The heading of the card."""
        return self.words["crisis"]["get_help_now"].upper()


PROFILE = "uk"
"""The profile of guides that are held to the built-in card."""
LANGUAGE = "en"
"""The language of the built-in card; an edition in another has its own, made of its page of help."""
EMERGENCY = "999"
EMERGENCY_PLACE = "A&E"
TALKS = ("samaritans", "shout")
"""Ids of services to talk to by phone or by text, day or night, in all four nations."""
URGENT = {
    "england": "nhs111-england",
    "scotland": "nhs24-scotland",
    "wales": "nhs111-wales",
    "northern-ireland": "lifeline-ni",
}
"""Urgent service of each nation. There is no 111 for mental health in Northern Ireland."""

URGENT_NOTE = "choose the mental health option"
"""The option to choose when 111 answers."""

NATION_NAMES = {"england": "England", "scotland": "Scotland", "wales": "Wales", "northern-ireland": "Northern Ireland"}
SHORT_NAMES = {"northern-ireland": "NI"}
"""Names for the banner of a narrow window."""

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
        "or_go": "Or go to {place}.",
        "option": "{nations}: {option}.",
        "same_reasons": "{name}: the same reasons.",
        "any_hour": "{name}: talk at any hour.",
    },
    "labels": {
        "emergency": "Emergency:",
        "urgent": "Urgent advice:",
        "non_urgent": "Non-urgent advice:",
        "contents_phone": "Call {phone}",
        "text_to": "Text {word} to {number}",
        "text_only": "Text {number}",
    },
}
"""Words around the crisis numbers, by group and field of interface.yaml; content may not change them."""

CHANGED = "The crisis numbers, or the words around them, have been changed in this copy of the guide. Rely on these:"
SORRY = (
    "Sorry: the rest of this guide cannot be shown just now. Your GP can talk with you about how you feel and what to try next."
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
            "Low mood is affecting your work, your interests or your relationships",
        ),
        ("gp",),
    ),
)

UK = Country(WAYS, EMERGENCY, URGENT, TALKS, NATION_NAMES, CARDS, WORDS, TALK_HEADING)
"""The built-in card."""


def lines(nation: str | None = None, width: int = 72, country: Country = UK) -> list[str]:
    """Return the whole card as lines of text, the most urgent first, with services of one nation or of all.

    It ends with the short form, which stays in view when a small screen scrolls.
    """
    width, nation = max(width, NARROWEST), nation if nation in country.urgent else None
    help_now = {country.emergency, *country.urgent.values()}
    cards = sorted(country.cards, key=lambda card: help_now.isdisjoint(card.contacts))
    parts = [_card(card, nation, width, country) for card in cards]
    talk = [*wrap(country.talk_heading, width), "", *_numbers(country.talks, width, country)]
    parts.insert(sum(not help_now.isdisjoint(card.contacts) for card in cards), talk if country.talks else [])
    whole = [line for part in parts if part for line in (*part, "")]
    return [country.title, "", *whole, *short(nation, width, country)]


def banner(nation: str | None = None, country: Country = UK) -> str:
    """Return the crisis numbers as one line, each with its purpose."""
    return f"{country.title}  {numbers_words(nation, '  ', country)}"


def numbers_words(nation: str | None = None, apart: str = " ", country: Country = UK) -> str:
    """Return the crisis numbers as sentences, each with its purpose."""
    return apart.join(f"{what}: {number}." for what, number in _banner(nation, country))


def short(nation: str | None = None, width: int = 72, country: Country = UK) -> list[str]:
    """Return the banner as one line if it fits, else one line for each number."""
    line = banner(nation, country)
    said = [country.title, *(f"{what}: {number}" for what, number in _banner(nation, country))]
    return [line] if len(line) <= width else said


def numbers(country: Country = UK) -> set[str]:
    """Return every phone number of the card, formatted as printed."""
    return {way.phone for way in country.ways.values() if way.phone}


def _banner(nation: str | None, country: Country) -> list[tuple[str, str]]:
    """Return (purpose, number) pairs; with no nation chosen, the urgent numbers of all.

    The number that most nations share is not labelled with them.
    """
    words, ways, urgent = country.words["crisis"], country.ways, country.urgent
    shared: dict[str, list[str]] = {}
    for place in [nation] if nation and nation in urgent else urgent:
        shared.setdefault(ways[urgent[place]].phone, []).append(country.names.get(place, ""))
    most = max(shared.values(), key=len, default=[])
    pairs = [(words["life_at_risk"], ways[country.emergency].phone)]
    for phone, names in sorted(shared.items(), key=lambda item: item[1] is not most):
        is_shared = names is most and (len(names) > 1 or len(shared) == 1)
        pairs.append((words["crisis"] if is_shared else f"{words['crisis']}, {', '.join(names)}", phone))
    return [*pairs, *((words["talk"], ways[talk].phone) for talk in country.talks[:1])]


def _card(card: Card, nation: str | None, width: int, country: Country) -> list[str]:
    """Return a card as lines: level in words, heading, bullets, numbers."""
    text = wrap(f"{card.level} {_heading(card, nation, country)}", width)
    for item in card.items:
        text += wrap(item, width, initial_indent="- ", subsequent_indent="  ")
    local = country.urgent.get(nation or "")
    here = [name for name in card.contacts if nation is None or name == local or name not in country.urgent.values()]
    return [*text, "", *_numbers(here, width, country)]


def _heading(card: Card, nation: str | None, country: Country) -> str:
    """Return a card's heading; on the card for all nations' urgent services, with the chosen nation's number alone."""
    urgent = country.ways.get(country.urgent.get(nation or "", ""))
    is_for_all = all(service in card.contacts for service in country.urgent.values())
    return country.words["crisis"]["call_if"].format(phone=urgent.phone) if nation and urgent and is_for_all else card.heading


def _numbers(contacts: Iterable[str], width: int, country: Country) -> list[str]:
    """Return each number to call or text once, followed by the services it reaches."""
    by_way: dict[str, list[str]] = {}
    for way in (country.ways[contact] for contact in contacts if contact in country.ways):
        by_way.setdefault(way.first(country.words["labels"]), []).extend(way.rest)
    text = []
    for first, rest in by_way.items():
        text += wrap(first, width, initial_indent="  ", subsequent_indent="  ")
        for line in rest:
            text += wrap(line, width, initial_indent=" " * 6, subsequent_indent=" " * 6)
    return text
