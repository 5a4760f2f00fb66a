"""The root of the model: a `Guide` holds one `Edition` per edition id and the facts they share."""

from typing import Literal

import msgspec

from ketaguide.model.ask import Ask, Asks
from ketaguide.model.block import Block
from ketaguide.model.contact import Contact, Nation
from ketaguide.model.day import Day, OpenDay
from ketaguide.model.evidence import Claim, Source
from ketaguide.model.glossary import Glossary, Term
from ketaguide.model.interface import Interface
from ketaguide.model.overdue import NOTHING_OVERDUE, Overdue
from ketaguide.model.overlay import NO_SITE, Overlay
from ketaguide.model.prose import Prose
from ketaguide.model.quiz import Quiz
from ketaguide.model.search_words import SearchWords
from ketaguide.model.speech import Speech
from ketaguide.model.topics import Topics

FORMAT = 1
"""The content format this program reads; guide.yaml states its own."""

EditionId = Literal["en", "en-short"]
STANDARD: EditionId = "en"
SHORT: EditionId = "en-short"


class Section(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One page."""

    id: str
    """The file name without its extension."""
    title: str
    nav_title: str
    """A short title for lists, at most 24 characters."""
    summary: tuple[Prose, ...]
    updated: Day
    blocks: tuple[Block, ...]
    questions: tuple[str, ...]
    """Ids from questions.yaml."""
    cites: tuple[str, ...] = ()
    """Ids of the claims that support the summary."""
    nations: tuple[Nation, ...] = ()


class Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A group of pages in the table of contents."""

    id: str
    title: str
    sections: tuple[str, ...]


class PathStep(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One step of a reading path: a page, or its summary alone."""

    section: str
    whole: bool = False


class ReadingPath(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An ordered reading list for a number of minutes."""

    minutes: int
    steps: tuple[PathStep, ...]


class Review(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Clinical review. The fields stay empty until a named role has signed."""

    role: str = ""
    date: OpenDay = ""
    next_date: OpenDay = ""


class Balance(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Claims that may not stand alone; `ketaguide check` holds every page to it."""

    together: tuple[tuple[str, ...], ...] = ()
    """Groups of claims that disagree: a page that cites one cites all."""
    no_clear_difference: tuple[str, ...] = ()
    """Trials that found none: a page with two or more pictures of a better result cites them all."""
    beside_benefit: tuple[str, ...] = ()
    """Pages to which a page with a picture of benefit links: its risks, and how long it lasts."""


class Roles(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Pages and claims of a guide that the program itself names; a role left empty is not offered."""

    gp: str = ""
    """The page on seeing a GP: offered at the start, and its checklist is taken home."""
    checklist: str = ""
    """The claim that its checklist cites, in every edition."""
    about: str = ""
    """The page on the guide itself, which needs no citations."""


class Meta(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """guide.yaml: title, page order, purpose, authorship and review state."""

    format: int
    title: str
    short_title: str
    parts: tuple[Part, ...]
    paths: tuple[ReadingPath, ...] = ()
    balance: Balance = Balance()
    roles: Roles = Roles()
    written: Day
    facts_checked: Day
    next_update: Day
    review: Review = Review()
    author: str
    funding: str
    conflicts: str
    update_policy: str
    purpose: Prose
    """The guide's purpose and audience."""
    is_not: tuple[Prose, ...]
    licence: str
    code_licence: str

    @property
    def order(self) -> tuple[str, ...]:
        """Section ids in reading order."""
        return tuple(section for part in self.parts for section in part.sections)


class Edition(msgspec.Struct, frozen=True, kw_only=True):
    """All text of one edition."""

    edition_id: EditionId
    sections: dict[str, Section]
    glossary: Glossary
    quiz: Quiz
    asks: Asks
    interface: Interface
    search: SearchWords
    speech: Speech = Speech()


class Guide(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that was loaded; read-only."""

    meta: Meta
    editions: dict[EditionId, Edition]
    contacts: dict[str, Contact]
    claims: dict[str, Claim]
    sources: dict[str, Source]
    topics: Topics
    site: Overlay = NO_SITE
    """The site that shows the guide, if a site file names one."""
    overdue: Overdue = NOTHING_OVERDUE
    """Due dates that have passed by the display date."""

    def edition(self, edition_id: EditionId) -> Edition:
        """The edition with an id, falling back to the standard one."""
        return self.editions.get(edition_id) or self.editions[STANDARD]

    def section(self, section_id: str, edition_id: EditionId = STANDARD) -> Section | None:
        """A page in an edition, falling back to the standard page; None if neither has it."""
        found = self.edition(edition_id).sections.get(section_id)
        return found or self.editions[STANDARD].sections.get(section_id)

    def term(self, term_id: str, edition_id: EditionId = STANDARD) -> Term | None:
        """A glossary entry in an edition, falling back to the standard one."""
        for edition in (self.edition(edition_id), self.editions[STANDARD]):
            for term in edition.glossary.terms:
                if term.id == term_id:
                    return term
        return None

    def calls_for_help(self, edition_id: EditionId) -> tuple[str, ...]:
        """Input that means "help" when typed alone: help words and crisis numbers."""
        lines = [contact.phone for contact in self.contacts.values() if contact.kind in ("emergency", "urgent", "crisis-line")]
        return (*self.edition(edition_id).interface.plain.help_words, *dict.fromkeys(filter(None, lines)))

    def ask(self, ask_id: str, edition_id: EditionId = STANDARD) -> Ask | None:
        """A question to ask, in an edition, falling back to the standard one."""
        for edition in (self.edition(edition_id), self.editions[STANDARD]):
            for group in edition.asks.groups:
                for ask in group.questions:
                    if ask.id == ask_id:
                        return ask
        return None
