"""Files of one folder to typed values, keeping every problem and every position on the way."""

from pathlib import Path as FilePath
from typing import Any, TypeVar

from ketaguide.loading.convert import convert
from ketaguide.loading.files import Folder
from ketaguide.loading.marks import Budget, decode, parse
from ketaguide.loading.problem import NOWHERE, Fault, Marks, Problem
from ketaguide.model.walk import Path

T = TypeVar("T")


class FileReader:
    """What has been read of a folder so far."""

    def __init__(self, folder: FilePath) -> None:
        self.folder = Folder(folder)
        self.budget = Budget()
        self.problems: list[Problem] = []
        self.marks: dict[str, Marks] = {}
        self.listed: dict[str, list[str]] = {}

    def is_folder(self, folder: FilePath) -> bool:
        """Whether it is this folder that is read."""
        return self.folder.real == Folder(folder).real

    def has(self, file: str) -> bool:
        """Whether there is something of that name."""
        return self.folder.has(file)

    def names(self, folder: str) -> list[str]:
        """What is in a folder; nothing where it cannot be read, which is reported."""
        if folder not in self.listed:
            self.listed[folder] = []
            try:
                self.listed[folder] = self.folder.names(folder)
            except Fault as fault:
                self.problems.append(fault.problem)
        return self.listed[folder]

    def file(self, file: str, type_: type[T]) -> T | None:
        """A file as `type_`; None where that fails, which is reported."""
        return self.convert(file, type_, self.value(file))

    def value(self, file: str) -> Any:
        """The plain dicts, lists and strings of a file; None where that fails, or where too much was read before it."""
        if self.budget.spent:
            return None  # reported where it ran out
        try:
            value, marks, problems = parse(decode(self.folder.read(file), file), file, self.budget)
        except Fault as fault:
            self.problems.append(fault.problem)
            return None
        self.problems += problems
        self.marks[file] = marks
        return value

    def convert(self, file: str, type_: type[T], value: Any) -> T | None:
        """A file's value as `type_`."""
        if value is None:
            return None
        result, problems = convert(value, type_, self.marks[file], file)
        self.problems += problems
        return result

    def report(self, file: str, path: Path, rule: str, message: str, hint: str) -> None:
        """Add a problem at a value of a file."""
        marks = self.marks.get(file, NOWHERE).at(path)
        self.problems.append(Problem(file, marks.line, marks.column, "error", rule, message, hint))
