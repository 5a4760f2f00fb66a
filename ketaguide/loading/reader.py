"""A content folder to a `Guide`, with every problem on the way."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import msgspec

from ketaguide.loading.convert import convert
from ketaguide.loading.marks import MAX_BYTES, YamlFault, decode, parse
from ketaguide.loading.problem import Marks, Places, Problem, ordered
from ketaguide.model.ask import Asks
from ketaguide.model.contact import Contact
from ketaguide.model.evidence import Claim, Source
from ketaguide.model.glossary import Glossary
from ketaguide.model.guide import EASY, FORMAT, STANDARD, Edition, Guide, Meta, Section, Variant
from ketaguide.model.interface import Interface
from ketaguide.model.quiz import Quiz
from ketaguide.model.topics import Topics
from ketaguide.paths import content_dir

T = TypeVar("T")
Identified = TypeVar("Identified", Contact, Claim, Source)


class Loaded(NamedTuple):
    """What came of reading a folder: the guide unless something was wrong, every problem, every position."""

    guide: Guide | None
    problems: tuple[Problem, ...]
    places: Places


class _Claims(msgspec.Struct, forbid_unknown_fields=True):
    claims: tuple[Claim, ...]


class _Sources(msgspec.Struct, forbid_unknown_fields=True):
    sources: tuple[Source, ...]


class _Contacts(msgspec.Struct, forbid_unknown_fields=True):
    contacts: tuple[Contact, ...]


def read_guide(folder: Path) -> Loaded:
    """Read every file of a content folder. Never raises for what the files hold; OSError is reported too."""
    reader = _Reader(folder)
    guide = reader.guide()
    return Loaded(guide if not reader.problems else None, tuple(ordered(reader.problems)), Places(reader.marks))


class _Reader:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.problems: list[Problem] = []
        self.marks: dict[str, Marks] = {}

    def guide(self) -> Guide | None:
        meta_value, meta_marks = self._value("guide.yaml")
        if meta_value is not None and not self._format_fits(meta_value, meta_marks):
            return None
        meta = self._convert("guide.yaml", Meta, meta_value, meta_marks)
        claims = self._file("evidence.yaml", _Claims)
        sources = self._file("sources.yaml", _Sources)
        contacts = self._file("contacts.yaml", _Contacts)
        topics = self._file("topics.yaml", Topics) if (self.folder / "topics.yaml").exists() else Topics()
        standard = self._edition(STANDARD)
        easy = self._easy(standard)
        if not (meta and claims and sources and contacts and topics and standard):
            return None
        return Guide(
            meta=meta,
            editions={STANDARD: standard} | ({EASY: easy} if easy else {}),
            contacts=self._by_id("contacts.yaml", "contacts", contacts.contacts),
            claims=self._by_id("evidence.yaml", "claims", claims.claims),
            sources=self._by_id("sources.yaml", "sources", sources.sources),
            topics=topics,
        )

    def _edition(self, variant: Variant) -> Edition | None:
        glossary = self._file(f"{variant}/glossary.yaml", Glossary)
        quiz = self._file(f"{variant}/quiz.yaml", Quiz)
        asks = self._file(f"{variant}/questions.yaml", Asks)
        interface = self._interface(f"{variant}/interface.yaml")
        sections = self._sections(variant)
        if not (glossary and quiz and asks and interface):
            return None
        return Edition(variant=variant, sections=sections, glossary=glossary, quiz=quiz, asks=asks, interface=interface)

    def _interface(self, file: str) -> Interface | None:
        """The words of the program; a guide without its own has those that are shipped."""
        if (self.folder / file).exists() or self.folder.resolve() == content_dir().resolve():
            return self._file(file, Interface)
        shipped = _Reader(content_dir())
        interface = shipped._file(file, Interface)
        self.problems += shipped.problems
        return interface

    def _easy(self, standard: Edition | None) -> Edition | None:
        """The Easy Read edition; a file it does not have is taken from the standard edition."""
        folder = self.folder / EASY
        if standard is None or not folder.is_dir():
            return None

        def own(name: str, type_: type[T], otherwise: T) -> T:
            file = f"{EASY}/{name}.yaml"
            return (self._file(file, type_) or otherwise) if (self.folder / file).exists() else otherwise

        return Edition(
            variant=EASY,
            sections=self._sections(EASY),
            glossary=own("glossary", Glossary, standard.glossary),
            quiz=own("quiz", Quiz, standard.quiz),
            asks=own("questions", Asks, standard.asks),
            interface=own("interface", Interface, standard.interface),
        )

    def _sections(self, variant: Variant) -> dict[str, Section]:
        folder = self.folder / variant / "sections"
        found: dict[str, Section] = {}
        for path in sorted(folder.glob("*.yaml")):
            file = path.relative_to(self.folder).as_posix()
            section = self._file(file, Section)
            if section is None:
                continue
            if section.id != path.stem:
                self._report(file, ("id",), "id", f"the id {section.id!r} is not the file's name", f"write id: {path.stem}")
            found[section.id] = section
        return found

    def _by_id(self, file: str, field: str, items: Iterable[Identified]) -> dict[str, Identified]:
        found: dict[str, Identified] = {}
        for index, item in enumerate(items):
            if item.id in found:
                self._report(file, (field, index, "id"), "id", f"the id {item.id!r} is used twice", "give one of them another id")
            found[item.id] = item
        return found

    def _format_fits(self, value: Any, marks: Marks) -> bool:
        written = value.get("format", "") if isinstance(value, dict) else ""
        if written == str(FORMAT) or not str(written).isdigit():
            return True  # a missing or odd value is reported with the other fields
        newer = int(written) > FORMAT
        self._report(
            "guide.yaml", ("format",), "format",
            f"this content is written in format {written}, and this program reads format {FORMAT}",
            "install a newer ketaguide" if newer else "install newer content",
        )
        return False

    def _file(self, file: str, type_: type[T]) -> T | None:
        value, marks = self._value(file)
        return self._convert(file, type_, value, marks)

    def _convert(self, file: str, type_: type[T], value: Any, marks: Marks) -> T | None:
        if value is None:
            return None
        result, problems = convert(value, type_, marks, file)
        self.problems.extend(problems)
        return result

    def _value(self, file: str) -> tuple[Any, Marks]:
        nothing = Marks(0, 0)
        try:
            text = decode(self._bytes(file), file)
            value, marks, problems = parse(text, file)
        except YamlFault as fault:
            self.problems.append(fault.problem)
            return None, nothing
        except OSError as error:
            hint = "add it" if isinstance(error, FileNotFoundError) else "check the file and its permissions"
            self._report(file, (), "file", f"the file cannot be read ({error.strerror})", hint)
            return None, nothing
        self.problems.extend(problems)
        self.marks[file] = marks
        return value, marks

    def _bytes(self, file: str) -> bytes:
        path = self.folder / file
        if not path.resolve().is_relative_to(self.folder.resolve()):
            raise YamlFault(
                Problem(file, 0, 0, "error", "file", "the file leads out of the content folder", "put the file itself here, not a link")
            )
        with path.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)

    def _report(self, file: str, path: tuple[str | int, ...], rule: str, message: str, hint: str) -> None:
        marks = self.marks.get(file, Marks(0, 0)).at(path)
        self.problems.append(Problem(file, marks.line, marks.column, "error", rule, message, hint))
