"""Renders the about page as plain text."""

from collections.abc import Iterator

from ketaguide.render.flow import Piece
from ketaguide.render.plain_writer import PlainWriter
from ketaguide.resolve.view import GuideView
from ketaguide.resolve.wording import who_answers


def about_pieces(view: GuideView, width: int) -> Iterator[Piece]:
    """Yield purpose, limits, accessibility notes, review state, dates, funding and licences."""
    writer, meta, words = PlainWriter(view, width), view.guide.meta, view.about_words
    yield writer.heading(words.title)
    yield writer.piece(meta.purpose)
    yield writer.heading(words.is_not)
    yield Piece(tuple(writer.bullets(meta.is_not)))
    yield writer.heading(words.access)
    yield Piece(tuple(writer.bullets(words.access_words)))
    yield writer.heading(words.who_answers)
    yield from (Piece(tuple(writer.pair(name, fact))) for name, fact in who_answers(view))
