"""Renders pages and lists as plain text, without drawings or escape codes."""

from collections.abc import Iterator

from ketaguide.model.guide import Section
from ketaguide.render.flow import Chunk, text_of
from ketaguide.render.plain_blocks import blocks
from ketaguide.render.plain_evidence import section_evidence_pieces
from ketaguide.render.plain_writer import PlainWriter
from ketaguide.resolve.section import ResolvedSection, resolve_section
from ketaguide.resolve.view import GuideView


def section_text(section: Section, view: GuideView, width: int, *, how_we_know: bool = False, addresses: bool = True) -> str:
    """Render one page; with `how_we_know`, its claims and sources follow by heading, with `addresses` of the web."""
    chunks = list(section_pieces(section, view, width))
    if how_we_know:
        chunks += section_evidence_pieces(section, view, width, addresses=addresses)
    return text_of(chunks)


def section_pieces(section: Section, view: GuideView, width: int) -> Iterator[Chunk]:
    """Yield a page: title, summary, blocks, questions to ask, review state and date."""
    writer, page = PlainWriter(view, width), resolve_section(section, view)
    yield writer.heading(page.title)
    yield from _about(writer, page.how_long, page.where, *page.notes)
    yield writer.heading(view.labels.in_short)
    yield _in_short(page, writer)
    yield from blocks(page.blocks, writer)
    yield from _questions(page, writer)
    yield writer.chunk(page.updated)


def question_pieces(section: Section, view: GuideView, width: int) -> Iterator[Chunk]:
    """Yield the questions to ask of a page under their heading."""
    yield from _questions(resolve_section(section, view), PlainWriter(view, width))


def _questions(page: ResolvedSection, writer: PlainWriter) -> Iterator[Chunk]:
    if page.asks:
        yield writer.heading(writer.view.labels.questions_to_ask)
        yield Chunk(tuple(writer.bullets(ask.text for ask in page.asks)))


def summary_pieces(section: Section, view: GuideView, width: int) -> Iterator[Chunk]:
    """Yield the title, notes and summary of a page."""
    writer, page = PlainWriter(view, width), resolve_section(section, view)
    yield writer.heading(page.title)
    yield from _about(writer, page.where, *page.notes)
    yield _in_short(page, writer)


def _about(writer: PlainWriter, *parts: str) -> Iterator[Chunk]:
    """Yield what stands below the title, which is no part of a heading: reading time, nations, notes."""
    if lines := tuple(line for part in parts for line in writer.lines(part)):
        yield Chunk(lines)


def _in_short(page: ResolvedSection, writer: PlainWriter) -> Chunk:
    return Chunk(tuple(writer.bullets(page.summary)))


def contents_text(view: GuideView, width: int, *, ids: bool = False) -> str:
    """The table of contents; with `ids`, each title follows its id for `ketaguide read`."""
    writer = PlainWriter(view, width)
    chunks = []
    for part, pages in view.parts():
        chunks.append(writer.heading(part.title))
        chunks.append(Chunk(tuple(writer.bullets(f"{page.id}: {page.title}" if ids else page.title for page in pages))))
    return text_of(chunks)
