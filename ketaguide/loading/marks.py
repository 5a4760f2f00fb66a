"""YAML text to plain dicts, lists and strings, with the position of every value.

Every scalar stays text: YAML's own types turn the phone number 0123 into 83 and "no" into False. Anchors,
aliases, tags, duplicate keys, deep nests and invisible characters are refused, each with its line.
"""

import re
from typing import Any

import yaml

from ketaguide.loading.problem import Marks, Problem

MAX_BYTES = 1_000_000
MAX_DEPTH = 20

_REFUSED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028\u2029\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb]"
)
"""Control characters, and those that are invisible or reorder text (Unicode UAX #9, Trojan Source)."""

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class YamlFault(Exception):
    """A file that cannot be read as content; carries the problem to report."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def decode(raw: bytes, file: str) -> str:
    """The text of a file, or YamlFault where it is too large, not UTF-8 or holds refused characters."""
    if len(raw) > MAX_BYTES:
        raise _fault(file, 0, 0, f"the file is larger than {MAX_BYTES:,} bytes", "split it, or check that it is the right file")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise _fault(file, line, 1, "the file is not UTF-8 text", "save it as UTF-8") from None
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    if bad := _REFUSED.search(text):
        line = text.count("\n", 0, bad.start()) + 1
        column = bad.start() - text.rfind("\n", 0, bad.start())
        raise _fault(file, line, column, f"the character U+{ord(bad[0]):04X} is not allowed", "delete it and type the words again")
    return text


def parse(text: str, file: str) -> tuple[Any, Marks, list[Problem]]:
    """The value of a YAML document, its marks, and every duplicate key, or YamlFault where it is not YAML."""
    try:
        return _Builder(file).build(text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        message = error.problem or error.context or "this is not YAML"
        raise _fault(file, line, column, message, _yaml_hint(message)) from None
    except yaml.YAMLError as error:
        raise _fault(file, 0, 0, f"this is not YAML ({error})", "compare with a file that works") from None


def _fault(file: str, line: int, column: int, message: str, hint: str) -> YamlFault:
    return YamlFault(Problem(file, line, column, "error", "yaml", message, hint))


def _yaml_hint(message: str) -> str:
    if "tab" in message or "cannot start any token" in message:
        return "indent with spaces, and put text with special characters in quotes"
    if "mapping values" in message:
        return "put quotes around text that has a colon and a space in it"
    return "check the indentation and the quotes on this line and the one above"


class _Builder:
    """Turns parser events into values without recursion, so that no file can exhaust the stack."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []

    def build(self, text: str) -> tuple[Any, Marks, list[Problem]]:
        stack: list[_Open] = []
        done: tuple[Any, Marks] | None = None
        documents = 0
        for event in yaml.parse(text, Loader=_Loader):
            self._refuse(event, len(stack))
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise self._at(event, "a second document starts here", "keep one document in a file, without ---")
            elif isinstance(event, yaml.ScalarEvent):
                mark = event.start_mark
                done = self._place(stack, event.value, Marks(mark.line + 1, mark.column + 1))
            elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
                stack.append(_Open(event))
            elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                closed = stack.pop()
                done = self._place(stack, closed.value, closed.marks())
        if done is None or done[0] == "":
            raise _fault(self.file, 1, 1, "the file is empty", "write the content, or remove the file")
        return done[0], done[1], self.problems

    def _place(self, stack: "list[_Open]", value: Any, marks: Marks) -> tuple[Any, Marks]:
        if stack and not stack[-1].put(value, marks):
            self.problems.append(
                Problem(self.file, marks.line, marks.column, "error", "key-duplicates",
                        f"{stack[-1].key!r} is written twice", "keep one of the two")
            )
        return value, marks

    def _refuse(self, event: yaml.Event, depth: int) -> None:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise self._at(event, "anchors and aliases (& and *) are not allowed", "write the value out, or put it in quotes")
        tag = getattr(event, "tag", None)
        if tag and tag != "!":
            raise self._at(event, f"tags are not allowed ({tag})", "put text that starts with ! in quotes")
        if depth > MAX_DEPTH:
            raise self._at(event, f"nested more than {MAX_DEPTH} deep", "check the indentation")

    def _at(self, event: yaml.Event, message: str, hint: str) -> YamlFault:
        mark = event.start_mark
        return _fault(self.file, mark.line + 1, mark.column + 1, message, hint)


class _Open:
    """A mapping or sequence whose end has not been seen yet."""

    def __init__(self, event: yaml.Event) -> None:
        self.line, self.column = event.start_mark.line + 1, event.start_mark.column + 1
        self.is_map = isinstance(event, yaml.MappingStartEvent)
        self.value: Any = {} if self.is_map else []
        self.inside: Any = {} if self.is_map else []
        self.key: str | None = None
        self.waiting = False

    def put(self, value: Any, marks: Marks) -> bool:
        """Add a key, a value or an item; False when the key was there before."""
        if not self.is_map:
            self.value.append(value)
            self.inside.append(marks)
            return True
        if not self.waiting:
            self.key, self.waiting = value if isinstance(value, str) else str(value), True
            self.key_marks = marks
            return self.key not in self.value
        assert self.key is not None
        self.waiting = False
        if self.key not in self.value:
            self.value[self.key] = value
            self.inside[self.key] = marks
        return True

    def marks(self) -> Marks:
        return Marks(self.line, self.column, self.inside)
