"""The type of each content file, for the reader and for the editor schemas."""

from typing import Any

import msgspec

from ketaguide.model.ask import Asks
from ketaguide.model.contact import Contact
from ketaguide.model.edition import EditionMeta
from ketaguide.model.evidence import Claim, Source
from ketaguide.model.glossary import Glossary
from ketaguide.model.guide import Section
from ketaguide.model.home import Home
from ketaguide.model.interface import Interface
from ketaguide.model.meta import Meta
from ketaguide.model.options import Options
from ketaguide.model.profile import Profile
from ketaguide.model.quiz import Quiz
from ketaguide.model.search_words import SearchWords
from ketaguide.model.speech import Speech
from ketaguide.model.topics import Topics
from ketaguide.model.wording import Wording


class TranslatedText(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One text in the language of an edition. It stands only while the words that it was made from have not changed."""

    of: str
    """The way to those words. Example: contacts/samaritans/for_whom"""
    mark: str
    """The mark of those words, from the worksheet. Example: kqvmwzra"""
    text: str
    """The translation. Example: unrhyw un sydd angen siarad"""


class Translated(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """guide.yaml, profile.yaml, contacts.yaml or evidence.yaml of an edition, written by `ketaguide edition import`."""

    words: tuple[TranslatedText, ...]
    """The texts, in any order."""


class ClaimsFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """evidence.yaml."""

    claims: tuple[Claim, ...]
    """Every claim that pages may cite."""


class SourcesFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """sources.yaml."""

    sources: tuple[Source, ...]
    """Every publication that claims rest on."""


class ContactsFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """contacts.yaml."""

    contacts: tuple[Contact, ...]
    """Every service that pages may name."""


SHARED: dict[str, type[Any]] = {
    "guide": Meta,
    "evidence": ClaimsFile,
    "sources": SourcesFile,
    "contacts": ContactsFile,
    "topics": Topics,
    "wording": Wording,
}
"""Files at the top of a content folder, by name without extension."""

IN_WORDS_OF: tuple[str, ...] = ("guide", "contacts", "evidence", "profile")
"""Those of them, and the profile, that an edition may hold in its own words, as `Translated`; titles of publications stay."""

OF_EDITION: dict[str, type[Any]] = {
    "home": Home,
    "glossary": Glossary,
    "quiz": Quiz,
    "questions": Asks,
    "interface": Interface,
    "search": SearchWords,
    "speech": Speech,
    "options": Options,
}
"""Files of one edition, by name without extension."""


def field_of(name: str) -> str:
    """The field of `Edition` that holds a file of an edition."""
    return "asks" if name == "questions" else name


DECLARED: type[EditionMeta] = EditionMeta
"""The type of the file that makes a folder an edition."""
PAGE: type[Section] = Section
"""The type of each file in an edition's `sections` folder."""

PROFILE: type[Profile] = Profile
"""The type of each file in the `profile` folder."""

OF_WEB = ("CHANGELOG.md", "share.png")
"""Files at the top of a content folder that only the web pages use: what has changed, and the picture shown with a link."""
GENERATED = frozenset({"schema", "guide.bundle", "first-page", "description.txt", *OF_WEB})
"""Names beside the files that are read: files made of the content, and files that the web pages add."""


WORKSHEET = "worksheet.csv"
"""The worksheet in the folder of an edition, as it was last imported; the reader ignores it."""


def structs_of(*types: Any) -> list[type[msgspec.Struct]]:
    """Every class that some types are made of, once, each before its parts; without types, those of all content files."""
    found: dict[type[msgspec.Struct], None] = {}
    for type_ in types or (*SHARED.values(), PROFILE, DECLARED, PAGE, *OF_EDITION.values()):
        _collect(type_, found)
    return list(found)


def _collect(type_: Any, found: dict[type[msgspec.Struct], None]) -> None:
    if isinstance(type_, type) and issubclass(type_, msgspec.Struct):
        if type_ not in found:
            found[type_] = None
            for field in msgspec.structs.fields(type_):
                _collect(field.type, found)
    else:
        for part in getattr(type_, "__args__", ()):
            _collect(part, found)
