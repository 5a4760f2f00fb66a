"""Problems in content, with their position, message and advice."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from ketaguide.model.walk import Path

Level = Literal["error", "warning", "info"]


class Problem(NamedTuple):
    """One finding; sorts by file and position. Lines and columns count from 1, 0 means the whole file."""

    file: str
    line: int
    column: int
    level: Level
    rule: str
    message: str
    hint: str = ""

    def __str__(self) -> str:
        advice = f": {self.hint}" if self.hint else ""
        return f"{self.file}:{self.line}:{self.column}: {self.level}: {self.message}{advice}"


class Advice(NamedTuple):
    """A fault in a text and its cure; lines and columns count from 1."""

    line: int
    column: int
    message: str
    hint: str


TextFault = tuple[str, str]
"""(message, advice) for a text."""
FieldFault = tuple[str, str, str]
"""(field, message, advice)."""


class Fault(Exception):
    """A file that cannot be read as content; carries the problem to report."""

    def __init__(self, file: str, rule: str, message: str, hint: str, line: int = 0, column: int = 0) -> None:
        self.problem = Problem(file, line, column, "error", rule, message, hint)
        super().__init__(str(self.problem))


class Marks(NamedTuple):
    """The position of a value in its file, and the marks of its children."""

    line: int
    column: int
    inside: Any = None
    """A dict of key → Marks, a list of Marks, or None for a scalar."""
    keys: Any = None
    """For a mapping: a dict of key → Marks of the key itself."""

    def at(self, path: "Path") -> "Marks":
        """The marks of the value at `path`, or of its nearest enclosing value."""
        here = self
        for step in path:
            try:
                here = here.inside[step]
            except (LookupError, TypeError):
                break
        return here

    def problem(self, file: str, rule: str, message: str, hint: str = "", level: Level = "error") -> Problem:
        """A problem at this position of a file."""
        return Problem(file, self.line, self.column, level, rule, message, hint)

    def of_key(self, name: str) -> "Marks":
        """The marks of a field's key, or of the value itself."""
        return self.keys[name] if self.keys and name in self.keys else self


NOWHERE = Marks(0, 0)


class Places:
    """Source positions of everything loaded: file → marks, and files that were not read."""

    def __init__(self, files: dict[str, Marks], others: Iterable[str] = ()) -> None:
        self.files = files
        self.others = tuple(others)

    def problem(self, file: str, path: "Path", rule: str, message: str, hint: str = "", level: Level = "error") -> Problem:
        """A problem at a value of a file."""
        return self.files.get(file, NOWHERE).at(path).problem(file, rule, message, hint, level)


def ordered(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yield every problem once, sorted by file, line and column."""
    yield from sorted(set(problems))
