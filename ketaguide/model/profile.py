"""The profile of a country: its nations, its crisis services by role, and words that belong to it."""

from ketaguide.model.base import StrictStruct
from ketaguide.model.contact import Nation


class ProfileNation(StrictStruct, frozen=True, kw_only=True):
    """A part of the country with services or rules of its own."""

    id: Nation
    """Unique among the nations; contents and the web address of a reader's choice name it. Example: northern-ireland"""
    name: str
    """Its name, as sentences say it. Example: Northern Ireland"""
    short: str = ""
    """A short name, for the banner of a narrow window. Example: NI"""
    urgent: str = ""
    """The contact for urgent help in it; left out where the one of the country serves it. Example: urgent-north"""
    words: tuple[str, ...] = ()
    """Further words that tell a reader which nation is meant: of its people, its bodies, its places. Example: [Belfast]"""


class Dead(StrictStruct, frozen=True, kw_only=True):
    """A number or an address that is disused, misprinted or somebody else's, and lives on in copied lists."""

    said: str
    """The number without spaces, or the words. Example: '08457909090'"""
    instead: str
    """The right one, or the reason. Example: Samaritans are on 116 123"""


class Phones(StrictStruct, frozen=True, kw_only=True):
    """The form of phone numbers. Patterns are regular expressions (Python's re)."""

    said: tuple[str, ...] = ()
    """Short numbers that are names as much as numbers, and may stand in sentences. Example: ['999', '111']"""
    elsewhere: str = ""
    """A pattern of numbers that stand in contacts.yaml alone, beside those that do. Example: '0(?:[ -]?[0-9]){9,10}'"""
    whole: str = ""
    """A pattern of a whole number without spaces, for the contacts that a site adds; empty for any. Example: '0[0-9]{9,10}'"""
    costly: str = ""
    """A pattern of the beginning of numbers that cost more than a call. Example: 09|08[47]"""
    texts: str = ""
    """A pattern of numbers that take texts at the usual price; empty for any. Example: '07.*'"""
    like: str = "0000 000 0000"
    """A number that nobody has, as an example. Example: 0131 496 0000"""
    like_text: str = "0000 000 0000"
    """The same for a number to text. Example: 07700 900 000"""
    begin: str = ""
    """The beginnings of ordinary numbers, in words. Example: '01, 02, 03, 07, 0800 or 0808'"""
    dead: tuple[Dead, ...] = ()
    """Numbers and addresses that no page or contact may name."""


class Spelling(StrictStruct, frozen=True, kw_only=True):
    """A pattern of words that are spelled otherwise in the country."""

    pattern: str
    """A regular expression that whole words in small letters match. Example: 'analyz(?:e|es|ed|ing)'"""
    containing: tuple[str, ...]
    """Pieces of which every match has one, by which texts are found. Example: [yz]"""
    write: str
    """The cure. Example: 'write it with s: analyse'"""


class Profile(StrictStruct, frozen=True, kw_only=True):
    """profile/ID.yaml: a country, which guide.yaml names."""

    name: str
    """The country, as a sentence says it. Example: the UK"""
    short: str
    """Its name before another word: "All UK nations". Example: UK"""
    words: tuple[str, ...] = ()
    """Words that tell a reader that all of it is meant, beside its name. Example: [UK, four nations]"""
    nations: tuple[ProfileNation, ...] = ()
    """Its nations or regions, in the order in which they are offered; left out where there are none."""
    emergency: str
    """The contact for a life in danger; every screen shows its number. Example: '999'"""
    emergency_place: str = ""
    """The other place to go with a life in danger, as a sentence says it. Example: A&E"""
    urgent: str = ""
    """The contact for urgent help in all of it; left out where each nation has its own. Example: nhs111"""
    urgent_note: str = ""
    """The option to choose when an urgent number shared by nations answers. Example: choose the mental health option"""
    talk: tuple[str, ...]
    """Contacts to talk to or text at any hour; every screen shows the number of the first. Example: [samaritans, shout]"""
    either: tuple[str, ...] = ()
    """Phrases that name the urgent service of some nations and then of others, each in braces after the ids of its nations:
    readers who have chosen a nation see its words alone. The longest of phrases that begin alike comes first.
    Example: ['{south, west: 111}, or {north: Elm line} in the North']"""

    def known(self, nation: Nation | None) -> Nation | None:
        """The nation itself; None if it is none of the country's."""
        return nation if nation in self.ids else None

    phones: Phones = Phones()
    """The form of phone numbers."""
    spelling: tuple[tuple[str, ...], ...] = ()
    """Pairs of a word, or words, of another country and those of this one. Example: [[center, centre], [gray, grey]]"""
    spelled: tuple[Spelling, ...] = ()
    """Spellings of another country, as patterns."""

    @property
    def ids(self) -> tuple[Nation, ...]:
        """The ids of the nations, in order; empty where the country has none."""
        return tuple(nation.id for nation in self.nations)

    def name_of(self, nation: Nation, *, short: bool = False) -> str:
        """The name of a nation, or its short one if it has one."""
        return next(((one.short if short else "") or one.name for one in self.nations if one.id == nation), nation)

    def urgent_of(self, nation: Nation | None) -> str:
        """The contact for urgent help in a nation, or in all of the country; empty where there is none."""
        return next((one.urgent for one in self.nations if one.id == nation and one.urgent), self.urgent)

    @property
    def all_urgent(self) -> tuple[str, ...]:
        """The contacts for urgent help, of each nation in order."""
        return tuple(dict.fromkeys(filter(None, map(self.urgent_of, self.ids or (None,)))))

    @property
    def on_every_screen(self) -> tuple[str, ...]:
        """The contacts whose numbers every screen shows: emergency, urgent, and the first to talk to."""
        return (self.emergency, *self.all_urgent, *self.talk[:1])
