"""Pronunciations for narration."""

import msgspec


class Saying(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A written word, and a respelling that a voice pronounces correctly."""

    written: str
    """Matched as a whole word; in lower case, it also matches with a capital first letter. Example: SYRP"""
    say: str
    """The respelling. Example: syrup"""


class Speech(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """speech.yaml of one edition."""

    sayings: tuple[Saying, ...] = ()
    """The words that a voice gets wrong."""
    dot: str = "dot"
    """Spoken form of a dot in a web address. Example: dot"""
    slash: str = "slash"
    """Spoken form of a slash in a web address. Example: slash"""
    pounds: str = "pounds"
    """Spoken after an amount of money. Example: pounds"""
