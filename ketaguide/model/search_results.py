"""Search results: typed values that every view shows the same way."""

from typing import Literal

import msgspec

from ketaguide.model.contact import Nation

ResultKind = Literal["section", "faq", "term", "contact", "myth", "nation"]


class Bit(msgspec.Struct, frozen=True):
    """A run of text, marked when it matched the query."""

    text: str
    marked: bool = False


class SearchResult(msgspec.Struct, frozen=True, kw_only=True):
    """One result: its kind, its location and the words that matched."""

    kind: ResultKind
    id: str
    """Id of the section, question, term, contact or nation; for a myth, its saying."""
    section: str = ""
    """The page that contains it; for a section, the same as `id`."""
    title: str
    matched: tuple[str, ...]
    """Words that matched in its title, other names or text: lower case, without duplicates."""
    snippet: tuple[Bit, ...]
    """The sentence that answers, or the text around the match, to be shown below the title."""
    heading: str = ""
    """The heading of the page that the answer stands under, as one reader sees it; empty before the first."""
    sentence: str = ""
    """The sentence that answers, whole and as the page has it: a view opens the page there and marks it."""


class PlaceNote(msgspec.Struct, frozen=True):
    """A place in the query and the nations that have one of that name: said above the results."""

    name: str
    nations: tuple[Nation, ...]


class Results(msgspec.Struct, frozen=True, kw_only=True):
    """All results of one search, best first."""

    asked: bool = False
    """True when the query was not blank."""
    corrected: str = ""
    """The corrected query, if the typed one was misspelt; searched for with `as_typed`, it is not corrected."""
    typed: str = ""
    """The words as they were typed, where they were corrected: the way to undo it offers them."""
    place: PlaceNote | None = None
    near: tuple[SearchResult, ...] = ()
    """Two questions where nothing was found: those nearest to the words, or else the most asked."""
    is_near: bool = True
    """False where no question is near to the words, and `near` holds the most asked ones of the first page."""
    expansions: tuple[str, ...] = ()
    """The guide's own terms for the query, searched for as well."""
    distress: bool = False
    """True when crisis numbers must stand above the results. Implies nothing about the reader."""
    found: tuple[SearchResult, ...] = ()
