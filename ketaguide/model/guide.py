"""The root of the model: a `Guide` holds one `Edition` per edition id and the facts they share."""

from collections.abc import Iterator

import msgspec

from ketaguide.model.ask import Ask, Asks
from ketaguide.model.base import StrictStruct
from ketaguide.model.block import Block, Details, Heading, OptionsGrid
from ketaguide.model.contact import Contact, Nation
from ketaguide.model.edition import EditionId, EditionMeta
from ketaguide.model.evidence import Claim, Source
from ketaguide.model.glossary import Glossary, Term
from ketaguide.model.home import Home
from ketaguide.model.installed import NOT_INSTALLED, Installed
from ketaguide.model.interface import Interface
from ketaguide.model.meta import Meta
from ketaguide.model.options import Options
from ketaguide.model.overlay import NO_SITE, Overlay
from ketaguide.model.profile import Profile
from ketaguide.model.prose import Prose, slug
from ketaguide.model.quiz import Quiz
from ketaguide.model.search_words import SearchWords
from ketaguide.model.speech import Speech
from ketaguide.model.text_forms import Day, OpenDay
from ketaguide.model.topics import Topics
from ketaguide.model.wording import Wording


class Section(StrictStruct, frozen=True, kw_only=True):
    """One page."""

    id: str
    """The file name without its extension. Example: risks"""
    title: str
    """The heading of the page. Example: Side effects and risks"""
    nav_title: str
    """A short title for lists, at most 24 characters. Example: Risks"""
    summary: tuple[Prose, ...]
    """One to three points to remember if nothing else is read.
    Example: [Hiccups are common and pass., Staff stay with you.]"""
    updated: Day
    """The day on which the words last changed. Example: 2026-11-26"""
    blocks: tuple[Block, ...]
    """The page itself, as a list of blocks."""
    based_on: OpenDay = ""
    """In an edition with a base: the day of the base page (its `updated`) that this page was made from; without it, the
    page counts as made on the day of its own. Example: 2026-11-26"""
    questions: tuple[str, ...] = ()
    """Ids from questions.yaml. Example: [ask-how-long, ask-who-pays]"""
    cites: tuple[str, ...] = ()
    """Ids of the claims that support the summary. Example: [syrup-harm, syrup-thirst]"""
    nations: tuple[Nation, ...] = ()
    """The nations the page is for; left out where it is for all. Example: [scotland]"""

    @property
    def made_from(self) -> str:
        """The day of the base page that this page was made from, in an edition with a base."""
        return self.based_on or self.updated

    @property
    def places(self) -> dict[str, str]:
        """The headings to which a link may lead, by the words for them after "#"."""
        blocks = (block for block in self.blocks if not isinstance(block, Details))
        named = (block.text if isinstance(block, Heading) else getattr(block, "title", "") for block in blocks)
        return {slug(name): name for name in named if name}


class Overdue(msgspec.Struct, frozen=True, kw_only=True):
    """Due dates that have passed."""

    guide: bool = False
    """True when the check or review of the whole guide is overdue."""
    contacts: frozenset[str] = frozenset()
    """Ids of the contacts that are overdue for checking."""
    updated: str = ""
    """The day of the last update of installed content if another is overdue, as 2026-12-01; else empty."""


class Shared(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that all editions share, in the words of one."""

    meta: Meta
    contacts: dict[str, Contact]
    claims: dict[str, Claim]
    profile: Profile


class Edition(msgspec.Struct, frozen=True, kw_only=True):
    """All text of one edition."""

    meta: EditionMeta
    home: Home
    sections: dict[str, Section]
    glossary: Glossary
    quiz: Quiz
    asks: Asks
    interface: Interface
    search: SearchWords
    speech: Speech = Speech()
    options: Options = Options()
    shared: Shared | None = None
    """The shared words in its language; None in a guide of one language."""
    outdated: tuple[str, ...] = ()
    """Ways to translations of shared words that have changed since: they stay out."""

    @property
    def edition_id(self) -> EditionId:
        """The name of its folder."""
        return self.meta.id

    def grid_of(self, section: Section) -> Options:
        """The options that a page shows side by side; empty for a page without the grid."""
        return self.options if any(isinstance(block, OptionsGrid) for block in section.blocks) else Options()


class Guide(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that was loaded; read-only."""

    meta: Meta
    editions: dict[EditionId, Edition]
    contacts: dict[str, Contact]
    claims: dict[str, Claim]
    sources: dict[str, Source]
    topics: Topics
    profile: Profile
    """The country: its nations, and its crisis services by role."""
    wording: Wording = Wording()
    """The words of the topic, for the checker."""
    site: Overlay = NO_SITE
    """The site that shows the guide, if a site file names one."""
    installed: Installed = NOT_INSTALLED
    """The record of content that `ketaguide update` installed."""
    overdue: Overdue = Overdue()
    """Due dates that have passed by the display date."""

    @property
    def first(self) -> Edition:
        """The edition that is complete in itself, of which the others are made."""
        return next(iter(self.editions.values()))

    def edition(self, edition_id: EditionId) -> Edition:
        """The edition with an id, or the one with a role such as "short", falling back to the first one."""
        of_role = (edition for edition in self.editions.values() if edition_id and edition.meta.role == edition_id)
        return self.editions.get(edition_id) or next(of_role, self.first)

    def in_words_of(self, edition_id: EditionId) -> "Guide":
        """The guide with the shared words of an edition; a site's own contacts stay as the site wrote them."""
        shared = self.edition(edition_id).shared
        if shared is None or (shared.meta is self.meta and shared.profile is self.profile and shared.claims is self.claims):
            return self
        theirs = shared.contacts
        contacts = {name: one if one.added_by else theirs.get(name, one) for name, one in self.contacts.items()}
        return msgspec.structs.replace(self, meta=shared.meta, contacts=contacts, claims=shared.claims, profile=shared.profile)

    def chain(self, edition_id: EditionId) -> Iterator[Edition]:
        """Yield an edition, then those it falls back to, each the base of the one before."""
        edition = self.edition(edition_id)
        yield edition
        while edition.meta.base:
            edition = self.editions[edition.meta.base]
            yield edition

    def short_of(self, edition_id: EditionId) -> EditionId:
        """The short form of an edition, or for a short form what it is made from; empty if there is none."""
        edition = self.edition(edition_id)
        if edition.meta.role == "short":
            return edition.meta.base
        ours = (other for other in self.editions.values() if other.meta.base == edition.edition_id)
        return next((other.edition_id for other in ours if other.meta.role == "short"), "")

    def section(self, section_id: str, edition_id: EditionId = "") -> Section | None:
        """A page in an edition, falling back to its base; None if none has it."""
        found = (edition.sections.get(section_id) for edition in self.chain(edition_id))
        return next(filter(None, found), None)

    def term(self, term_id: str, edition_id: EditionId = "") -> Term | None:
        """A glossary entry in an edition, falling back to its base."""
        terms = (term for edition in self.chain(edition_id) for term in edition.glossary.terms)
        return next((term for term in terms if term.id == term_id), None)

    def calls_for_help(self, edition_id: EditionId) -> tuple[str, ...]:
        """Input that means "help" when typed alone: help words and crisis numbers."""
        lines = [contact.phone for contact in self.contacts.values() if contact.kind in ("emergency", "urgent", "crisis-line")]
        return (*self.edition(edition_id).interface.plain.help_words, *dict.fromkeys(filter(None, lines)))

    def ask(self, ask_id: str, edition_id: EditionId = "") -> Ask | None:
        """A question to ask, in an edition, falling back to its base."""
        asks = (ask for edition in self.chain(edition_id) for group in edition.asks.groups for ask in group.questions)
        return next((ask for ask in asks if ask.id == ask_id), None)
