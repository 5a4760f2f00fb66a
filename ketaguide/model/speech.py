"""Pronunciations for narration."""

from ketaguide.model.base import StrictStruct


class Saying(StrictStruct, frozen=True, kw_only=True):
    """A written word, and a respelling that a voice pronounces correctly."""

    written: str
    """Matched as a whole word; in lower case, it also matches with a capital first letter. Example: SYRP"""
    say: str
    """The respelling. Example: syrup"""


class Speech(StrictStruct, frozen=True, kw_only=True):
    """speech.yaml of one edition."""

    sayings: tuple[Saying, ...] = ()
    """The words that a voice gets wrong."""
    dot: str = "dot"
    """Spoken form of a dot in a web address. Example: dot"""
    slash: str = "slash"
    """Spoken form of a slash in a web address. Example: slash"""
    pounds: str = "pounds"
    """Spoken after an amount of money. Example: pounds"""
