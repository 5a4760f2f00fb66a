"""The glossary: terms and their meanings."""

from ketaguide.model.base import StrictStruct
from ketaguide.model.prose import Prose


class Term(StrictStruct, frozen=True, kw_only=True):
    """A word and its meaning in plain words."""

    id: str
    """Unique in the glossary; links name it. Example: test-syrup"""
    term: str
    """The word as written in sentences. Example: test syrup"""
    meaning: Prose
    """Its meaning in plain words. Example: An invented medicine."""
    also: tuple[str, ...] = ()
    """Other names, lay words and abbreviations. Example: [red syrup]"""
    say: str = ""
    """Pronunciation, written as it sounds: "SIH-rup". Example: test SIH-rup"""
    section: str = ""
    """The page with more detail. Example: risks"""
    cites: tuple[str, ...] = ()
    """Ids of the claims that support the meaning. Example: [syrup-harm]"""


class Glossary(StrictStruct, frozen=True, kw_only=True):
    """All terms, in file order; views sort them."""

    terms: tuple[Term, ...]
    """The words, in any order."""
