"""Evidence: claims with their figures, certainty, date and sources."""

from typing import Annotated, Literal

import msgspec

from ketaguide.model.base import StrictStruct
from ketaguide.model.contact import Nation
from ketaguide.model.text_forms import Month

Certainty = Literal["high", "moderate", "low", "very-low", "not-rated"]
Volatility = Literal["stable", "may-change"]
Per100 = Annotated[int, msgspec.Meta(ge=0, le=100)]
Count = Annotated[int, msgspec.Meta(ge=0)]


class Source(StrictStruct, frozen=True, kw_only=True):
    """A publication; `url` is set only when the publication's own address is known."""

    id: str
    """Unique among the sources. Example: syrup-trial"""
    title: str
    """Its title as published. Example: 'Test syrup or test water: a trial'"""
    publisher: str
    """The publisher. Example: Test Journal"""
    year: str = ""
    """Four digits, or empty where the publication shows no date. Example: '2022'"""
    url: str = ""
    """Its own address, never that of a copy. Example: 'https://example.org/syrup-trial'"""


class Arm(StrictStruct, frozen=True, kw_only=True):
    """One group of a study: the treatment actually given, and the number of people with the outcome."""

    name: str
    """The treatment this group was given. Example: test syrup"""
    per100: Per100
    """People with the outcome, out of 100. Example: 55"""
    events: Count | None = None
    """People with the outcome, as counted. Example: 108"""
    total: Count | None = None
    """People in the group. Example: 195"""
    low100: Per100 | None = None
    """The lower end of its range, out of 100. Example: 48"""
    high100: Per100 | None = None
    """The upper end of its range, out of 100. Example: 62"""


class Figure(StrictStruct, frozen=True, kw_only=True):
    """One measured outcome; the group treated comes first among the arms."""

    measure: str
    """Short id, unique in the claim: "response", "thirst", "hiccups". Example: response"""
    outcome: str
    """The outcome in plain words, as the end of "people who …": "had at least half their symptoms lift".
    Example: had at least half their symptoms lift"""
    arms: tuple[Arm, ...]
    """The groups that were compared."""
    when: str
    """The time of measurement, in words. Example: After 3 weeks"""
    who: str
    """The people studied and their number. Example: 365 test people"""
    comparison: str = ""
    """The treatments compared, and in which trials: figures with the same may share a fact box. Example: syrup-water-trial"""
    note: str = ""
    """A remark that a reader needs with the figure. Example: The trials counted what people said unasked."""


class Claim(StrictStruct, frozen=True, kw_only=True):
    """One sourced statement that the guide may make."""

    id: str
    """Unique among the claims. Example: syrup-harm"""
    topic: str
    """The topic it belongs to. Example: risk"""
    statement: str
    """The claim in our own words. Example: Hiccups are common in the first hours."""
    certainty: Certainty
    """The certainty. Example: moderate"""
    certainty_from: Literal["source", "editor"]
    """"source" where the publication graded it, "editor" where the guide's writers judged. Example: source"""
    verified: bool
    """True once somebody has read the publication. Example: true"""
    as_of: Month
    """Publication date; if the publication shows none, the month in which a saved copy of it was read. Example: 2024-03"""
    dated: bool = True
    """True when the publication shows its date. Example: false"""
    as_of_note: str = ""
    """Words on the date. Example: the day of the review"""
    volatility: Volatility = "stable"
    """The likelihood of change: stable, or may-change. Example: may-change"""
    nations: tuple[Nation, ...] = ()
    """The nations it holds for; left out where it holds for all. Example: [scotland]"""
    caveat: str = ""
    """The limits that must be said with it. Example: People knew what they had."""
    funding: str = ""
    """The study's funding, as a sentence; empty where we could not confirm it. Example: The maker paid for the trial."""
    figures: tuple[Figure, ...] = ()
    """Its numbers, which live here alone."""
    sources: tuple[str, ...]
    """Ids from sources.yaml. Example: [syrup-trial]"""

    def figure(self, measure: str) -> Figure | None:
        """The figure with that measure, or None."""
        return next((figure for figure in self.figures if figure.measure == measure), None)
