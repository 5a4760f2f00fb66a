"""Who answers for the guide, as plain lines."""

from collections.abc import Iterator

from ketaguide.render.flow import Piece
from ketaguide.render.plain_prose import Pen
from ketaguide.resolve.view import GuideView
from ketaguide.resolve.wording import who_answers


def about_pieces(view: GuideView, width: int) -> Iterator[Piece]:
    """What the guide is for and what it is not, its review state, dates, money and licences."""
    pen, meta, words = Pen(view, width), view.guide.meta, view.about_words
    yield pen.heading(words.title)
    yield pen.piece(meta.purpose)
    yield pen.heading(words.is_not)
    yield Piece(tuple(pen.bullets(meta.is_not)))
    yield pen.heading(words.access)
    yield Piece(tuple(pen.bullets(words.access_words)))
    yield pen.heading(words.who_answers)
    yield from (Piece(tuple(pen.pair(name, fact))) for name, fact in who_answers(view))
