"""Reads a content folder or a pack into a `Guide`, collecting every problem."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import msgspec

from ketaguide.crisis import HELP_PAGE
from ketaguide.loading.editions import declared_editions
from ketaguide.loading.file_reader import FileReader
from ketaguide.loading.file_types import (
    GENERATED,
    OF_EDITION,
    WORKSHEET,
    ClaimsFile,
    ContactsFile,
    SourcesFile,
    field_of,
)
from ketaguide.loading.invariants import broken_invariants
from ketaguide.loading.pack import unlike_manifest
from ketaguide.loading.problem import Places, Problem, ordered
from ketaguide.loading.profile import read_profile
from ketaguide.loading.translated import in_own_words
from ketaguide.model.ask import Asks
from ketaguide.model.contact import Contact
from ketaguide.model.edition import EditionId, EditionMeta, primary
from ketaguide.model.evidence import Claim, Source
from ketaguide.model.glossary import Glossary
from ketaguide.model.guide import Edition, Guide, Section
from ketaguide.model.home import LONGEST_ANSWER, MOST_QUESTIONS, Home, HomeQuestion
from ketaguide.model.interface import Interface
from ketaguide.model.meta import FORMAT, Meta
from ketaguide.model.options import Options
from ketaguide.model.quiz import Quiz
from ketaguide.model.search_words import SearchWords
from ketaguide.model.speech import Speech
from ketaguide.model.text_forms import ID
from ketaguide.model.topics import Topics
from ketaguide.model.wording import Wording
from ketaguide.paths import content_dir

T = TypeVar("T")
Identified = TypeVar("Identified", Contact, Claim, Source)


class Loaded(NamedTuple):
    """The result of reading a folder: the guide if it is valid, every problem, every position."""

    guide: Guide | None
    problems: tuple[Problem, ...]
    places: Places
    draft: Guide | None = None
    """The guide even if it is invalid, for the checker; None if a file could not be read."""


def read_guide(folder: Path) -> Loaded:
    """Read every file of a content folder or a pack. Never raises for bad contents or operating system errors."""
    reader = _Reader(folder)
    draft = reader.guide()
    places = Places(reader.files.marks, _unasked(reader.files))
    problems = list(reader.files.problems)
    if draft is not None:
        problems += unlike_manifest(reader.files.folder, draft.meta)
        problems += broken_invariants(draft, places, reader.words or draft.first.interface)
    return Loaded(None if problems else draft, tuple(ordered(problems)), places, draft)


def _unasked(files: FileReader) -> Iterator[str]:
    """Yield files that exist and were not read."""
    for folder, names in files.listed.items():
        for name in names:
            file = f"{folder}/{name}".lstrip("/")
            if file not in files.marks and file not in files.listed and file not in GENERATED and name != WORKSHEET:
                yield file


_ABSENT: dict[str, Any] = {
    "home": Home(),
    "glossary": Glossary(terms=()),
    "quiz": Quiz(rounds=()),
    "questions": Asks(groups=()),
    "options": Options(),
}
"""Files of an edition that a guide need not have, with what stands for one that it has not: nothing."""
_OWN_LANGUAGE: dict[str, Any] = {
    "interface": None,
    "search": SearchWords(synonyms=(), distress=(), stop_words=()),
    "speech": Speech(),
}
"""Files of an edition that hold rules of its language: none is taken from another language. With what stands for no file."""


class _Reader:
    def __init__(self, folder: Path) -> None:
        self.files = FileReader(folder)
        self.words: Interface | None = None
        """The program's own wording, which a guide may replace."""

    def guide(self) -> Guide | None:
        self.files.names("")
        if self.files.problems or not self._format_fits(value := self.files.value("guide.yaml")):
            return None
        meta = self.files.convert("guide.yaml", Meta, value)
        claims = self._own("evidence.yaml", ClaimsFile, ClaimsFile(claims=()))
        sources = self._own("sources.yaml", SourcesFile, SourcesFile(sources=()))
        contacts = self.files.file("contacts.yaml", ContactsFile)
        profile = read_profile(self.files, meta.profile) if meta else None
        topics = self._own("topics.yaml", Topics, Topics())
        wording = self._own("wording.yaml", Wording, Wording())
        editions = self._editions(meta)
        guide = None
        if meta and profile and claims and sources and contacts and topics and wording and editions and all(editions.values()):
            own = Guide(
                meta=meta,
                editions={name: edition for name, edition in editions.items() if edition},
                contacts=self._by_id("contacts.yaml", "contacts", contacts.contacts),
                claims=self._by_id("evidence.yaml", "claims", claims.claims),
                sources=self._by_id("sources.yaml", "sources", sources.sources),
                topics=topics,
                profile=profile,
                wording=wording,
            )
            guide = in_own_words(own, self.files)
        return None if self.files.problems else guide

    def _own(self, file: str, type_: type[T], absent: T) -> T | None:
        """A file that a guide need not have, or what stands for it."""
        return self.files.file(file, type_) if self.files.has(file) else absent

    def _editions(self, guide: Meta | None) -> dict[EditionId, Edition | None]:
        """Every edition by its id, the first one first; None for one that cannot be read."""
        found: dict[EditionId, Edition | None] = {}
        for meta in declared_editions(self.files):
            base = found.get(meta.base)
            parts = {name: self._part(meta, base, name, type_) for name, type_ in OF_EDITION.items()}
            sections = self._sections(meta)
            if guide and parts["home"]:
                parts["home"] = _filled_home(parts["home"], guide, (base.sections if base else {}) | sections)
            fields = {field_of(name): part for name, part in parts.items()}
            found[meta.id] = Edition(meta=meta, sections=sections, **fields) if all(parts.values()) else None
        return found

    def _part(self, meta: EditionMeta, base: Edition | None, name: str, type_: type[Any]) -> Any:
        """A file of an edition or what stands for it: that of its base or, for the first edition, of the program."""
        file = f"{meta.id}/{name}.yaml"
        if meta.base:
            lent = getattr(base, field_of(name), None)
            is_same = base is None or primary(base.meta.language) == primary(meta.language)
        elif name in _ABSENT:
            lent, is_same = _ABSENT[name], True
        elif self.files.is_folder(content_dir()):
            return self.files.file(file, type_)
        else:
            lent, is_same = self._of_program(meta, name, type_)
        if self.files.has(file):
            value = self.files.value(file)
            if value and is_same and isinstance(lent, Interface):  # its own need hold only the words that it changes
                value = _laid_over(msgspec.to_builtins(lent), value)
            own = self.files.convert(file, type_, value) or lent
        else:
            own = lent if is_same or name not in _OWN_LANGUAGE else _OWN_LANGUAGE[name]
            if own is None and not is_same:
                own = self.files.file(file, type_)  # reports that it is missing
        if own and isinstance(lent, SearchWords):  # words of distress count in any language
            return msgspec.structs.replace(own, distress=tuple(dict.fromkeys((*lent.distress, *own.distress))))
        return own

    def _of_program(self, meta: EditionMeta, name: str, type_: type[T]) -> tuple[T | None, bool]:
        """A file of the shipped guide's first edition, without words of its subject; True if it is in the same language."""
        reader = FileReader(content_dir())
        shipping = declared_editions(reader)
        found = reader.file(f"{shipping[0].id}/{name}.yaml", type_) if shipping else None
        if isinstance(found, Interface):
            self.words = found
        if isinstance(found, SearchWords):
            found = msgspec.structs.replace(found, synonyms=(), place_words=())
        file = f"{meta.id}/{name}.yaml"
        unreadable = reader.problems if name == "search" or not self.files.has(file) else ()
        for problem in unreadable:
            message = f"the program's own words cannot be read ({problem.message})"
            self.files.report(file, (), "file", message, "install the program again")
        return found, bool(unreadable or (shipping and primary(shipping[0].language) == primary(meta.language)))

    def _sections(self, meta: EditionMeta) -> dict[str, Section]:
        folder = f"{meta.id}/sections"
        found: dict[str, Section] = {}
        for name in self.files.names(folder) if not meta.base or self.files.has(folder) else ():
            stem, file = name.removesuffix(".yaml"), f"{folder}/{name}"
            if stem == name or not ID.fullmatch(stem):
                continue  # reported by the rule on unexpected files
            if section := self.files.file(file, Section):
                if section.id != stem:
                    message = f"the id {section.id!r} is not the file's name"
                    self.files.report(file, ("id",), "id", message, f"write id: {stem}")
                found[stem] = section
        return found

    def _by_id(self, file: str, field: str, items: Iterable[Identified]) -> dict[str, Identified]:
        found: dict[str, Identified] = {}
        for index, item in enumerate(items):
            if item.id in found:
                message, hint = f"the id {item.id!r} is used twice", "give one of them another id, or remove it"
                self.files.report(file, (field, index, "id"), "id", message, hint)
            found[item.id] = item
        return found

    def _format_fits(self, value: Any) -> bool:
        written = str(value.get("format")) if isinstance(value, dict) else ""
        if not re.fullmatch("-?[0-9]{1,9}", written) or int(written) == FORMAT:
            return True  # a missing or odd value is reported with the other fields
        message = f"this content is written in format {written}, and this program reads format {FORMAT}"
        hint = "install a newer ketaguide" if int(written) > FORMAT else "install newer content"
        self.files.report("guide.yaml", ("format",), "format", message, hint)
        return False


def _filled_home(home: Home, meta: Meta, sections: Mapping[str, Section]) -> Home:
    """The first page with the guide's title and its first pages, where it has no title and no questions of its own."""
    apart = (HELP_PAGE, meta.roles.about, meta.roles.gp, meta.roles.ready)
    pages = [sections[name] for name in meta.order if name in sections and name not in apart][:MOST_QUESTIONS]
    return msgspec.structs.replace(
        home, title=home.title or meta.title, questions=home.questions or tuple(map(_question, pages))
    )


def _question(page: Section) -> HomeQuestion:
    """A page as a choice of the first page, with the first point of its summary that is short enough."""
    points = (point.text for point in page.summary)
    short = next((point for point in points if len(point) <= LONGEST_ANSWER), "")
    return HomeQuestion(text=page.title, brief=page.nav_title, answer=short, section=page.id)


def _laid_over(base: Any, value: Any) -> Any:
    """A value over another one: field by field where both have fields, else the value itself."""
    if not (isinstance(base, dict) and isinstance(value, dict)):
        return value
    return base | {name: _laid_over(base.get(name), item) for name, item in value.items()}
