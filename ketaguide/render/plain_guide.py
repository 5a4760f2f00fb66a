"""The whole guide as one plain text, from start to end."""

from collections.abc import Iterator

from ketaguide.render import phrases
from ketaguide.render.crisis_notice import crisis_notice
from ketaguide.render.flow import text_of
from ketaguide.render.plain import contents_text, section_pieces
from ketaguide.render.plain_about import about_pieces
from ketaguide.render.plain_evidence import evidence_pieces
from ketaguide.render.plain_prose import Pen
from ketaguide.render.plain_words import glossary_pieces
from ketaguide.render.reading import Reading


def guide_text(reading: Reading, width: int, *, how_we_know: bool = False) -> str:
    """Title, contents, every page, words explained, about; with `how_we_know`, every claim and its sources."""
    return "\n\n\n".join(_chapters(reading, width, how_we_know))


def _chapters(reading: Reading, width: int, how_we_know: bool) -> Iterator[str]:
    meta, pages = reading.guide.meta, reading.pages()
    pen = Pen(reading, width)
    if notice := crisis_notice(reading.guide, reading.nation):
        yield text_of([pen.piece(notice)])
    overdue = phrases.overdue_words(reading.guide, reading.labels)
    top = [pen.heading(meta.title), *([pen.piece(overdue)] if overdue else [])]
    yield text_of([*top, pen.piece(phrases.review_words(meta, reading.labels))])
    yield contents_text(reading, width)
    for page in pages:
        yield text_of(section_pieces(page, reading, width))
    yield text_of(glossary_pieces(reading, width))
    yield text_of(about_pieces(reading, width))
    if how_we_know:
        claims = dict.fromkeys(claim for page in pages for claim in phrases.section_cites(page))
        yield text_of(evidence_pieces(claims, reading, width))
