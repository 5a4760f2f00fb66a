"""`ketaguide glossary [TERM]`: explains words as plain text."""

from argparse import Namespace
from typing import TYPE_CHECKING

from ketaguide import streams
from ketaguide.commands import need, view_of
from ketaguide.errors import Exit, UsageError

if TYPE_CHECKING:
    from ketaguide.render.flow import Chunk
    from ketaguide.resolve.view import GuideView


def run(args: Namespace) -> int:
    """Explain one word, or the nearest match; without a word, all of them."""
    from ketaguide.render.flow import text_of
    from ketaguide.render.plain_words import glossary_pieces
    from ketaguide.resolve import crisis_card

    view, width = view_of(args), streams.columns()
    need(view, "words", "words explained")
    typed = " ".join(args.term)
    chunks = _explain(typed, view, width) if typed.strip() else list(glossary_pieces(view, width))
    numbers = "\n".join(crisis_card.short(view, width))
    streams.say(f"{numbers}\n\n{text_of(chunks)}\n\n{numbers}")
    return Exit.FINE


def _explain(typed: str, view: "GuideView", width: int) -> "list[Chunk]":
    """Explain one word. UsageError if nothing resembles it."""
    from ketaguide.render.flow import Chunk
    from ketaguide.render.plain_words import term_piece
    from ketaguide.render.plain_writer import PlainWriter
    from ketaguide.search import nearest_term

    term, exact = nearest_term(view.guide, view.edition_id, typed)
    if term is None:
        raise UsageError("there is no such word; see ketaguide glossary, or ketaguide search WORDS.")
    chunks = [term_piece(term, view, width)]
    if not exact:
        note = view.interface.find.nearest_term.format(term=term.term)
        chunks.insert(0, Chunk(tuple(PlainWriter(view, width).lines(note))))
    return chunks
