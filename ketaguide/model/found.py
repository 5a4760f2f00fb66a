"""What a search came to: typed results that every view shows the same way."""

from typing import Literal

import msgspec

FoundKind = Literal["section", "faq", "term", "contact", "myth"]


class Bit(msgspec.Struct, frozen=True):
    """A run of text, and whether it is what was looked for."""

    text: str
    marked: bool = False


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """One result: what it is, where it stands, and the words that made it one."""

    kind: FoundKind
    id: str
    """Of the section, question, term or contact; of a myth, its words."""
    section: str = ""
    """The page it stands on; for a section itself the same as `id`."""
    title: str
    matched: tuple[str, ...]
    """The words that were found in its title, other names or text, each once, in small letters."""
    snippet: tuple[Bit, ...]


class Results(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that one search came to, the nearest first."""

    asked: bool = False
    """Whether there was a word to look for."""
    corrected: str = ""
    """What was looked for in place of what was typed, where that was misspelt."""
    expansions: tuple[str, ...] = ()
    """The guide's own words for what was typed, looked for as well."""
    distress: bool = False
    """Whether to show who to call above everything else. Says nothing about whoever typed."""
    found: tuple[Found, ...] = ()
