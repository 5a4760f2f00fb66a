"""Parses YAML text into dicts, lists and strings, with the position of every value.

Every scalar stays text: YAML's own types turn the phone number 0123 into 83 and "no" into False. Anchors,
aliases, tags, duplicate keys, deep nests and invisible characters are refused, each with its line.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from ketaguide.loading.lost_text import lost_text
from ketaguide.loading.problem import Fault, Marks, Problem
from ketaguide.loading.syntax import cause_of

MAX_DEPTH = 20
MAX_VALUES = 120_000
"""Limit of values (fields, items, keys) in a whole content folder: three times the guide's number."""
MAX_SIGNS = 15_000
"""Limit of `*` and `[` in a whole folder, which determine the time to parse prose."""
LONGEST_VALUE = 10_000
"""Limit of one value, in characters."""
MOST_PROBLEMS = 100
"""Limit of reported faults per file."""
MORE = ("there are more faults of this kind than are listed", "put those before this line right, and check again")

_REFUSED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\uf8ff"
    "\ufeff\ufff9-\ufffb\U000e0000-\U0010ffff"
    "\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]"
)
"""Control, invisible, text-reordering and private-use characters (Unicode UAX #9, Trojan Source), and unusual spaces."""
_CONFLICT = re.compile(r"^(?:<{7}|>{7})(?= |$)", re.M)

_SHORTEN = "shorten the content, or take out what does not belong here"
_TOO_DEEP = (f"nested more than {MAX_DEPTH} deep", "check the indentation")
_NO_ANCHORS = ("a text cannot start with & or * outside quotes", "put quotes around the whole text")
_CONFLICT_LEFT = (
    "two versions of these lines stand here, as a merge left them",
    "keep one version, and delete the lines that start with <<<<<<<, ======= and >>>>>>>",
)

_SCALAR: type = yaml.ScalarEvent
_new = tuple.__new__
"""Makes marks without the call of their class: there are thirty thousand of them."""
_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass
class Budget:
    """The remaining allowance of values and signs for a content folder."""

    values: int = MAX_VALUES
    signs: int = MAX_SIGNS

    @property
    def spent(self) -> bool:
        """True when the allowance is exceeded and reading stops."""
        return self.values < 0 or self.signs < 0


def decode(raw: bytes, file: str) -> str:
    """Decode a file; raises Fault if it is not UTF-8 or contains a refused character."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("latin-1")
        raise _fault_after(before, file, "the file is not UTF-8 text", "save it as UTF-8") from None
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    if bad := _REFUSED.search(text):
        raise _fault_after(text[: bad.start()], file, *_not_allowed(bad[0], text.count(bad[0])))
    return text


def _fault_after(before: str, file: str, message: str, hint: str) -> Fault:
    return Fault(file, "yaml", message, hint, before.count("\n") + 1, len(before) - before.rfind("\n"))


def parse(text: str, file: str, budget: Budget | None = None) -> tuple[Any, Marks, list[Problem]]:
    """Parse a YAML document into its value, marks and problems; raises Fault if it is invalid or too large."""
    if ("<<<<<<<" in text or ">>>>>>>" in text) and (conflict := _CONFLICT.search(text)):
        raise _fault_after(text[: conflict.start()], file, *_CONFLICT_LEFT)
    try:
        value, marks, problems = _Builder(file, budget or Budget()).build(text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        if "maximum nesting depth" in (error.problem or error.context or ""):  # libyaml reaches its own limit first
            line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
            raise Fault(file, "yaml", *_TOO_DEEP, line, column) from None
        cause = next(iter(lost_text(text)), None) or cause_of(text, error)  # a note after text often is the cause
        raise Fault(file, "yaml", cause.message, cause.hint, cause.line, cause.column) from None
    except (yaml.YAMLError, ValueError) as error:
        raise Fault(file, "yaml", f"this is not YAML ({error})", "compare with a file that works") from None
    for lost in lost_text(text):
        problems.append(Problem(file, lost.line, lost.column, "error", "lost-text", lost.message, lost.hint))
    return value, marks, problems


def _not_allowed(character: str, times: int = 1) -> tuple[str, str]:
    """Message and cure for a character that content may not hold."""
    known = unicodedata.name(character, "").lower()
    code = f"U+{ord(character):04X}" + (f", {known}" if known else "")
    more = f" ({times} of them in this file)" if times > 1 else ""
    if unicodedata.category(character) == "Zs":
        return f"this is not an ordinary space ({code}){more}", "type an ordinary space in its place"
    return f"the character {code} is not allowed{more}", "delete it and type the words again"


class _Builder:
    """Builds values from parser events without recursion, so that no file can exhaust the stack."""

    def __init__(self, file: str, budget: Budget) -> None:
        self.file = file
        self.budget = budget
        self.problems: list[Problem] = []
        self.stack: list[_Fields | _Items] = []

    def build(self, text: str) -> tuple[Any, Marks, list[Problem]]:
        value: Any = ""
        marks, documents = Marks(1, 1), 0
        stack = self.stack
        for event in _events(text):
            kind = type(event)
            if kind is _SCALAR:
                value, marks = self._scalar(event), _marks(event)
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                closed = stack.pop()
                value, marks = closed.value, closed.marks
            else:
                if kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                    self._open(event)
                elif kind is yaml.AliasEvent:
                    raise self._at(event, *_NO_ANCHORS)
                elif kind is yaml.DocumentStartEvent:
                    documents += 1
                    if documents > 1:
                        raise self._at(event, "a second document starts here", "keep one document in a file, without ---")
                continue
            if stack and (key := stack[-1].put(value, marks)) is not None:
                self._report(key, marks)
        if value == "":
            raise Fault(self.file, "yaml", "the file is empty", "write the content, or remove the file", 1, 1)
        return value, marks, self.problems

    def _scalar(self, event: yaml.ScalarEvent) -> str:
        """A scalar's text; checked again because double-quoted escapes can produce refused characters."""
        if event.anchor is not None or event.tag is not None:
            self._refuse(event)
        text: str = event.value
        if event.style == '"' and (bad := _REFUSED.search(text)):
            raise self._at(event, *_not_allowed(bad[0]))
        if len(text) > LONGEST_VALUE:
            raise self._at(event, f"one value is longer than {LONGEST_VALUE:,} characters", "make several of it")
        self._spend(event, text.count("*") + text.count("["))
        return text

    def _open(self, event: yaml.CollectionStartEvent) -> None:
        self._refuse(event)
        if len(self.stack) > MAX_DEPTH:
            raise self._at(event, *_TOO_DEEP)
        self._spend(event)
        kind = _Fields if type(event) is yaml.MappingStartEvent else _Items
        self.stack.append(kind(_marks(event)))

    def _report(self, key: str, marks: Marks) -> None:
        """Report a key that is written twice; where a dash is missing, only the first of them."""
        fields = self.stack[-1]
        assert isinstance(fields, _Fields)
        if fields.without_dash or len(self.problems) > MOST_PROBLEMS:
            return
        where, hint = "", "keep one of the two"
        if len(self.stack) > 1 and isinstance(self.stack[-2], _Items) and key == next(iter(fields.keys)):
            fields.without_dash = True
            dash = f'if another item starts here, write "- {key}: …", its dash in column {self.stack[-2].marks.column}'
            where, hint = " in one item", f"{dash}; else {hint}"
        message = f"{key!r} is written twice{where}, first on line {fields.keys[key].line}"
        said = MORE if len(self.problems) == MOST_PROBLEMS else (message, hint)
        self.problems.append(marks.problem(self.file, "key-duplicates", *said))

    def _spend(self, event: yaml.Event, signs: int = 0) -> None:
        budget = self.budget
        budget.values -= 1
        budget.signs -= signs
        if budget.spent:
            what = f"{MAX_VALUES:,} values" if budget.values < 0 else f"{MAX_SIGNS:,} signs * and ["
            raise self._at(event, f"the content has more than {what}, counted to here", _SHORTEN)

    def _refuse(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor is not None:
            raise self._at(event, *_NO_ANCHORS)
        if event.tag is not None and event.tag != "!":
            raise self._at(event, f"tags are not allowed ({event.tag})", "put text that starts with ! in quotes")

    def _at(self, event: yaml.Event, message: str, hint: str) -> Fault:
        marks = _marks(event)
        return Fault(self.file, "yaml", message, hint, marks.line, marks.column)


def _events(text: str) -> Iterator[Any]:
    """Yield parser events (faster than `yaml.parse`, which makes two calls per event)."""
    loader = _Loader(text)
    try:
        yield from iter(loader.get_event, None)
    finally:
        loader.dispose()


def _marks(event: Any) -> Marks:
    mark = event.start_mark
    return _new(Marks, (mark.line + 1, mark.column + 1, None, None))


class _Items:
    def __init__(self, start: Marks) -> None:
        self.value: list[Any] = []
        self.inside: list[Marks] = []
        self.marks = Marks(start.line, start.column, self.inside)

    def put(self, value: Any, marks: Marks) -> None:
        self.value.append(value)
        self.inside.append(marks)


class _Fields:
    def __init__(self, start: Marks) -> None:
        self.value: dict[str, Any] = {}
        self.inside: dict[str, Marks] = {}
        self.keys: dict[str, Marks] = {}
        self.marks = Marks(start.line, start.column, self.inside, self.keys)
        self.key: str | None = None
        self.without_dash = False
        """True once the first key comes again: the next item of a list, whose dash is missing."""

    def put(self, value: Any, marks: Marks) -> str | None:
        """Add a key or its value; return a duplicate key and drop its second value."""
        if self.key is None:
            self.key = key = value if isinstance(value, str) else str(value)
            if key in self.value:
                return key
            self.keys[key] = marks
            return None
        if self.key not in self.value:
            self.value[self.key] = value
            self.inside[self.key] = marks
        self.key = None
        return None
