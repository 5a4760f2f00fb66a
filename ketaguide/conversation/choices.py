"""Choices at a prompt, and lists of them that are short enough to be read out."""

from collections.abc import Callable, Sequence
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
Step = Callable[[], object]
"""The value of a choice that is called when it is chosen."""


class Option(NamedTuple, Generic[T_co]):
    """A choice: its label, its value, and the command that chooses it too."""

    words: str
    value: T_co
    command: str = ""


def in_groups(items: Sequence[T], size: int) -> list[Sequence[T]]:
    """Lists short enough to be read out, each of `size` items but the last."""
    return [items[start : start + size] for start in range(0, len(items), size)]
