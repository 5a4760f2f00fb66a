"""The glossary: terms and their meanings."""

import msgspec

from ketaguide.model.prose import Prose


class Term(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A word and its meaning in plain words."""

    id: str
    term: str
    meaning: Prose
    also: tuple[str, ...] = ()
    """Other names, lay words and abbreviations."""
    say: str = ""
    """Pronunciation, written as it sounds: "KEET-a-meen"."""
    section: str = ""
    """The page with more detail."""
    cites: tuple[str, ...] = ()


class Glossary(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All terms, in file order; views sort them."""

    terms: tuple[Term, ...]
