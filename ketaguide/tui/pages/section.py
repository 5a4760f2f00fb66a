"""The page of a section."""

from collections.abc import Iterator

from ketaguide.crisis import HELP_PAGE
from ketaguide.model.guide import STANDARD, Section
from ketaguide.render.flow import joined
from ketaguide.resolve.section import ResolvedSection, resolve_section
from ketaguide.tui.actions import Listen, Open
from ketaguide.tui.doc import Button, Buttons, Doc, Gap, Piece, Run, Text, text, title
from ketaguide.tui.pages.blocks import PageWriter
from ketaguide.tui.pages.context import Context
from ketaguide.tui.pages.help_now import notice
from ketaguide.tui.pages.nation import nation_question
from ketaguide.tui.pages.questions import question_picker


def section(context: Context, section_id: str) -> Doc:
    """The page of a section, and the way to the pages before and after."""
    found = context.view.section(section_id)
    assert found is not None
    pieces: list[Piece] = [*(notice(context) if found.id == HELP_PAGE else ()), *whole(context, found)]
    pieces.append(Buttons(_neighbours(context, found.id)))
    pieces += [text(place, "soft")] if (place := context.view.page_of(found.id)) else []
    return Doc(found.title, tuple(pieces))


def whole(context: Context, found: Section) -> Iterator[Piece]:
    """All of a page: summary, blocks, questions to ask, link to the evidence, review state and dates."""
    page, labels = resolve_section(found, context.view), context.view.labels
    numbered = context.session.edition_id == STANDARD and any(block.number for block in page.blocks)
    writer = PageWriter(context, page.id, numbered=numbered)
    yield from (*title(page.title)[:-1], _lead(context, page, numbered), *_notes(page))
    if context.session.edition_id != STANDARD and page.id in context.view.edition.sections:
        yield text(context.words.edition_note, "soft")
    yield Gap()
    yield from nation_question(context, found)
    yield from (text(labels.in_short, "h2"), *_summary(page, writer))
    yield from (*writer.blocks(page.blocks), *question_picker(context, found))
    if page.cites:
        note = context.words.how_we_know_note.format(n=len(page.cites))
        yield from (Button(labels.how_we_know, Open(f"evidence:{page.id}"), note), Gap())
    yield from (text(page.updated, "soft"), Gap())


def in_short(context: Context, found: Section) -> Iterator[Piece]:
    """Title, notes and summary of a page."""
    page = resolve_section(found, context.view)
    yield from (*title(page.title)[:-1], *_notes(page), Gap(), *_summary(page, PageWriter(context, page.id)))


def _notes(page: ResolvedSection) -> Iterator[Piece]:
    yield from [text(page.where, "label")] if page.where else []
    yield from (text(note, "note") for note in page.notes)


def _summary(page: ResolvedSection, writer: PageWriter) -> Iterator[Piece]:
    yield from writer.bullets(page.summary)
    yield from [text(f"({page.summary_as_of})", "soft")] if page.summary_as_of else []
    yield Gap()


def _lead(context: Context, page: ResolvedSection, numbered: bool) -> Text:
    """Reading time, meaning of the numbers in brackets, and a link to read the page aloud."""
    said = f"{page.how_long}. {context.words.ref_note} " if numbered else f"{page.how_long}. "
    return Text((Run(said, "soft"), Run(joined(context.view.interface.listen.here), "link", Listen())))


def _neighbours(context: Context, page_id: str) -> tuple[Button, ...]:
    words, (before, after) = context.words, context.view.around(page_id)
    home, contents = Button(words.home, Open("home")), Button(words.all_pages, Open("contents"))
    if page_id not in context.guide.meta.order:
        return (home,)
    return (
        Button(words.previous.format(title=before.nav_title), Open(f"section:{before.id}")) if before else home,
        Button(words.next.format(title=after.nav_title), Open(f"section:{after.id}")) if after else contents,
    )
