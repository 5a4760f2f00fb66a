"""Reads a content folder or a pack into a `Guide`, collecting every problem."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import msgspec

from ketaguide.loading.file_reader import FileReader
from ketaguide.loading.file_types import GENERATED, OF_EDITION, ClaimsFile, ContactsFile, SourcesFile, field_of
from ketaguide.loading.invariants import broken_invariants
from ketaguide.loading.pack import unlike_manifest
from ketaguide.loading.problem import Places, Problem, ordered
from ketaguide.model.contact import Contact
from ketaguide.model.evidence import Claim, Source
from ketaguide.model.guide import FORMAT, SHORT, STANDARD, Edition, EditionId, Guide, Meta, Section
from ketaguide.model.interface import Interface
from ketaguide.model.options import Options
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
    """Read every file of a content folder or a pack. Never raises for bad contents or operating system errors."""
    reader = _Reader(folder)
    draft = reader.guide()
    places = Places(reader.files.marks, _unasked(reader.files))
    problems = list(reader.files.problems)
    if draft is not None:
        problems += unlike_manifest(reader.files.folder, draft.meta)
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


_SHIPPED: dict[str, Any] = {
    "interface": None,
    "search": SearchWords(synonyms=(), distress=(), stop_words=()),
    "speech": Speech(),
}
"""Files of an edition that content need not have, with what stands for one that cannot be read."""


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
        return _edition(STANDARD, sections, {name: self._part(name, type_) for name, type_ in OF_EDITION.items()})

    def _part(self, name: str, type_: type[Any]) -> Any:
        """A file of the standard edition: the guide's own or, where it need not have one, the shipped one."""
        file = f"{STANDARD}/{name}.yaml"
        if name == "options" and not self.files.has(file):
            return Options()
        shipped: Any
        if name not in _SHIPPED or self.files.is_folder(content_dir()):
            own = shipped = self.files.file(file, type_)
        else:
            reader = FileReader(content_dir())
            shipped = reader.file(file, type_) or _SHIPPED[name]
            own = self.files.file(file, type_) if self.files.has(file) else shipped
            for problem in reader.problems if name == "interface" and not self.files.has(file) else ():
                message = f"the program's own words cannot be read ({problem.message})"
                self.files.report(file, (), "file", message, "install the program again")
        if name == "interface":
            self.words = shipped
        if name == "search" and own:  # the shipped words of distress always count
            own = msgspec.structs.replace(own, distress=tuple(dict.fromkeys((*shipped.distress, *own.distress))))
        return own

    def _short(self, standard: Edition | None) -> Edition | None:
        """The short edition; missing files fall back to the standard edition."""
        self.files.names(SHORT)
        sections, parts = self._sections(SHORT), {}
        for name, type_ in OF_EDITION.items():
            own = self.files.file(file, type_) if self.files.has(file := f"{SHORT}/{name}.yaml") else None
            parts[name] = own or getattr(standard, field_of(name), None)
        return _edition(SHORT, sections, parts)

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


def _edition(edition_id: EditionId, sections: dict[str, Section], parts: dict[str, Any]) -> Edition | None:
    """An edition of its parts by the name of their file; None if one is missing."""
    fields = {field_of(name): part for name, part in parts.items()}
    return Edition(edition_id=edition_id, sections=sections, **fields) if all(parts.values()) else None
