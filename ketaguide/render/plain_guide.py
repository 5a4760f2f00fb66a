"""Renders the whole guide as one plain text, and its parts that are no pages: the glossary and the about page."""

from collections.abc import Iterator

from ketaguide.model.glossary import Term
from ketaguide.render.flow import Chunk, text_of
from ketaguide.render.plain import contents_text, section_pieces
from ketaguide.render.plain_evidence import evidence_pieces
from ketaguide.render.plain_writer import PlainWriter
from ketaguide.resolve.crisis_notice import crisis_notice
from ketaguide.resolve.glossary import resolve_term, sorted_terms
from ketaguide.resolve.section import section_cites
from ketaguide.resolve.view import GuideView
from ketaguide.resolve.wording import overdue_words, review_words, who_answers


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


def term_piece(term: Term, view: GuideView, width: int) -> Chunk:
    """One term: its full meaning, pronunciation and other names."""
    writer, found = PlainWriter(view, width), resolve_term(term, view)
    pairs = ((found.name, found.meaning.text), *found.facts)
    return Chunk(tuple(line for label, text in pairs for line in writer.pair(label, text)))


def glossary_pieces(view: GuideView, width: int) -> Iterator[Chunk]:
    """The whole glossary under its heading."""
    yield PlainWriter(view, width).heading(view.labels.words)
    yield from (term_piece(term, view, width) for term in sorted_terms(view))


def about_pieces(view: GuideView, width: int) -> Iterator[Chunk]:
    """Yield purpose, limits, accessibility notes, review state, dates, funding and licences."""
    writer, meta, words = PlainWriter(view, width), view.guide.meta, view.interface.about
    yield writer.heading(words.title)
    yield writer.chunk(meta.purpose)
    yield writer.heading(words.is_not)
    yield Chunk(tuple(writer.bullets(meta.is_not)))
    yield writer.heading(words.access)
    yield Chunk(tuple(writer.bullets(words.access_words)))
    yield writer.heading(words.who_answers)
    yield from (Chunk(tuple(writer.pair(name, fact))) for name, fact in who_answers(view))
