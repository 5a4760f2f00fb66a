"""Everything loaded: one `Guide`, made of one `Edition` for each variant and facts shared by all."""

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
"""The content format this program reads; guide.yaml says which one it is written in."""

Variant = Literal["en", "en-easy"]
STANDARD: Variant = "en"
EASY: Variant = "en-easy"


class Section(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One page."""

    id: str
    """The file's name."""
    title: str
    nav_title: str
    """At most 24 characters, for lists."""
    summary: tuple[Prose, ...]
    updated: Day
    blocks: tuple[Block, ...]
    questions: tuple[str, ...]
    """Ids from questions.yaml."""
    cites: tuple[str, ...] = ()
    """Claims behind the summary."""
    nations: tuple[Nation, ...] = ()


class Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A group of pages in the contents."""

    id: str
    title: str
    sections: tuple[str, ...]


class PathStep(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A page on the way: its summary alone, or the whole of it."""

    section: str
    whole: bool = False


class ReadingPath(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What to read in so many minutes, in order."""

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


class Meta(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """guide.yaml: what the guide is, in what order, who answers for it."""

    format: int
    title: str
    short_title: str
    parts: tuple[Part, ...]
    paths: tuple[ReadingPath, ...] = ()
    balance: Balance = Balance()
    written: Day
    facts_checked: Day
    next_update: Day
    review: Review = Review()
    author: str
    funding: str
    conflicts: str
    update_policy: str
    purpose: Prose
    """What the guide is for, and for whom."""
    is_not: tuple[Prose, ...]
    licence: str
    code_licence: str

    @property
    def order(self) -> tuple[str, ...]:
        """Section ids in reading order."""
        return tuple(section for part in self.parts for section in part.sections)


class Edition(msgspec.Struct, frozen=True, kw_only=True):
    """All words of one variant."""

    variant: Variant
    sections: dict[str, Section]
    glossary: Glossary
    quiz: Quiz
    asks: Asks
    interface: Interface
    search: SearchWords
    speech: Speech = Speech()


class Guide(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that was loaded. Views read it and never change it."""

    meta: Meta
    editions: dict[Variant, Edition]
    contacts: dict[str, Contact]
    claims: dict[str, Claim]
    sources: dict[str, Source]
    topics: Topics
    site: Overlay = NO_SITE
    """The place that shows the guide, where a site file names one."""
    overdue: Overdue = NOTHING_OVERDUE
    """Due dates that had passed on the day it is shown."""

    def edition(self, variant: Variant) -> Edition:
        """The words of a variant; the standard edition where it has none."""
        return self.editions.get(variant) or self.editions[STANDARD]

    def section(self, section_id: str, variant: Variant = STANDARD) -> Section | None:
        """A page in a variant, falling back to the standard page; None where neither has it."""
        found = self.edition(variant).sections.get(section_id)
        return found or self.editions[STANDARD].sections.get(section_id)

    def term(self, term_id: str, variant: Variant = STANDARD) -> Term | None:
        """A glossary entry in a variant, falling back to the standard one."""
        for edition in (self.edition(variant), self.editions[STANDARD]):
            for term in edition.glossary.terms:
                if term.id == term_id:
                    return term
        return None

    def calls_for_help(self, variant: Variant) -> tuple[str, ...]:
        """What means "help" when it is all that somebody types: the words for it, and the numbers to call."""
        lines = [contact.phone for contact in self.contacts.values() if contact.kind in ("emergency", "urgent", "crisis-line")]
        return (*self.edition(variant).interface.plain.help_words, *dict.fromkeys(filter(None, lines)))

    def ask(self, ask_id: str, variant: Variant = STANDARD) -> Ask | None:
        """A question to ask, in a variant, falling back to the standard one."""
        for edition in (self.edition(variant), self.editions[STANDARD]):
            for group in edition.asks.groups:
                for ask in group.questions:
                    if ask.id == ask_id:
                        return ask
        return None
