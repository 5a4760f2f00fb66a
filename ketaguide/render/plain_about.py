"""Who answers for the guide, as plain lines."""

from collections.abc import Iterator

from ketaguide.render import phrases
from ketaguide.render.flow import Piece
from ketaguide.render.plain_prose import Pen
from ketaguide.render.reading import Reading


def about_pieces(reading: Reading, width: int) -> Iterator[Piece]:
    """What the guide is for and what it is not, its review state, dates, money and licences."""
    pen, meta, words = Pen(reading, width), reading.guide.meta, reading.about_words
    yield pen.heading(words.title)
    yield pen.piece(meta.purpose)
    yield pen.heading(words.is_not)
    yield Piece(tuple(pen.bullets(meta.is_not)))
    yield pen.heading(words.access)
    yield Piece(tuple(pen.bullets(words.access_words)))
    yield pen.heading(words.who_answers)
    facts = phrases.who_answers(meta, words, reading.labels)
    if shown := phrases.shown_by(reading.guide.site, reading.take_words):
        yield Piece(tuple(pen.pair(reading.take_words.shown_by, shown)))
    yield from (Piece(tuple(pen.pair(name, fact))) for name, fact in facts)
