"""The declaration of an edition: its language, and the rules of it that the program needs."""

from typing import Literal

from ketaguide.model.base import StrictStruct
from ketaguide.model.plurals import Plurals

EditionId = str
"""The name of an edition's folder; empty for the guide's first edition."""


class DateForms(StrictStruct, frozen=True, kw_only=True):
    """The order of the parts of a date. A year alone is written as it is."""

    day: str
    """A whole date. Example: '{day} {month} {year}'"""
    month: str
    """A month of a year. Example: '{month} {year}'"""


class ListForms(StrictStruct, frozen=True, kw_only=True):
    """Words joined to a list. Source: Unicode CLDR, list patterns."""

    between: str
    """Between all but the last two. Example: ', '"""
    last: str
    """Between the last two. Example: ' and '"""


class EditionMeta(StrictStruct, frozen=True, kw_only=True):
    """edition.yaml: an edition's language, and where its words come from if it has none of its own.

    An edition with a base in the same language takes the rules of the language from it.
    """

    id: str
    """The name of its folder. Example: en-short"""
    name: str
    """Its name, where readers choose how the guide is written, in its own language. Example: Short and simple"""
    language: str
    """Its language, as a BCP 47 tag. Example: en-GB"""
    direction: Literal["ltr", "rtl"] = "ltr"
    """The direction of its writing. Example: ltr"""
    base: EditionId = ""
    """The edition that it was made from, whose words stand where it has none; left out for the first. Example: en"""
    role: Literal["", "short"] = ""
    """short if it is the short form of its base, to which one key leads. Example: short"""
    draft: bool = False
    """True while it lacks words that it needs: it is shown to nobody. Example: true"""
    folder: str = ""
    """Its folder among the web pages, if it is not its id. Example: short"""
    note: str = ""
    """A sentence on it for those who choose. Example: 'Short pages give the main points, in short sentences.'"""
    missing: str = ""
    """Said above a page that it has not. Example: This page has no short version yet. Here is the standard page."""
    older: str = ""
    """Said above a page whose base page has changed. Example: The standard page is newer than this one."""
    longest_sentence: int = 0
    """The most words in a sentence; left out to have no limit. Example: 15"""
    mean_sentence: int = 0
    """The most words in the sentences of a page on average; left out to have no limit. Example: 20"""
    months: tuple[str, ...] = ()
    """The names of the twelve months, as a date has them. Example: [January, February]"""
    dates: DateForms | None = None
    """The forms of a date."""
    lists: ListForms | None = None
    """The form of a list in a sentence."""
    plurals: Plurals | None = None
    """The forms of counted words, beyond `other`, and the numbers that take each."""
    stems: Literal["", "english", "none"] = ""
    """The rules by which a search finds other forms of a word. Example: english"""
    voice: str = ""
    """The voice that reads it aloud, as `espeak-ng --voices` names it. Example: en-gb"""

    @property
    def path(self) -> str:
        """Its folder among the web pages; empty for the first edition, whose pages stand at the top."""
        return (self.folder or self.id) if self.base else ""


OF_LANGUAGE = ("months", "dates", "lists", "plurals", "stems", "voice")
"""Fields that an edition takes from a base in the same language."""


def primary(language: str) -> str:
    """The language of a BCP 47 tag without region or script: "en" for "en-GB"."""
    return language.partition("-")[0].lower()
