"""The root of the model: a `Guide` holds one `Edition` per edition id and the facts they share."""

from collections.abc import Iterator
from typing import Literal

import msgspec

from ketaguide.model.address import WriteTo
from ketaguide.model.ask import Ask, Asks
from ketaguide.model.block import Block, Details, Heading, OptionsGrid
from ketaguide.model.contact import Contact, Nation
from ketaguide.model.day import Day, OpenDay
from ketaguide.model.edition import EditionId, EditionMeta
from ketaguide.model.evidence import Claim, Source
from ketaguide.model.glossary import Glossary, Term
from ketaguide.model.home import Home
from ketaguide.model.installed import NOT_INSTALLED, Installed
from ketaguide.model.interface import Interface
from ketaguide.model.options import Options
from ketaguide.model.overdue import NOTHING_OVERDUE, Overdue
from ketaguide.model.overlay import NO_SITE, Overlay
from ketaguide.model.profile import Profile
from ketaguide.model.prose import Prose, slug
from ketaguide.model.quiz import Quiz
from ketaguide.model.search_words import SearchWords
from ketaguide.model.speech import Speech
from ketaguide.model.topics import Topics
from ketaguide.model.wording import Wording

FORMAT = 1
"""The content format this program reads; guide.yaml states its own."""


class Section(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
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


class Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A group of pages in the table of contents."""

    id: str
    """Unique among the parts. Example: syrup"""
    title: str
    """The heading over its pages. Example: About the syrup"""
    sections: tuple[str, ...]
    """Ids of its pages, in reading order. Example: [first-day, risks]"""


class PathStep(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One step of a reading path: a page, or its summary with what is named here."""

    section: str
    """The id of a page. Example: risks"""
    whole: bool = False
    """True for the whole page; else its summary. Example: true"""
    tables: int = 0
    """The number of its first tables to show under the summary. Example: 1"""
    questions: tuple[str, ...] = ()
    """Ids from questions.yaml, to pick and take along. Example: [ask-how-long, ask-who-pays]"""


class ReadingPath(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An ordered reading list for a number of minutes."""

    minutes: int
    """The reading time that is promised. Example: 5"""
    steps: tuple[PathStep, ...]
    """The pages, in reading order."""


class Review(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Clinical review. The fields stay empty until a named role has signed."""

    role: str = ""
    """The role of the reviewer; no name. Example: Consultant in syrups"""
    date: OpenDay = ""
    """The day of the review. Example: 2026-11-26"""
    next_date: OpenDay = ""
    """The day by which it is due again. Example: 2027-11-26"""


class Balance(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Claims that may not stand alone; `ketaguide check` holds every page to it."""

    together: tuple[tuple[str, ...], ...] = ()
    """Groups of claims that disagree: a page that cites one cites all. Example: [[syrup-response, syrup-no-response]]"""
    no_clear_difference: tuple[str, ...] = ()
    """Trials that found none: a page with two or more pictures of a better result cites them all.
    Example: [second-trial, third-trial]"""
    beside_benefit: tuple[str, ...] = ()
    """Pages to which a page with a picture of benefit links: its risks, and how long it lasts.
    Example: [risks, how-long]"""


class Roles(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Pages and claims of a guide that the program itself names; a role left empty is not offered."""

    gp: str = ""
    """The page on seeing a GP: offered at the start, and its checklist is taken home. Example: ask-your-doctor"""
    ready: str = ""
    """The page on getting ready to decide: offered at the start after it. Example: ready"""
    checklist: str = ""
    """The claim that its checklist cites, in every edition. Example: what-to-bring"""
    funding: str = ""
    """The claim on who paid for the studies: it is taken home with the checklist. Example: who-paid"""
    by_nation: str = ""
    """The page on what there is in each nation: a search for a place begins with it. Example: near-you"""
    about: str = ""
    """The page on the guide itself, which needs no citations. Example: about"""
    answers: str = ""
    """The page of questions people ask, named at the start with their number. Example: questions"""


class Subject(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A subject of the guide, for search engines."""

    kind: Literal["MedicalCondition", "MedicalTherapy", "Drug"]
    """Its kind, in the words of schema.org. Example: Drug"""
    name: str
    """Its name. Example: Test syrup"""


class PageAspect(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The aspect of health that a page is about, for search engines."""

    page: str
    """The id of a page. Example: risks"""
    aspect: Literal[
        "Effectiveness", "GettingAccess", "HowItWorks", "LivingWith", "Misconceptions", "Overview", "Safety", "SeeDoctor",
        "SelfCare", "SideEffects", "Treatments", "Types", "UsageOrSchedule",
    ]  # fmt: skip
    """The aspect, in the words of schema.org. Example: SideEffects"""


class Meta(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """guide.yaml: title, page order, purpose, authorship and review state."""

    format: int
    """The format of the content, which the program compares with its own. Example: 1"""
    id: str = ""
    """Its id in packs and updates, which never changes: small letters, digits and hyphens. Example: my-guide"""
    title: str
    """The name of the guide. Example: 'Test syrup: a guide'"""
    short_title: str
    """Its name where there is little room. Example: Test syrup"""
    profile: str
    """The country it is for: the name of a file of the folder `profile`, or uk, which the program has. Example: uk"""
    description: str = ""
    """The guide in a sentence, as `ketaguide --help` introduces it. Example: A guide to test syrup."""
    parts: tuple[Part, ...]
    """The table of contents."""
    paths: tuple[ReadingPath, ...] = ()
    """Reading lists for a few minutes."""
    balance: Balance = Balance()
    """Claims that may not stand alone."""
    roles: Roles = Roles()
    """Pages and claims that the program itself names."""
    subjects: tuple[Subject, ...] = ()
    """Its subjects, for search engines."""
    aspects: tuple[PageAspect, ...] = ()
    """Its pages by aspect of health, for search engines."""
    offline: tuple[str, ...] = ()
    """Pages that a phone keeps before others, for when there is no network: the benefits and the harms together.
    Example: [benefits, risks]"""
    written: Day
    """The day on which the guide was written. Example: 2026-11-26"""
    facts_checked: Day
    """The day on which its facts were last held against their sources. Example: 2026-11-26"""
    next_update: Day
    """The day by which they are due again. Example: 2027-05-21"""
    review: Review = Review()
    """The clinical review, if there was one."""
    author: str
    """The people who wrote it, as a sentence. Example: The ketaguide authors wrote it."""
    funding: str
    """Its funding, as a sentence. Example: Nobody paid for it."""
    conflicts: str
    """Their interests, as a sentence. Example: The authors declare none."""
    write_to: WriteTo = ""
    """An address of whoever answers for the guide, for what is wrong in it; left out where none is published.
    Example: guide@example.org"""
    update_policy: str
    """The times and ways of updating. Example: It is checked every six months."""
    purpose: Prose
    """The guide's purpose and audience. Example: This guide gives information about test syrup."""
    is_not: tuple[Prose, ...]
    """Limits of its purpose, one point each. Example: [It is not advice about you., It is not a medical device.]"""
    licence: str
    """The licence of its words, as a sentence. Example: The words may be shared under CC BY 4.0."""
    licence_url: str = ""
    """The address of that licence. Example: 'https://creativecommons.org/licenses/by/4.0/'"""
    code_licence: str
    """The licence of the program, as a sentence. Example: The program is under the MIT licence."""

    @property
    def order(self) -> tuple[str, ...]:
        """Section ids in reading order."""
        return tuple(section for part in self.parts for section in part.sections)


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
    overdue: Overdue = NOTHING_OVERDUE
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
