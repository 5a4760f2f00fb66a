"""Renders the glossary as plain text."""

from collections.abc import Iterator

from ketaguide.model.glossary import Term
from ketaguide.render.flow import Chunk
from ketaguide.render.plain_writer import PlainWriter
from ketaguide.resolve.view import GuideView


def sorted_terms(view: GuideView) -> list[Term]:
    """Glossary terms from A to Z."""
    return sorted(view.edition.glossary.terms, key=lambda term: term.term.lower())


def term_piece(term: Term, view: GuideView, width: int) -> Chunk:
    """One term: its full meaning, pronunciation and other names."""
    writer, labels = PlainWriter(view, width), view.labels
    lines = writer.pair(term.term, term.meaning.text)
    if term.say:
        lines += writer.pair(labels.say_it, term.say)
    if term.also:
        lines += writer.pair(labels.also_called, ", ".join(term.also))
    return Chunk(tuple(lines))


def glossary_pieces(view: GuideView, width: int) -> Iterator[Chunk]:
    """The whole glossary under its heading."""
    yield PlainWriter(view, width).heading(view.labels.words)
    yield from (term_piece(term, view, width) for term in sorted_terms(view))
