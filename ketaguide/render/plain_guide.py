"""Renders the whole guide as one plain text."""

from collections.abc import Iterator

from ketaguide.render.flow import text_of
from ketaguide.render.plain import contents_text, section_pieces
from ketaguide.render.plain_about import about_pieces
from ketaguide.render.plain_evidence import evidence_pieces
from ketaguide.render.plain_words import glossary_pieces
from ketaguide.render.plain_writer import PlainWriter
from ketaguide.resolve.crisis_notice import crisis_notice
from ketaguide.resolve.section import section_cites
from ketaguide.resolve.view import GuideView
from ketaguide.resolve.wording import overdue_words, review_words


def guide_text(view: GuideView, width: int, *, how_we_know: bool = False, addresses: bool = True) -> str:
    """Render title, contents, every page, glossary and about; with `how_we_know`, every claim and its sources."""
    return "\n\n\n".join(_chapters(view, width, how_we_know, addresses))


def _chapters(view: GuideView, width: int, how_we_know: bool, addresses: bool) -> Iterator[str]:
    meta, pages, overdue = view.guide.meta, view.pages(), overdue_words(view)
    writer = PlainWriter(view, width)
    if notice := crisis_notice(view):
        yield text_of([writer.chunk(notice)])
    top = [writer.heading(meta.title), *([writer.chunk(overdue)] if overdue else [])]
    yield text_of([*top, writer.chunk(review_words(view))])
    yield contents_text(view, width)
    for page in pages:
        yield text_of(section_pieces(page, view, width))
    if "words" not in view.lacks:
        yield text_of(glossary_pieces(view, width))
    yield text_of(about_pieces(view, width))
    if how_we_know:
        claims = dict.fromkeys(claim for page in pages for claim in section_cites(page, view))
        yield text_of(evidence_pieces(claims, view, width, addresses=addresses))
