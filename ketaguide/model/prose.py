"""Parsed prose: spans of text, some strong, some links into the guide."""

import re
from typing import Literal

import msgspec

Scheme = Literal["", "term", "section", "contact"]
_NOT_PLAIN = re.compile(r"[^a-z0-9-]+")


def slug(name: str) -> str:
    """An id reduced to characters that are safe in an address: it cannot end an attribute or begin a scheme."""
    return _NOT_PLAIN.sub("-", name.lower()).strip("-") or "x"


class Span(msgspec.Struct, frozen=True, array_like=True):
    """A run of text in one style; `scheme` and `target` identify its link, if any."""

    text: str
    strong: bool = False
    scheme: Scheme = ""
    target: str = ""
    place: str = ""
    """The slug of a heading of the page it leads to; empty for the top."""


class Prose:
    """Text as spans; one string in YAML (`loading.prose` documents the Markdown subset)."""

    __slots__ = ("spans",)

    def __init__(self, spans: tuple[Span, ...]) -> None:
        self.spans = spans

    @property
    def text(self) -> str:
        """The text without styles and links."""
        return "".join([span.text for span in self.spans])

    def __str__(self) -> str:
        return self.text

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Prose) and self.spans == other.spans

    def __hash__(self) -> int:
        return hash(self.spans)

    def __repr__(self) -> str:
        return f"Prose({self.text!r})"


def links(prose: Prose, scheme: Scheme) -> tuple[str, ...]:
    """The targets of every link of one scheme, in reading order."""
    return tuple(span.target for span in prose.spans if span.scheme == scheme)
