"""Evidence: claims with their figures, certainty, date and sources."""

from typing import Annotated, Literal

import msgspec

from ketaguide.model.contact import Nation
from ketaguide.model.day import Month

Certainty = Literal["high", "moderate", "low", "very-low", "not-rated"]
Volatility = Literal["stable", "may-change"]
Per100 = Annotated[int, msgspec.Meta(ge=0, le=100)]
Count = Annotated[int, msgspec.Meta(ge=0)]


class Source(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A publication; `url` is set only when the publication's own address is known."""

    id: str
    title: str
    publisher: str
    year: str = ""
    """Four digits, or empty where the publication shows no date."""
    url: str = ""


class Arm(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One group of a study: the treatment actually given, and the number of people with the outcome."""

    name: str
    per100: Per100
    events: Count | None = None
    total: Count | None = None
    low100: Per100 | None = None
    high100: Per100 | None = None


class Figure(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One measured outcome; the group treated comes first among the arms."""

    measure: str
    """Short id, unique in the claim: "response", "relapse", "nausea"."""
    outcome: str
    """The outcome in plain words, as the end of "people who …": "had at least half their symptoms lift"."""
    arms: tuple[Arm, ...]
    when: str
    """The time of measurement, in words."""
    who: str
    """The people studied and their number."""
    note: str = ""


class Claim(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One sourced statement that the guide may make."""

    id: str
    topic: str
    statement: str
    certainty: Certainty
    certainty_from: Literal["source", "editor"]
    """"source" where the publication graded it, "editor" where the guide's writers judged."""
    verified: bool
    as_of: Month
    """Publication date; if the publication shows none, the month in which a saved copy of it was read."""
    dated: bool = True
    """True when the publication shows its date."""
    as_of_note: str = ""
    volatility: Volatility = "stable"
    nations: tuple[Nation, ...] = ()
    caveat: str = ""
    funding: str = ""
    """The study's funding, as a sentence; empty where we could not confirm it."""
    figures: tuple[Figure, ...] = ()
    sources: tuple[str, ...]

    def figure(self, measure: str) -> Figure | None:
        """The figure with that measure, or None."""
        return next((figure for figure in self.figures if figure.measure == measure), None)
