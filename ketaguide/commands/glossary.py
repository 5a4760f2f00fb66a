"""`ketaguide glossary [TERM]`: explains words as plain text."""

from argparse import Namespace

from ketaguide import streams
from ketaguide.commands import need, say_between_numbers
from ketaguide.commands.loader import view_of
from ketaguide.errors import UsageError
from ketaguide.render.flow import Chunk, text_of
from ketaguide.render.plain_guide import glossary_pieces, term_piece
from ketaguide.render.plain_writer import PlainWriter
from ketaguide.resolve.view import GuideView
from ketaguide.search import nearest_term


def run(args: Namespace) -> None:
    """Explain one word, or the nearest match; without a word, all of them."""
    view, width = view_of(args), streams.columns()
    need(view, "words", "words explained")
    typed = " ".join(args.term)
    chunks = _explain(typed, view, width) if typed.strip() else glossary_pieces(view, width)
    say_between_numbers(view, text_of(chunks), apart="\n\n")


def _explain(typed: str, view: GuideView, width: int) -> list[Chunk]:
    """Explain one word. UsageError if nothing resembles it."""
    term, exact = nearest_term(view.guide, view.edition_id, typed)
    if term is None:
        raise UsageError("there is no such word; see ketaguide glossary, or ketaguide search WORDS.")
    chunks = [term_piece(term, view, width)]
    if not exact:
        note = view.interface.find.nearest_term.format(term=term.term)
        chunks.insert(0, Chunk(tuple(PlainWriter(view, width).lines(note))))
    return chunks
