"""Reads the files of one folder into typed values, collecting problems and positions."""

from pathlib import Path as FilePath
from typing import Any, TypeVar

from ketaguide.loading.convert import convert
from ketaguide.loading.files import Folder
from ketaguide.loading.marks import Budget, decode, parse
from ketaguide.loading.pack import PackFolder, is_pack
from ketaguide.loading.problem import NOWHERE, Fault, Marks, Problem
from ketaguide.model.walk import Path

T = TypeVar("T")


def opened(content: FilePath) -> Folder:
    """The files of a content folder or of a pack."""
    return PackFolder(content) if is_pack(content) else Folder(content)


class FileReader:
    """Reads files of one folder or pack and records their problems, positions and listings."""

    def __init__(self, folder: FilePath) -> None:
        self.folder = opened(folder)
        self.budget = Budget()
        self.problems: list[Problem] = []
        self.marks: dict[str, Marks] = {}
        self.listed: dict[str, list[str]] = {}

    def is_folder(self, folder: FilePath) -> bool:
        """True when `folder` is the one being read."""
        return self.folder.real == Folder(folder).real

    def has(self, file: str) -> bool:
        """True when the folder has an entry of that name."""
        return self.folder.has(file)

    def names(self, folder: str) -> list[str]:
        """Names in a folder; empty and reported if it cannot be read."""
        if folder not in self.listed:
            self.listed[folder] = []
            try:
                self.listed[folder] = self.folder.names(folder)
            except Fault as fault:
                self.problems.append(fault.problem)
        return self.listed[folder]

    def file(self, file: str, type_: type[T]) -> T | None:
        """Read a file as `type_`; None and reported on failure."""
        return self.convert(file, type_, self.value(file))

    def value(self, file: str) -> Any:
        """Parse a file into dicts, lists and strings; None on failure or when the budget is spent."""
        if self.budget.spent:
            return None  # reported when it ran out
        try:
            value, marks, problems = parse(decode(self.folder.read(file), file), file, self.budget)
        except Fault as fault:
            self.problems.append(fault.problem)
            return None
        self.problems += problems
        self.marks[file] = marks
        return value

    def convert(self, file: str, type_: type[T], value: Any) -> T | None:
        """Convert a file's parsed value to `type_`; None on failure, which is reported."""
        if value is None:
            return None
        result, problems = convert(value, type_, self.marks[file], file)
        self.problems += problems
        return result

    def report(self, file: str, path: Path, rule: str, message: str, hint: str) -> None:
        """Add a problem at a value of a file."""
        self.problems.append(self.marks.get(file, NOWHERE).at(path).problem(file, rule, message, hint))
