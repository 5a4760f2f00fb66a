"""One rule of the checker: a function that yields findings, its level, and its entry in the manual."""

from collections.abc import Callable, Iterator
from inspect import cleandoc
from typing import TYPE_CHECKING

from ketaguide.checking.parts import Finding
from ketaguide.loading.problem import Level

if TYPE_CHECKING:
    from ketaguide.checking.context import LintContext

Check = Callable[["LintContext"], Iterator[Finding]]


class Rule:
    """A rule; its docstring is its entry in the manual."""

    def __init__(self, id_: str, level: Level, entry: str, check: Check) -> None:
        self.ID, self.LEVEL, self.__doc__, self.check = id_, level, entry, check


def rule(level: Level) -> Callable[[Check], Rule]:
    """Make a rule of a function: its name is the rule's id, its docstring the entry in the manual."""
    return lambda check: Rule(check.__name__.replace("_", "-"), level, cleandoc(check.__doc__ or ""), check)
