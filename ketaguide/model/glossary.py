"""Words explained."""

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
    """How to say it, written as it sounds: "KEET-a-meen"."""
    section: str = ""
    """The page that tells more."""
    cites: tuple[str, ...] = ()


class Glossary(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All terms, in the order of the file; views sort them."""

    terms: tuple[Term, ...]
