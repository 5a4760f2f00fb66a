"""Renders the glossary as plain text."""

from collections.abc import Iterator

from ketaguide.model.glossary import Term
from ketaguide.render.flow import Chunk
from ketaguide.render.plain_writer import PlainWriter
from ketaguide.resolve.glossary import resolve_term, sorted_terms
from ketaguide.resolve.view import GuideView


def term_piece(term: Term, view: GuideView, width: int) -> Chunk:
    """One term: its full meaning, pronunciation and other names."""
    writer, found = PlainWriter(view, width), resolve_term(term, view)
    pairs = ((found.name, found.meaning.text), *found.facts)
    return Chunk(tuple(line for label, text in pairs for line in writer.pair(label, text)))


def glossary_pieces(view: GuideView, width: int) -> Iterator[Chunk]:
    """The whole glossary under its heading."""
    yield PlainWriter(view, width).heading(view.labels.words)
    yield from (term_piece(term, view, width) for term in sorted_terms(view))
