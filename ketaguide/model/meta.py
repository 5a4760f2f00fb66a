"""guide.yaml: a guide's title, table of contents, roles of its pages, authorship and review state."""

from typing import Literal

from ketaguide.model.base import StrictStruct
from ketaguide.model.prose import Prose
from ketaguide.model.text_forms import Day, OpenDay, WriteTo

FORMAT = 1
"""The content format this program reads; guide.yaml states its own."""


class Part(StrictStruct, frozen=True, kw_only=True):
    """A group of pages in the table of contents."""

    id: str
    """Unique among the parts. Example: syrup"""
    title: str
    """The heading over its pages. Example: About the syrup"""
    sections: tuple[str, ...]
    """Ids of its pages, in reading order. Example: [first-day, risks]"""


class PathStep(StrictStruct, frozen=True, kw_only=True):
    """One step of a reading path: a page, or its summary with what is named here."""

    section: str
    """The id of a page. Example: risks"""
    whole: bool = False
    """True for the whole page; else its summary. Example: true"""
    tables: int = 0
    """The number of its first tables to show under the summary. Example: 1"""
    questions: tuple[str, ...] = ()
    """Ids from questions.yaml, to pick and take along. Example: [ask-how-long, ask-who-pays]"""


class ReadingPath(StrictStruct, frozen=True, kw_only=True):
    """An ordered reading list for a number of minutes."""

    minutes: int
    """The reading time that is promised. Example: 5"""
    steps: tuple[PathStep, ...]
    """The pages, in reading order."""


class Review(StrictStruct, frozen=True, kw_only=True):
    """Clinical review. The fields stay empty until a named role has signed."""

    role: str = ""
    """The role of the reviewer; no name. Example: Consultant in syrups"""
    date: OpenDay = ""
    """The day of the review. Example: 2026-11-26"""
    next_date: OpenDay = ""
    """The day by which it is due again. Example: 2027-11-26"""


class Balance(StrictStruct, frozen=True, kw_only=True):
    """Claims that may not stand alone; `ketaguide check` holds every page to it."""

    together: tuple[tuple[str, ...], ...] = ()
    """Groups of claims that disagree: a page that cites one cites all. Example: [[syrup-response, syrup-no-response]]"""
    no_clear_difference: tuple[str, ...] = ()
    """Trials that found none: a page with two or more pictures of a better result cites them all.
    Example: [second-trial, third-trial]"""
    beside_benefit: tuple[str, ...] = ()
    """Pages to which a page with a picture of benefit links: its risks, and how long it lasts.
    Example: [risks, how-long]"""


class Roles(StrictStruct, frozen=True, kw_only=True):
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


class Subject(StrictStruct, frozen=True, kw_only=True):
    """A subject of the guide, for search engines."""

    kind: Literal["MedicalCondition", "MedicalTherapy", "Drug"]
    """Its kind, in the words of schema.org. Example: Drug"""
    name: str
    """Its name. Example: Test syrup"""


class PageAspect(StrictStruct, frozen=True, kw_only=True):
    """The aspect of health that a page is about, for search engines."""

    page: str
    """The id of a page. Example: risks"""
    aspect: Literal[
        "Effectiveness", "GettingAccess", "HowItWorks", "LivingWith", "Misconceptions", "Overview", "Safety", "SeeDoctor",
        "SelfCare", "SideEffects", "Treatments", "Types", "UsageOrSchedule",
    ]  # fmt: skip
    """The aspect, in the words of schema.org. Example: SideEffects"""


class Meta(StrictStruct, frozen=True, kw_only=True):
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
