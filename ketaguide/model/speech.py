"""How written words are said by a program that reads aloud."""

import msgspec


class Saying(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A word as it is written, and letters that make a voice say it rightly."""

    written: str
    """Matched as a whole word; written in small letters it also matches with capitals."""
    say: str


class Speech(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """speech.yaml of one variant."""

    sayings: tuple[Saying, ...] = ()
    dot: str = "dot"
    """The dots of a website's address."""
    slash: str = "slash"
    pounds: str = "pounds"
    """Said after an amount of money."""
