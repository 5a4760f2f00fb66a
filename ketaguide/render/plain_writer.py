"""Renders prose as plain text; explains terms and gives numbers at their first mention on a page."""

import re
from collections.abc import Iterable
from itertools import zip_longest

from ketaguide.model.glossary import Term
from ketaguide.model.prose import Prose, Span
from ketaguide.render.flow import Chunk, joined, wrap
from ketaguide.resolve.contact import first_way
from ketaguide.resolve.evidence import Fact
from ketaguide.resolve.view import GuideView
from ketaguide.resolve.wording import inside

_SENTENCE_END = re.compile(r"(?<=[.!?]) +(?=[\"'(A-Z0-9])")

_STEM = 5
"""Leading letters that identify a word form: "relapsed" and "relapse"."""


class PlainWriter:
    """Writes one page: wraps to a width, and tracks the links already explained."""

    def __init__(self, view: GuideView, width: int) -> None:
        self.view = view
        self.width = width
        self._told: set[tuple[str, str]] = set()

    def words(self, text: Prose | str) -> str:
        """Prose as a string; the first mention of a term or service on a page is followed by its meaning or number."""
        if isinstance(text, str):
            return text
        said = ""
        for span, after in zip_longest(text.spans, text.spans[1:]):
            explained = said.endswith("(") or (after is not None and after.text.startswith((":", " (")))
            said += self._span(span, explained)
        return said

    def lines(self, text: Prose | str, first: str = "") -> list[str]:
        """Prose as wrapped lines; `first` prefixes the first line, equal indentation the others."""
        return wrap(self.words(text), self.width, first)

    def chunk(self, text: Prose | str) -> Chunk:
        """Prose as a paragraph."""
        return Chunk(tuple(self.lines(text)))

    def heading(self, text: str) -> Chunk:
        """A heading, which is kept with the next piece."""
        return Chunk(tuple(wrap(text, self.width)), is_heading=True)

    def pair(self, label: str, text: Prose | str) -> list[str]:
        """ "Label: text", or the text alone if the label is empty."""
        said = self.words(text)
        return wrap(f"{label}: {said}" if label else said, self.width)

    def facts(self, facts: Iterable[Fact]) -> list[str]:
        """Facts of a study, each on lines of its own."""
        return [line for fact in facts for line in self.pair(fact.name, fact.text)]

    def bullets(self, items: Iterable[Prose | str]) -> list[str]:
        """A bulleted list."""
        return [line for item in items for line in self.lines(item, "- ")]

    def _span(self, span: Span, explained: bool) -> str:
        """A span with its link's explanation; a term in brackets, or before brackets or a colon, is already explained."""
        link = (span.scheme, span.target)
        more = self._more(span) if span.scheme and link not in self._told else ""
        self._told.add(link)
        if not more or (explained and span.scheme == "term"):
            return span.text
        return self.view.labels.term_meaning.format(term=span.text, meaning=more)

    def _more(self, span: Span) -> str:
        """The explanation of a link: a term's meaning or a service's number; empty if not needed."""
        if span.scheme == "term":
            term = self.view.guide.term(span.target, self.view.edition_id)
            return short_meaning(term) if term and _names(span.text, term) else ""
        if span.scheme == "contact":
            contact = self.view.guide.contacts.get(span.target)
            way = first_way(contact, self.view.labels) if contact else None
            if contact is None or way is None or (contact.phone and contact.phone in span.text):
                return ""
            return joined(inside(way.text))
        return ""


def _names(text: str, term: Term) -> bool:
    """True when a link's text is a form of one of the term's names, not a plain-words paraphrase."""
    return any(text.lower().startswith(name[:_STEM].lower()) for name in (term.term, *term.also))


def short_meaning(term: Term) -> str:
    """The first sentence of a meaning, without capital and full stop, for use in brackets."""
    return inside(_SENTENCE_END.split(term.meaning.text, maxsplit=1)[0].rstrip("."))
