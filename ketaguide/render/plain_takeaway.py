"""Renders the takeaway as plain text, for reading, printing and QR codes."""

from collections.abc import Iterable, Iterator

from ketaguide.model.ask import Ask
from ketaguide.render.flow import Chunk, text_of, wrap
from ketaguide.render.plain_contacts import contact_piece
from ketaguide.render.plain_writer import PlainWriter
from ketaguide.resolve.takeaway import Takeaway
from ketaguide.resolve.view import GuideView


def takeaway_text(home: Takeaway, view: GuideView, width: int) -> str:
    """Render the whole takeaway."""
    return text_of(takeaway_pieces(home, view, width))


def takeaway_pieces(home: Takeaway, view: GuideView, width: int) -> Iterator[Chunk]:
    """Yield the questions, checklist, local contacts, crisis numbers of the nation, and review state."""
    writer = PlainWriter(view, width)
    yield writer.heading(home.title)
    if home.asks:
        yield writer.heading(home.ask_title)
        yield Chunk(tuple(numbered(home.asks, width)))
    if home.bring:
        yield writer.heading(home.bring_title)
        yield Chunk(tuple(writer.bullets(home.bring)))
    if home.near:
        yield writer.heading(home.near_title)
        yield from (contact_piece(contact, writer) for contact in home.near)
    yield Chunk(tuple(line for text in (home.help_title, *home.help) for line in writer.lines(text)))
    yield writer.chunk(home.review)


def numbered(asks: Iterable[Ask], width: int) -> list[str]:
    """Questions as a numbered list."""
    return [line for number, ask in enumerate(asks, 1) for line in wrap(ask.text, width, f"{number}. ")]


def known_questions(view: GuideView, width: int) -> str:
    """Every question with its id, grouped by the person asked."""
    writer = PlainWriter(view, width)
    chunks = [writer.chunk(view.interface.take.known_ids)]
    for group in view.edition.asks.groups:
        chunks.append(writer.heading(group.title))
        chunks.append(Chunk(tuple(writer.bullets(f"{ask.id}: {ask.text}" for ask in group.questions))))
    return text_of(chunks)
