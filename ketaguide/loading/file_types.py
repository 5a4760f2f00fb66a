"""The type of each content file, and the values in each file of a guide."""

from collections.abc import Iterator
from typing import Any

import msgspec

from ketaguide.model.ask import Asks
from ketaguide.model.base import StrictStruct
from ketaguide.model.contact import Contact
from ketaguide.model.edition import EditionMeta
from ketaguide.model.evidence import Claim, Source
from ketaguide.model.glossary import Glossary
from ketaguide.model.guide import Guide, Section
from ketaguide.model.home import Home
from ketaguide.model.interface import Interface
from ketaguide.model.meta import Meta
from ketaguide.model.options import Options
from ketaguide.model.profile import Profile
from ketaguide.model.quiz import Quiz
from ketaguide.model.search_words import SearchWords
from ketaguide.model.speech import Speech
from ketaguide.model.topics import Topics
from ketaguide.model.walk import Path, structs
from ketaguide.model.wording import Wording


class TranslatedText(StrictStruct, frozen=True, kw_only=True):
    """One text in the language of an edition. It stands only while the words that it was made from have not changed."""

    of: str
    """The way to those words. Example: contacts/samaritans/for_whom"""
    mark: str
    """The mark of those words, from the worksheet. Example: kqvmwzra"""
    text: str
    """The translation. Example: unrhyw un sydd angen siarad"""


class Translated(StrictStruct, frozen=True, kw_only=True):
    """guide.yaml, profile.yaml, contacts.yaml or evidence.yaml of an edition, written by `ketaguide edition import`."""

    words: tuple[TranslatedText, ...]
    """The texts, in any order."""


class ClaimsFile(StrictStruct, frozen=True, kw_only=True):
    """evidence.yaml."""

    claims: tuple[Claim, ...]
    """Every claim that pages may cite."""


class SourcesFile(StrictStruct, frozen=True, kw_only=True):
    """sources.yaml."""

    sources: tuple[Source, ...]
    """Every publication that claims rest on."""


class ContactsFile(StrictStruct, frozen=True, kw_only=True):
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


OF_WEB = ("CHANGELOG.md", "share.png")
"""Files at the top of a content folder that only the web pages use: what has changed, and the picture shown with a link."""
GENERATED = frozenset({"schema", "guide.bundle", "first-page", "description.txt", *OF_WEB})
"""Names beside the files that are read: files made of the content, and files that the web pages add."""

WORKSHEET = "worksheet.csv"
"""The worksheet in the folder of an edition, as it was last imported; the reader ignores it."""


def structs_of(*types: Any) -> list[type[msgspec.Struct]]:
    """Every class that some types are made of, once, each before its parts; without types, those of all content files."""
    found: dict[type[msgspec.Struct], None] = {}
    waiting = list(types or (*SHARED.values(), Profile, EditionMeta, Section, *OF_EDITION.values()))
    while waiting:
        type_ = waiting.pop(0)
        if not (isinstance(type_, type) and issubclass(type_, msgspec.Struct)):
            waiting[:0] = getattr(type_, "__args__", ())
        elif type_ not in found:
            found[type_] = None
            waiting[:0] = [field.type for field in msgspec.structs.fields(type_)]
    return list(found)


GuidePart = tuple[str, Path, Any]
"""(file, path in the file, value)."""


def guide_parts(guide: Guide) -> Iterator[GuidePart]:
    """Yield every value that has fields, but for words of the program and the rules of a language."""
    files: list[GuidePart] = [("guide.yaml", (), guide.meta), ("topics.yaml", (), guide.topics)]
    files += (("evidence.yaml", ("claims", at), claim) for at, claim in enumerate(guide.claims.values()))
    files += (("contacts.yaml", ("contacts", at), one) for at, one in enumerate(guide.contacts.values()))
    for edition_id, edition in guide.editions.items():
        named = ((name, getattr(edition, field_of(name))) for name in OF_EDITION if name != "interface")
        files += ((f"{edition_id}/{name}.yaml", (), value) for name, value in named)
        files += ((f"{edition_id}/sections/{name}.yaml", (), page) for name, page in edition.sections.items())
    for file, start, value in files:
        yield from ((file, path, part) for path, part in structs(value, start))
