"""The page of a section."""

from collections.abc import Iterator

from ketaguide.crisis import HELP_PAGE
from ketaguide.model.guide import Section
from ketaguide.render.flow import joined
from ketaguide.resolve.options import ResolvedGrid, ResolvedMatters
from ketaguide.resolve.section import ResolvedSection, headings, resolve_section
from ketaguide.resolve.wording import counted
from ketaguide.tui.actions import Action, GoTo, Listen, Open
from ketaguide.tui.doc import Barred, Button, Buttons, Doc, Gap, Grid, Item, Jumps, Piece, Run, Text, text, title
from ketaguide.tui.layout_text import NUMBER
from ketaguide.tui.pages.blocks import PageWriter
from ketaguide.tui.pages.context import Context
from ketaguide.tui.pages.help_now import notice
from ketaguide.tui.pages.nation import nation_question
from ketaguide.tui.pages.questions import question_picker

_LISTED = 3
"""Least number of headings for a page to list them."""


def section(context: Context, section_id: str) -> Doc:
    """The page of a section, and the way to the pages before and after."""
    found = context.view.section(section_id)
    assert found is not None
    warning = notice(context) if found.id == HELP_PAGE else ()
    return page_doc(found.title, (*warning, *whole(context, found), Buttons(_neighbours(context, found.id))))


def page_doc(name: str, pieces: tuple[Piece, ...], *, start: Action | None = None) -> Doc:
    """A page of the guide, which takes more room where options stand side by side."""
    return Doc(name, pieces, start=start, wide=any(isinstance(piece, Grid) for piece in pieces))


def whole(context: Context, found: Section) -> Iterator[Piece]:
    """All of a page: summary, its headings, blocks, questions to ask, link to the evidence, review state and dates."""
    page, labels = resolve_section(found, context.view), context.view.labels
    numbered = context.view.edition.meta.role != "short" and any(block.number for block in page.blocks)
    writer = PageWriter(context, page.id, numbered=numbered)
    asks = question_picker(context, found)
    yield text(" · ".join(said for said in (page.place, joined(page.how_long)) if said), "soft")
    yield from (*title(page.title)[:-1], *_notes(page))
    if (edition := context.view.edition).meta.note and page.id in edition.sections:
        yield text(edition.meta.note, "soft")
    yield from (Gap(), *nation_question(context, found))
    yield from (Barred((text(labels.in_short, "h2"), *writer.bullets(page.summary)), "short"), Gap())
    has_digits = any(isinstance(block.body, ResolvedMatters | ResolvedGrid) for block in page.blocks)
    listed = [*headings(page.blocks), *([labels.questions_to_ask] if asks else [])]
    yield from _this_page(context, listed, has_digits=has_digits)
    said = f"{context.words.ref_note} " if numbered else ""
    yield from (Text((Run(said, "soft"), Run(context.view.interface.listen.here, "link", Listen()))), Gap())
    yield from (*writer.blocks(page.blocks), *asks)
    if page.cites:
        note = counted(context.words.how_we_know_note, len(page.cites), context.view)
        yield from (Button(labels.how_we_know, Open(f"evidence:{page.id}"), note), Gap())
    yield from (text(page.updated, "soft"), Gap())


def _this_page(context: Context, listed: list[str], *, has_digits: bool) -> Iterator[Piece]:
    """The headings, with digits unless check boxes of the page have them."""
    if len(listed) >= _LISTED:
        items = []
        for number, words in enumerate(listed, 1):
            digit = 0 if has_digits or number > 9 else number
            items.append(Item(words, GoTo(words), digit, indent=0 if has_digits or digit else NUMBER))
        yield from (Jumps(context.view.interface.html.this_page, tuple(items)), Gap())


def in_short(context: Context, found: Section) -> Iterator[Piece]:
    """Title, notes and summary of a page."""
    page = resolve_section(found, context.view)
    summary = Barred(tuple(PageWriter(context, page.id).bullets(page.summary)), "short")
    yield from (*title(page.title)[:-1], *_notes(page), Gap(), summary, Gap())


def _notes(page: ResolvedSection) -> Iterator[Piece]:
    yield from [text(page.where, "label")] if page.where else []
    yield from (text(note, "note") for note in page.notes)


def _neighbours(context: Context, page_id: str) -> tuple[Button, ...]:
    words, (before, after) = context.words, context.view.around(page_id)
    home, contents = Button(words.home, Open("home")), Button(words.all_pages, Open("contents"))
    if page_id not in context.guide.meta.order:
        return (home,)
    return (
        Button(words.previous.format(title=before.nav_title), Open(f"section:{before.id}")) if before else home,
        Button(words.next.format(title=after.nav_title), Open(f"section:{after.id}")) if after else contents,
    )
