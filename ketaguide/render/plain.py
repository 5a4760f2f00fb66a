"""The plain view: pages and lists of the guide as text without a single drawing or escape code."""

from collections.abc import Iterator

from ketaguide.model.guide import Section
from ketaguide.render.flow import Piece, text_of
from ketaguide.render.plain_blocks import blocks
from ketaguide.render.plain_evidence import evidence_pieces
from ketaguide.render.plain_prose import Pen
from ketaguide.resolve.section import resolve_section
from ketaguide.resolve.view import GuideView
from ketaguide.resolve.wording import as_of


def section_text(section: Section, view: GuideView, width: int, *, how_we_know: bool = False) -> str:
    """One page; with `how_we_know`, the claims it rests on and their sources follow."""
    pieces = list(section_pieces(section, view, width))
    if how_we_know:
        pieces += evidence_pieces(resolve_section(section, view).cites, view, width)
    return text_of(pieces)


def section_pieces(section: Section, view: GuideView, width: int) -> Iterator[Piece]:
    """A page: what it says in short, its blocks, questions to ask, review state and date."""
    pen, page = Pen(view, width), resolve_section(section, view)
    head = (page.title, page.how_long, page.where, *page.notes)
    yield Piece(tuple(line for part in head for line in pen.lines(part)), is_heading=True)
    yield pen.heading(view.labels.in_short)
    yield _in_short(section, pen)
    yield from blocks(page.blocks, pen)
    if page.asks:
        yield pen.heading(view.labels.questions_to_ask)
        yield Piece(tuple(pen.bullets(ask.text for ask in page.asks)))
    yield pen.piece(page.updated)


def summary_pieces(section: Section, view: GuideView, width: int) -> Iterator[Piece]:
    """What a page says in short, and nothing else of it."""
    pen = Pen(view, width)
    yield pen.heading(section.title)
    yield _in_short(section, pen)


def _in_short(section: Section, pen: Pen) -> Piece:
    date = as_of(section.cites, pen.view)
    return Piece((*pen.bullets(section.summary), *(pen.lines(f"({date})") if date else [])))


def contents_text(view: GuideView, width: int, *, ids: bool = False) -> str:
    """The titles of all pages under their parts; with `ids`, what to type after `ketaguide read`."""
    pen = Pen(view, width)
    pieces = []
    for part, pages in view.parts():
        pieces.append(pen.heading(part.title))
        pieces.append(Piece(tuple(pen.bullets(f"{page.id}: {page.title}" if ids else page.title for page in pages))))
    return text_of(pieces)
