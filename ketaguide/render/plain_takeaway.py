"""Renders the takeaway as plain text, for reading, printing and QR codes."""

from collections.abc import Iterable, Iterator

from ketaguide import crisis
from ketaguide.model.ask import Ask
from ketaguide.render.flow import Chunk, text_of, wrap
from ketaguide.render.plain_contacts import contact_piece
from ketaguide.render.plain_writer import PlainWriter
from ketaguide.resolve.contact import resolve_contact
from ketaguide.resolve.view import GuideView
from ketaguide.resolve.wording import review_words
from ketaguide.session.takeaway import Takeaway


def takeaway_text(home: Takeaway, view: GuideView, width: int) -> str:
    """Render the whole takeaway."""
    return text_of(takeaway_pieces(home, view, width))


def takeaway_pieces(home: Takeaway, view: GuideView, width: int) -> Iterator[Chunk]:
    """Yield the questions, checklist, local contacts, crisis numbers of the nation, and review state."""
    writer, words = PlainWriter(view, width), view.take_words
    yield writer.heading(home.meta.title)
    if home.questions:
        yield writer.heading(words.title)
        yield Chunk(tuple(numbered(home.questions, width)))
    if home.checklist:
        yield writer.heading(home.checklist.title or words.bring)
        yield Chunk(tuple(writer.bullets(home.checklist.items)))
    if home.local:
        yield writer.heading(words.near.format(site=home.local[0].added_by))
        yield from (contact_piece(resolve_contact(contact, view), writer) for contact in home.local)
    yield Chunk(tuple(crisis.short(home.nation, width)))
    yield writer.chunk(review_words(home.meta, view.labels))


def numbered(asks: Iterable[Ask], width: int) -> list[str]:
    """Questions as a numbered list."""
    return [line for number, ask in enumerate(asks, 1) for line in wrap(ask.text, width, f"{number}. ")]


def known_questions(view: GuideView, width: int) -> str:
    """Every question with its id, grouped by the person asked."""
    writer = PlainWriter(view, width)
    chunks = [writer.chunk(view.take_words.known_ids)]
    for group in view.edition.asks.groups:
        chunks.append(writer.heading(group.title))
        chunks.append(Chunk(tuple(writer.bullets(f"{ask.id}: {ask.text}" for ask in group.questions))))
    return text_of(chunks)
