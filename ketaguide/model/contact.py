"""Services to call, text or visit. Phone numbers are defined only here."""

from typing import Literal

import msgspec

from ketaguide.model.day import Day

Nation = Literal["england", "scotland", "wales", "northern-ireland"]
NATIONS: tuple[Nation, ...] = ("england", "scotland", "wales", "northern-ireland")

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


class Contact(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One service and every way to reach it; `nations` empty means all four."""

    id: str
    name: str
    kind: ContactKind
    for_whom: str
    """People it helps, as the end of a sentence: "anyone whose life is at risk"."""
    phone: str = ""
    """The number as displayed, in groups: "0808 808 8000"."""
    phone_note: str = ""
    """Advice for when the call is answered: "choose the mental health option"."""
    sms: str = ""
    """The number to text."""
    sms_word: str = ""
    """The word to text to it, where one is needed."""
    other_ways: tuple[str, ...] = ()
    """Webchat, letter, relay and so on, one to a line."""
    hours: str = ""
    cost: str = ""
    website: str = ""
    """Host and path as a person types it, without https://."""
    expect: str = ""
    """A description of first contact, in one or two sentences."""
    nations: tuple[Nation, ...] = ()
    check_hours: bool = False
    """True when shown with "check the hours": the evidence pack's `with-care` entries."""
    listed_only: bool = False
    """True when the number was found only in copied lists, not on a published page (the pack's `number_read_in`)."""
    checked: Day
    """The date the entry was checked against its sources."""
    check_by: Day
    """The date by which it must be checked again, at most six months later."""
    sources: tuple[str, ...]
    added_by: str = ""
    """The place that added this contact; empty for the guide's own."""

    def serves(self, nation: Nation | None) -> bool:
        """True when it belongs in a list for `nation` (None: show all)."""
        return nation is None or not self.nations or nation in self.nations
