"""The glossary: terms and their meanings."""

import msgspec

from ketaguide.model.prose import Prose


class Term(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A word and its meaning in plain words."""

    id: str
    """Unique in the glossary; links name it. Example: dissociation"""
    term: str
    """The word as written in sentences. Example: dissociation"""
    meaning: Prose
    """Its meaning in plain words. Example: Feeling cut off from your body or from what is around you."""
    also: tuple[str, ...] = ()
    """Other names, lay words and abbreviations. Example: [feeling unreal]"""
    say: str = ""
    """Pronunciation, written as it sounds: "KEET-a-meen". Example: di-soh-see-AY-shun"""
    section: str = ""
    """The page with more detail. Example: risks"""
    cites: tuple[str, ...] = ()
    """Ids of the claims that support the meaning. Example: [risk-dissociation]"""


class Glossary(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All terms, in file order; views sort them."""

    terms: tuple[Term, ...]
    """The words, in any order."""
