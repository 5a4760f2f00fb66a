"""Services to call, text or visit. Phone numbers are defined only here."""

from typing import Literal

from ketaguide.model.base import StrictStruct
from ketaguide.model.text_forms import Day

Nation = str
"""The id of a nation of the guide's profile, which loading checks."""

ContactKind = Literal[
    "emergency",
    "urgent",
    "crisis-line",
    "listening",
    "text",
    "young-people",
    "deaf",
    "gp",
    "talking-therapies",
    "drug-alcohol",
    "carers",
    "bereavement",
    "information",
    "local",
]


class Contact(StrictStruct, frozen=True, kw_only=True):
    """One service and every way to reach it; `nations` empty means all."""

    id: str
    """Unique among the contacts. Example: samaritans"""
    name: str
    """Its name as it calls itself. Example: Samaritans"""
    known_by_first_word: bool = False
    """True where the first word of its name alone names it, so that no place's name may hold that word. Example: true"""
    kind: ContactKind
    """The kind of service. Example: listening"""
    for_whom: str
    """People it helps, as the end of a sentence: "anyone whose life is at risk". Example: anyone who needs to talk"""
    phone: str = ""
    """The number as displayed, in groups: "0808 808 8000". Example: '116 123'"""
    phone_note: str = ""
    """Advice for when the call is answered: "choose the mental health option". Example: choose the mental health option"""
    sms: str = ""
    """The number to text. Example: '85258'"""
    sms_word: str = ""
    """The word to text to it, where one is needed. Example: SHOUT"""
    other_ways: tuple[str, ...] = ()
    """Webchat, letter, relay and so on, one to a line. Example: [by letter, by webchat]"""
    hours: str = ""
    """Its hours, as displayed. Example: '24 hours, every day'"""
    cost: str = ""
    """The cost of a call. Example: Free"""
    website: str = ""
    """Host and path as a person types it, without https://. Example: samaritans.org"""
    expect: str = ""
    """A description of first contact, in one or two sentences. Example: A trained volunteer listens."""
    nations: tuple[Nation, ...] = ()
    """The nations it serves; left out where it serves all. Example: [england]"""
    check_hours: bool = False
    """True when shown with "check the hours": the evidence pack's `with-care` entries. Example: true"""
    listed_only: bool = False
    """True when the number was found only in copied lists, not on a published page (the pack's `number_read_in`).
    Example: true"""
    checked: Day
    """The date the entry was checked against its sources. Example: 2026-11-21"""
    check_by: Day
    """The date by which it must be checked again, at most six months later. Example: 2027-05-21"""
    sources: tuple[str, ...]
    """Ids from sources.yaml. Example: [samaritans-contact]"""
    added_by: str = ""
    """The place that added this contact; empty for the guide's own. Example: Elm Tree Surgery"""

    def serves(self, nation: Nation | None) -> bool:
        """True when it belongs in a list for `nation` (None: show all)."""
        return nation is None or not self.nations or nation in self.nations
