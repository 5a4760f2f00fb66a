"""Reads a content folder into a `Guide`, collecting every problem."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import msgspec

from ketaguide.loading.file_reader import FileReader
from ketaguide.loading.file_types import GENERATED, ClaimsFile, ContactsFile, SourcesFile
from ketaguide.loading.invariants import broken_invariants
from ketaguide.loading.problem import Places, Problem, ordered
from ketaguide.model.ask import Asks
from ketaguide.model.contact import Contact
from ketaguide.model.evidence import Claim, Source
from ketaguide.model.glossary import Glossary
from ketaguide.model.guide import FORMAT, SHORT, STANDARD, Edition, EditionId, Guide, Meta, Section
from ketaguide.model.home import Home
from ketaguide.model.interface import Interface
from ketaguide.model.quiz import Quiz
from ketaguide.model.search_words import SearchWords
from ketaguide.model.speech import Speech
from ketaguide.model.topics import Topics
from ketaguide.paths import content_dir

T = TypeVar("T")
Identified = TypeVar("Identified", Contact, Claim, Source)

_PAGE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\.yaml", re.ASCII)
_FOLDERS = ("", *(f"{edition_id}{below}" for edition_id in (STANDARD, SHORT) for below in ("", "/sections")))


class Loaded(NamedTuple):
    """The result of reading a folder: the guide if it is valid, every problem, every position."""

    guide: Guide | None
    problems: tuple[Problem, ...]
    places: Places
    draft: Guide | None = None
    """The guide even if it is invalid, for the checker; None if a file could not be read."""


def read_guide(folder: Path) -> Loaded:
    """Read every file of a content folder. Never raises for bad contents or operating system errors."""
    reader = _Reader(folder)
    draft = reader.guide()
    places = Places(reader.files.marks, _unasked(reader.files))
    problems = list(reader.files.problems)
    if draft is not None:
        problems += broken_invariants(draft, places, reader.words or draft.editions[STANDARD].interface)
    return Loaded(None if problems else draft, tuple(ordered(problems)), places, draft)


def _unasked(files: FileReader) -> Iterator[str]:
    """Yield files that exist and were not read."""
    folders = [folder for folder in _FOLDERS if folder in files.listed]
    for folder in folders:
        for name in files.listed[folder]:
            file = f"{folder}/{name}".lstrip("/")
            if file not in files.marks and file not in folders and file not in GENERATED:
                yield file


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
        claims = self.files.file("evidence.yaml", ClaimsFile)
        sources = self.files.file("sources.yaml", SourcesFile)
        contacts = self.files.file("contacts.yaml", ContactsFile)
        topics = self.files.file("topics.yaml", Topics) if self.files.has("topics.yaml") else Topics()
        standard = self._standard()
        short = self._short(standard) if self.files.has(SHORT) else None
        failed = len(self.files.problems)
        guide = None
        if meta and claims and sources and contacts and topics and standard:
            guide = Guide(
                meta=meta,
                editions={STANDARD: standard} | ({SHORT: short} if short else {}),
                contacts=self._by_id("contacts.yaml", "contacts", contacts.contacts),
                claims=self._by_id("evidence.yaml", "claims", claims.claims),
                sources=self._by_id("sources.yaml", "sources", sources.sources),
                topics=topics,
            )
        return None if failed else guide

    def _standard(self) -> Edition | None:
        self.files.names(STANDARD)
        sections = self._sections(STANDARD)
        home = self.files.file(f"{STANDARD}/home.yaml", Home)
        glossary = self.files.file(f"{STANDARD}/glossary.yaml", Glossary)
        quiz = self.files.file(f"{STANDARD}/quiz.yaml", Quiz)
        asks = self.files.file(f"{STANDARD}/questions.yaml", Asks)
        interface = self._interface(f"{STANDARD}/interface.yaml")
        search = self._search(f"{STANDARD}/search.yaml")
        speech = self._speech(f"{STANDARD}/speech.yaml")
        if not (home and glossary and quiz and asks and interface and search and speech):
            return None
        return Edition(
            edition_id=STANDARD, home=home, sections=sections, glossary=glossary, quiz=quiz, asks=asks, interface=interface,
            search=search, speech=speech,
        )  # fmt: skip

    def _interface(self, file: str) -> Interface | None:
        """The interface text: the guide's own, or else the shipped one."""
        if self.files.is_folder(content_dir()):
            self.words = self.files.file(file, Interface)
            return self.words
        shipped = FileReader(content_dir())
        self.words = shipped.file(file, Interface)
        if self.files.has(file):
            return self.files.file(file, Interface)
        for problem in shipped.problems:
            message = f"the program's own words cannot be read ({problem.message})"
            self.files.report(file, (), "file", message, "install the program again")
        return self.words

    def _search(self, file: str) -> SearchWords | None:
        """The search vocabulary: the guide's own or else the shipped one, always with the shipped words of distress."""
        if self.files.is_folder(content_dir()):
            return self.files.file(file, SearchWords)
        shipped = FileReader(content_dir()).file(file, SearchWords)
        if not self.files.has(file):
            return shipped or SearchWords(synonyms=(), distress=(), stop_words=())
        own = self.files.file(file, SearchWords)
        if own and shipped:
            own = msgspec.structs.replace(own, distress=tuple(dict.fromkeys((*shipped.distress, *own.distress))))
        return own

    def _speech(self, file: str) -> Speech | None:
        """The pronunciation table: the guide's own, or else the shipped one."""
        if self.files.has(file) or self.files.is_folder(content_dir()):
            return self.files.file(file, Speech)
        return FileReader(content_dir()).file(file, Speech) or Speech()

    def _short(self, standard: Edition | None) -> Edition | None:
        """The short edition; missing files fall back to the standard edition."""
        self.files.names(SHORT)

        def own(name: str, type_: type[T]) -> T | None:
            file = f"{SHORT}/{name}.yaml"
            return self.files.file(file, type_) if self.files.has(file) else None

        sections = self._sections(SHORT)
        home = own("home", Home) or (standard and standard.home)
        glossary = own("glossary", Glossary) or (standard and standard.glossary)
        quiz = own("quiz", Quiz) or (standard and standard.quiz)
        asks = own("questions", Asks) or (standard and standard.asks)
        interface = own("interface", Interface) or (standard and standard.interface)
        search = own("search", SearchWords) or (standard and standard.search)
        speech = own("speech", Speech) or (standard and standard.speech)
        if not (home and glossary and quiz and asks and interface and search and speech):
            return None
        return Edition(
            edition_id=SHORT, home=home, sections=sections, glossary=glossary, quiz=quiz, asks=asks, interface=interface,
            search=search, speech=speech,
        )  # fmt: skip

    def _sections(self, edition_id: EditionId) -> dict[str, Section]:
        folder = f"{edition_id}/sections"
        found: dict[str, Section] = {}
        for name in self.files.names(folder) if edition_id == STANDARD or self.files.has(folder) else ():
            if not _PAGE.fullmatch(name):
                continue  # reported by the rule on unexpected files
            file = f"{folder}/{name}"
            stem = name.removesuffix(".yaml")
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
                # Kept under another key, so that later items keep their index in the file.
                found[f"{item.id} ({index})"] = item
            else:
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
