"""Renders the about page as plain text."""

from collections.abc import Iterator

from ketaguide.render.flow import Chunk
from ketaguide.render.plain_writer import PlainWriter
from ketaguide.resolve.view import GuideView
from ketaguide.resolve.wording import who_answers


def about_pieces(view: GuideView, width: int) -> Iterator[Chunk]:
    """Yield purpose, limits, accessibility notes, review state, dates, funding and licences."""
    writer, meta, words = PlainWriter(view, width), view.guide.meta, view.interface.about
    yield writer.heading(words.title)
    yield writer.chunk(meta.purpose)
    yield writer.heading(words.is_not)
    yield Chunk(tuple(writer.bullets(meta.is_not)))
    yield writer.heading(words.access)
    yield Chunk(tuple(writer.bullets(words.access_words)))
    yield writer.heading(words.who_answers)
    yield from (Chunk(tuple(writer.pair(name, fact))) for name, fact in who_answers(view))
