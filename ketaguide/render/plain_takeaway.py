"""What is taken home, as plain lines: to read, to print, and to put in a code."""

from collections.abc import Iterable, Iterator

from ketaguide import crisis
from ketaguide.model.ask import Ask
from ketaguide.render import phrases
from ketaguide.render.flow import Piece, text_of, wrap
from ketaguide.render.plain_contacts import contact_piece
from ketaguide.render.plain_prose import Pen
from ketaguide.render.reading import Reading
from ketaguide.session.takeaway import Takeaway


def takeaway_text(home: Takeaway, reading: Reading, width: int) -> str:
    """All that is taken home."""
    return text_of(takeaway_pieces(home, reading, width))


def takeaway_pieces(home: Takeaway, reading: Reading, width: int) -> Iterator[Piece]:
    """The questions, what to bring, who is near, the crisis numbers of the nation, the review state and date."""
    pen, words = Pen(reading, width), reading.take_words
    yield pen.heading(home.meta.title)
    if home.questions:
        yield pen.heading(words.title)
        yield Piece(tuple(numbered(home.questions, width)))
    if home.checklist:
        yield pen.heading(home.checklist.title or words.bring)
        yield Piece(tuple(pen.bullets(home.checklist.items)))
    if home.local:
        yield pen.heading(words.near.format(site=home.local[0].added_by))
        yield from (contact_piece(contact, pen) for contact in home.local)
    yield Piece(tuple(crisis.short(home.nation, width)))
    yield pen.piece(phrases.review_words(home.meta, reading.labels))


def numbered(asks: Iterable[Ask], width: int) -> list[str]:
    """Questions with their numbers."""
    return [line for number, ask in enumerate(asks, 1) for line in wrap(ask.text, width, f"{number}. ")]


def known_questions(reading: Reading, width: int) -> str:
    """Every question with the id to ask for it by, under the one who is asked."""
    pen = Pen(reading, width)
    pieces = [pen.piece(reading.take_words.known_ids)]
    for group in reading.edition.asks.groups:
        pieces.append(pen.heading(group.title))
        pieces.append(Piece(tuple(pen.bullets(f"{ask.id}: {ask.text}" for ask in group.questions))))
    return text_of(pieces)
