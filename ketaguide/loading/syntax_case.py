"""A text that is not YAML, with the place of its error and the tokens before it."""

import re
from typing import Any

import yaml

from ketaguide.loading.lost_text import read_tokens
from ketaguide.loading.problem import Advice

FIELD = re.compile(r" *(?:- +)*([^\s:#\"'\[{-][^:#\"\[{]*?):(?= |$)")
"""A field: dashes, its name, and a colon before a space or the end of the line."""
_OPENING = (yaml.BlockMappingStartToken, yaml.BlockSequenceStartToken)
OPENING_BRACKETS = (yaml.FlowSequenceStartToken, yaml.FlowMappingStartToken)
CLOSING_BRACKETS = (yaml.FlowSequenceEndToken, yaml.FlowMappingEndToken)


class SyntaxCase:
    """A text with its error: the lines, the place where the parser stopped, and the tokens before it."""

    def __init__(self, text: str, error: yaml.MarkedYAMLError) -> None:
        self.text, self.lines = text, [*text.split("\n"), "", ""]
        self.problem, self.context = error.problem or "", error.context or ""
        mark: Any = error.problem_mark or error.context_mark
        start: Any = error.context_mark or mark
        self.stop: tuple[int, int] = (mark.line, mark.column) if mark else (0, 0)
        """The line and column where the parser stopped; both count from 0."""
        self.start: tuple[int, int] = (start.line, start.column) if start else (0, 0)
        """The same of the start of what it was reading."""
        self.line, self.column = self.stop
        index = mark.index if mark else 0
        self.tokens = [
            token
            for token in read_tokens(text)[0]
            if token.start_mark.index < index or (token.start_mark.index == index and type(token) is yaml.BlockEndToken)
        ]

    @property
    def here(self) -> str:
        """The line on which the parser stopped."""
        return self.lines[self.line]

    @property
    def last(self) -> Any:
        """The last token with text before the error."""
        return next((token for token in reversed(self.tokens) if token.end_mark.index > token.start_mark.index), None)

    @property
    def open(self) -> list[Any]:
        """The block lists and block mappings that are open where the parser stopped, the innermost last."""
        return self._open(_OPENING, (yaml.BlockEndToken,))

    @property
    def sign(self) -> str:
        """The character at the start of what the parser was reading."""
        line, column = self.start
        return self.lines[line][column : column + 1]

    @property
    def bracket(self) -> Any:
        """The innermost bracket that is open where the parser stopped; None if none is."""
        return next(reversed(self._open(OPENING_BRACKETS, CLOSING_BRACKETS)), None)

    def _open(self, opening: tuple[type, ...], closing: tuple[type, ...]) -> list[Any]:
        stack: list[Any] = []
        for token in self.tokens:
            if type(token) in opening:
                stack.append(token)
            elif type(token) in closing and stack:
                stack.pop()
        return stack

    def above(self, line: int) -> int:
        """The nearest line above with content; -1 if none."""
        return next((at for at in range(line - 1, -1, -1) if self.lines[at].split("#")[0].strip()), -1)

    def field_at(self, column: int) -> tuple[str, int]:
        """The nearest field above that starts in a column, and its line; an empty name if none."""
        for at in range(self.line - 1, -1, -1):
            if (match := FIELD.match(self.lines[at])) and match.start(1) == column:
                return match[1], at
        return "", 0

    @staticmethod
    def at(place: tuple[int, int], message: str, hint: str) -> Advice:
        """A cause at a line and column that count from 0."""
        return Advice(place[0] + 1, place[1] + 1, message, hint)
