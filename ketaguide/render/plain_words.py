"""The glossary as plain lines."""

from collections.abc import Iterator

from ketaguide.model.glossary import Term
from ketaguide.render.flow import Piece
from ketaguide.render.plain_prose import Pen
from ketaguide.resolve.view import GuideView


def sorted_terms(view: GuideView) -> list[Term]:
    """Every word of the glossary, from A to Z."""
    return sorted(view.edition.glossary.terms, key=lambda term: term.term.lower())


def term_piece(term: Term, view: GuideView, width: int) -> Piece:
    """One word: its meaning in full, how to say it, and what else it is called."""
    pen, labels = Pen(view, width), view.labels
    lines = pen.pair(term.term, term.meaning.text)
    if term.say:
        lines += pen.pair(labels.say_it, term.say)
    if term.also:
        lines += pen.pair(labels.also_called, ", ".join(term.also))
    return Piece(tuple(lines))


def glossary_pieces(view: GuideView, width: int) -> Iterator[Piece]:
    """The whole glossary under its heading."""
    yield Pen(view, width).heading(view.labels.words)
    yield from (term_piece(term, view, width) for term in sorted_terms(view))
