"""Search results: typed values that every view shows the same way."""

from typing import Literal

import msgspec

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


class Results(msgspec.Struct, frozen=True, kw_only=True):
    """All results of one search, best first."""

    asked: bool = False
    """True when the query was not blank."""
    corrected: str = ""
    """The corrected query, if the typed one was misspelt."""
    expansions: tuple[str, ...] = ()
    """The guide's own terms for the query, searched for as well."""
    distress: bool = False
    """True when crisis numbers must stand above the results. Implies nothing about the reader."""
    found: tuple[SearchResult, ...] = ()
