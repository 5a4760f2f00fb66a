"""The page of a section."""

from ketaguide.crisis import HELP_PAGE
from ketaguide.model.guide import STANDARD
from ketaguide.render.flow import joined
from ketaguide.resolve.section import ResolvedSection, resolve_section
from ketaguide.tui.actions import Listen, Open
from ketaguide.tui.doc import Button, Buttons, Doc, Gap, Piece, Run, Text, text, title
from ketaguide.tui.pages.blocks import PageWriter
from ketaguide.tui.pages.context import Context
from ketaguide.tui.pages.help_now import notice
from ketaguide.tui.pages.questions import question_picker


def section(context: Context, section_id: str) -> Doc:
    """The page of a section: summary, blocks, questions to ask, evidence, neighbouring pages."""
    found = context.view.section(section_id)
    assert found is not None
    page, labels = resolve_section(found, context.view), context.view.labels
    numbered = context.session.edition_id == STANDARD and any(block.number for block in page.blocks)
    writer = PageWriter(context, page.id, numbered=numbered)
    pieces: list[Piece] = [*notice(context)] if page.id == HELP_PAGE else []
    pieces += [*title(page.title)[:-1], _lead(context, page, numbered)]
    pieces += [text(page.where, "label")] if page.where else []
    pieces += [text(note, "note") for note in page.notes]
    if context.session.edition_id != STANDARD and page.id in context.view.edition.sections:
        pieces.append(text(context.words.edition_note, "soft"))
    pieces += [Gap(), text(labels.in_short, "h2"), *writer.bullets(page.summary)]
    pieces += [text(f"({page.summary_as_of})", "soft")] if page.summary_as_of else []
    pieces += [Gap(), *writer.blocks(page.blocks), *question_picker(context, found), *_foot(context, page)]
    return Doc(page.title, tuple(pieces))


def _lead(context: Context, page: ResolvedSection, numbered: bool) -> Text:
    """Reading time, meaning of the numbers in brackets, and a link to read the page aloud."""
    said = f"{page.how_long}. {context.words.ref_note} " if numbered else f"{page.how_long}. "
    return Text((Run(said, "soft"), Run(joined(context.view.edition.interface.listen.here), "link", Listen())))


def _foot(context: Context, page: ResolvedSection) -> list[Piece]:
    """Link to the evidence, review state and dates, and the pages before and after."""
    words, labels = context.words, context.view.labels
    pieces: list[Piece] = []
    if page.cites:
        note = words.how_we_know_note.format(n=len(page.cites))
        pieces += [Button(labels.how_we_know, Open(f"evidence:{page.id}"), note), Gap()]
    pieces += [text(page.updated, "soft"), Gap(), Buttons(_neighbours(context, page.id))]
    order = [other.id for other in context.view.pages()]
    if page.id in order:
        pieces.append(text(labels.page_of.format(n=order.index(page.id) + 1, total=len(order)), "soft"))
    return pieces


def _neighbours(context: Context, page_id: str) -> tuple[Button, ...]:
    order = context.view.pages()
    here = next((index for index, other in enumerate(order) if other.id == page_id), None)
    if here is None:
        return (Button(context.words.home, Open("home")),)
    before = order[here - 1] if here else None
    after = order[here + 1] if here + 1 < len(order) else None
    return (
        Button(context.words.previous.format(title=before.nav_title), Open(f"section:{before.id}"))
        if before
        else Button(context.words.home, Open("home")),
        Button(context.words.next.format(title=after.nav_title), Open(f"section:{after.id}"))
        if after
        else Button(context.words.all_pages, Open("contents")),
    )
