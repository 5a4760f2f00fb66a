"""Reads a content folder or a pack into a `Guide`, collecting every problem."""

import re
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import msgspec

from ketaguide.loading.absent import ABSENT, filled_home, laid_over
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
from ketaguide.loading.profile_reader import read_profile
from ketaguide.loading.translated import in_own_words
from ketaguide.model.contact import Contact
from ketaguide.model.edition import EditionId, EditionMeta, primary
from ketaguide.model.evidence import Claim, Source
from ketaguide.model.guide import Edition, Guide, Section
from ketaguide.model.interface import Interface
from ketaguide.model.meta import FORMAT, Meta
from ketaguide.model.search_words import SearchWords
from ketaguide.model.speech import Speech
from ketaguide.model.topics import Topics
from ketaguide.model.wording import Wording
from ketaguide.paths import content_dir

T = TypeVar("T")
Identified = TypeVar("Identified", Contact, Claim, Source)

_PAGE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\.yaml", re.ASCII)


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


_OWN_LANGUAGE: dict[str, Any] = {
    "interface": None,
    "search": SearchWords(synonyms=(), distress=(), stop_words=()),
    "speech": Speech(),
}
"""Files of an edition that hold rules of its language: none is taken from another language. With what stands for no file."""


def _distressed(own: SearchWords | None, lent: SearchWords | None) -> SearchWords | None:
    """Search words with the distress words that were lent too: those always count, in any language."""
    if own is None or lent is None:
        return own or lent
    return msgspec.structs.replace(own, distress=tuple(dict.fromkeys((*lent.distress, *own.distress))))


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
        failed = len(self.files.problems)
        guide = None
        if meta and profile and claims and sources and contacts and topics and wording and editions and all(editions.values()):
            guide = Guide(
                meta=meta,
                editions={name: edition for name, edition in editions.items() if edition},
                contacts=self._by_id("contacts.yaml", "contacts", contacts.contacts),
                claims=self._by_id("evidence.yaml", "claims", claims.claims),
                sources=self._by_id("sources.yaml", "sources", sources.sources),
                topics=topics,
                profile=profile,
                wording=wording,
            )
            guide = in_own_words(guide, self.files)
            failed = len(self.files.problems)
        return None if failed else guide

    def _own(self, file: str, type_: type[T], absent: T) -> T | None:
        """A file that a guide need not have, or what stands for it."""
        return self.files.file(file, type_) if self.files.has(file) else absent

    def _editions(self, guide: Meta | None) -> dict[EditionId, Edition | None]:
        """Every edition by its id, the first one first; None for one that cannot be read."""
        found: dict[EditionId, Edition | None] = {}
        for meta in declared_editions(self.files):
            base = found.get(meta.base)
            part = partial(self._of_base, meta, base) if meta.base else partial(self._of_first, meta)
            parts = {name: part(name, type_) for name, type_ in OF_EDITION.items()}
            sections = self._sections(meta)
            if guide and parts["home"]:
                parts["home"] = filled_home(parts["home"], guide, (base.sections if base else {}) | sections)
            fields = {field_of(name): part for name, part in parts.items()}
            found[meta.id] = Edition(meta=meta, sections=sections, **fields) if all(parts.values()) else None
        return found

    def _of_first(self, meta: EditionMeta, name: str, type_: type[Any]) -> Any:
        """A file of the first edition: the guide's own or, where it need not have one, the program's in that language."""
        file = f"{meta.id}/{name}.yaml"
        if name in ABSENT:
            return self._own(file, type_, ABSENT[name])
        if self.files.is_folder(content_dir()):
            own = shipped = self.files.file(file, type_)
        else:
            reader = FileReader(content_dir())
            shipping = declared_editions(reader)
            shipped = reader.file(f"{shipping[0].id}/{name}.yaml", type_) if shipping else None
            is_same = shipping and primary(shipping[0].language) == primary(meta.language)
            lent = (shipped if is_same else None) or _OWN_LANGUAGE[name]
            if isinstance(lent, SearchWords):
                lent = msgspec.structs.replace(lent, synonyms=(), place_words=())  # of the shipped guide's subject
            own = self._over(file, type_, lent) if self.files.has(file) or not (lent or reader.problems) else lent
            for problem in reader.problems if name == "interface" and not self.files.has(file) else ():
                message = f"the program's own words cannot be read ({problem.message})"
                self.files.report(file, (), "file", message, "install the program again")
        if name == "interface":
            self.words = shipped
        return _distressed(own, shipped) if name == "search" else own

    def _of_base(self, meta: EditionMeta, base: Edition | None, name: str, type_: type[Any]) -> Any:
        """A file of an edition with a base: its own, or that of the base if its words are in the same language."""
        file, lent = f"{meta.id}/{name}.yaml", getattr(base, field_of(name), None)
        is_same = base is None or primary(base.meta.language) == primary(meta.language)
        if self.files.has(file):
            own = self._over(file, type_, lent if is_same else None)
            return _distressed(own, lent) if name == "search" else own or lent
        if is_same or name not in _OWN_LANGUAGE:
            return lent
        own = _OWN_LANGUAGE[name] or self.files.file(file, type_)
        return _distressed(own, lent) if name == "search" else own

    def _over(self, file: str, type_: type[T], lent: T | None) -> T | None:
        """A file; words of the program are laid over those lent to it, and need hold only what they change."""
        if not isinstance(lent, Interface):
            return self.files.file(file, type_)
        value = self.files.value(file)
        return self.files.convert(file, type_, value and laid_over(msgspec.to_builtins(lent), value))

    def _sections(self, meta: EditionMeta) -> dict[str, Section]:
        folder = f"{meta.id}/sections"
        found: dict[str, Section] = {}
        for name in self.files.names(folder) if not meta.base or self.files.has(folder) else ():
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
