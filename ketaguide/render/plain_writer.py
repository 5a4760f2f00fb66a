"""Prose as plain lines: words explained and numbers given where they are first met on a page."""

import re
from collections.abc import Iterable
from itertools import zip_longest

from ketaguide.model.glossary import Term
from ketaguide.model.interface import Labels
from ketaguide.model.prose import Prose, Span
from ketaguide.render.flow import Piece, joined, wrap
from ketaguide.resolve.contact import first_way
from ketaguide.resolve.view import GuideView

_SENTENCE_END = re.compile(r"(?<=[.!?]) +(?=[\"'(A-Z0-9])")

_STEM = 5
"""Letters by which "relapsed" is known as a form of "relapse"."""


class PlainWriter:
    """Writes one page: wraps to a width, and remembers what the page has already explained."""

    def __init__(self, view: GuideView, width: int) -> None:
        self.view = view
        self.width = width
        self._told: set[tuple[str, str]] = set()

    @property
    def labels(self) -> Labels:
        """Words shared by all views."""
        return self.view.labels

    def words(self, text: Prose | str) -> str:
        """Prose as a string, each term followed by its meaning and each service by its number, once a page."""
        if isinstance(text, str):
            return text
        said = ""
        for span, after in zip_longest(text.spans, text.spans[1:]):
            explained = said.endswith("(") or (after is not None and after.text.startswith(":"))
            said += self._span(span, explained)
        return said

    def lines(self, text: Prose | str, first: str = "") -> list[str]:
        """Prose in lines; `first` stands before the first of them, and as much room before the others."""
        return wrap(self.words(text), self.width, first)

    def piece(self, text: Prose | str) -> Piece:
        """Prose as a paragraph."""
        return Piece(tuple(self.lines(text)))

    def heading(self, text: str) -> Piece:
        """A heading, which stays with what follows it."""
        return Piece(tuple(wrap(text, self.width)), is_heading=True)

    def pair(self, label: str, text: Prose | str) -> list[str]:
        """"Label: text", or the text alone where there is no label."""
        said = self.words(text)
        return wrap(f"{label}: {said}" if label else said, self.width)

    def bullets(self, items: Iterable[Prose | str]) -> list[str]:
        """A list, each item from a line of its own."""
        return [line for item in items for line in self.lines(item, "- ")]

    def _span(self, span: Span, explained: bool) -> str:
        """A run of text and what its link tells; a term in brackets, or before a colon, is explained right there."""
        link = (span.scheme, span.target)
        more = self._more(span) if span.scheme and link not in self._told else ""
        self._told.add(link)
        if not more or (explained and span.scheme == "term"):
            return span.text
        return self.labels.term_meaning.format(term=span.text, meaning=more)

    def _more(self, span: Span) -> str:
        """What a link tells a reader who cannot follow it."""
        if span.scheme == "term":
            term = self.view.guide.term(span.target, self.view.variant)
            return short_meaning(term) if term and _names(span.text, term) else ""
        if span.scheme == "contact":
            contact = self.view.guide.contacts.get(span.target)
            way = first_way(contact, self.labels) if contact else None
            if contact is None or way is None or (contact.phone and contact.phone in span.text):
                return ""
            return joined(way.text[:1].lower() + way.text[1:])
        return ""


def _names(text: str, term: Term) -> bool:
    """Whether a link says the term by one of its names, in whatever form; else it says it in plain words already."""
    return any(text.lower().startswith(name[:_STEM].lower()) for name in (term.term, *term.also))


def short_meaning(term: Term) -> str:
    """The first sentence of a meaning, without its capital and full stop, to stand in brackets."""
    first = _SENTENCE_END.split(term.meaning.text, maxsplit=1)[0].rstrip(".")
    return first if first[1:2].isupper() else first[:1].lower() + first[1:]
