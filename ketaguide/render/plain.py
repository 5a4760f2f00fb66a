"""The plain view: pages and lists of the guide as text without a single drawing or escape code."""

from collections.abc import Iterator

from ketaguide.model.contact import Nation
from ketaguide.model.guide import Guide, Section, Variant
from ketaguide.render import phrases
from ketaguide.render.flow import Piece, text_of
from ketaguide.render.plain_blocks import blocks
from ketaguide.render.plain_evidence import evidence_pieces
from ketaguide.render.plain_prose import Pen
from ketaguide.render.reading import Reading


def section_text(
    section: Section, guide: Guide, variant: Variant, nation: Nation | None, width: int, *, how_we_know: bool = False
) -> str:
    """One page; with `how_we_know`, the claims it rests on and their sources follow."""
    reading = Reading(guide, variant, nation)
    pieces = list(section_pieces(section, reading, width))
    if how_we_know:
        pieces += evidence_pieces(phrases.section_cites(section), reading, width)
    return text_of(pieces)


def section_pieces(section: Section, reading: Reading, width: int) -> Iterator[Piece]:
    """A page: what it says in short, its blocks, questions to ask, review state and date."""
    pen, labels = Pen(reading, width), reading.labels
    yield _head(section, pen)
    yield pen.heading(labels.in_short)
    yield _in_short(section, pen)
    yield from blocks(section.blocks, pen)
    if asks := [ask for name in section.questions if (ask := reading.guide.ask(name, reading.variant))]:
        yield pen.heading(labels.questions_to_ask)
        yield Piece(tuple(pen.bullets(ask.text for ask in asks)))
    updated = labels.updated.format(date=phrases.date_words(section.updated))
    yield pen.piece(f"{phrases.review_words(reading.guide.meta, labels)} {updated}.")


def summary_pieces(section: Section, reading: Reading, width: int) -> Iterator[Piece]:
    """What a page says in short, and nothing else of it."""
    pen = Pen(reading, width)
    yield pen.heading(section.title)
    yield _in_short(section, pen)


def _in_short(section: Section, pen: Pen) -> Piece:
    date = phrases.as_of(section.cites, pen.reading.guide, pen.labels)
    return Piece((*pen.bullets(section.summary), *(pen.lines(f"({date})") if date else [])))


def _head(section: Section, pen: Pen) -> Piece:
    """The title, how long the page takes to read, where it holds, and what to know of this edition of it."""
    labels, reading = pen.labels, pen.reading
    lines = pen.lines(section.title) + pen.lines(phrases.how_long(section, labels, reading.nation))
    if section.nations:
        lines += pen.lines(phrases.for_nations(section.nations, labels))
    lines += pen.lines(phrases.overdue_words(reading.guide, labels, section.id))
    lines += pen.lines(phrases.edition_note(section.id, reading.guide, reading.variant, labels))
    return Piece(tuple(lines), is_heading=True)


def contents_text(reading: Reading, width: int, *, ids: bool = False) -> str:
    """The titles of all pages under their parts; with `ids`, what to type after `ketaguide read`."""
    pen = Pen(reading, width)
    pieces = []
    for part, pages in reading.parts():
        pieces.append(pen.heading(part.title))
        pieces.append(Piece(tuple(pen.bullets(f"{page.id}: {page.title}" if ids else page.title for page in pages))))
    return text_of(pieces)
