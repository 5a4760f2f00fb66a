"""One page of the guide."""

from ketaguide.crisis import HELP_PAGE
from ketaguide.model.guide import STANDARD, Section
from ketaguide.render import phrases
from ketaguide.render.flow import joined
from ketaguide.tui import glyphs
from ketaguide.tui.actions import Listen, Open
from ketaguide.tui.doc import Button, Buttons, Doc, Gap, Piece, Run, Text, text, title
from ketaguide.tui.pages.blocks import Refs, blocks, numbered
from ketaguide.tui.pages.context import Context
from ketaguide.tui.pages.help_now import notice
from ketaguide.tui.pages.questions import to_pick


def section(context: Context, section_id: str) -> Doc:
    """Summary first, then the blocks, questions to ask, how we know, and where to go next."""
    context = context.of_a_page()
    page = context.section(section_id)
    assert page is not None
    labels = context.labels
    pieces: list[Piece] = [
        *(notice(context) if page.id == HELP_PAGE else ()),
        *title(page.title)[:-1],
        Text((Run(f"{_lead(context, page)} ", "soft"), Run(joined(context.edition.interface.listen.here), "link", Listen()))),
        Gap(),
        *_overdue(context, page),
        *_variant_note(context, page),
        text(labels.in_short, "h2"),
        *(Text(context.runs(item), f"{glyphs.BULLET} ") for item in page.summary),
    ]
    if date := phrases.as_of(page.cites, context.guide, labels):
        pieces.append(text(f"({date})", "soft"))
    pieces += [Gap(), *blocks(context, page.id, page.blocks, _refs(context, page))]
    pieces += [*to_pick(context, page), *_foot(context, page)]
    return Doc(page.title, tuple(pieces))


def _overdue(context: Context, page: Section) -> list[Piece]:
    """A line on the page of help where the guide was to be checked again by now."""
    overdue = phrases.overdue_words(context.guide, context.labels, page.id)
    return [text(overdue, "note"), Gap()] if overdue else []


def _lead(context: Context, page: Section) -> str:
    how_long = phrases.how_long(page, context.labels, context.session.nation)
    return f"{how_long}. {context.words.ref_note}" if _refs(context, page) else f"{how_long}."


def _refs(context: Context, page: Section) -> Refs | None:
    """Numbers that lead to how we know; Easy Read does without them, its page has one button for all."""
    return numbered(page) if context.session.variant == STANDARD else None


def _variant_note(context: Context, page: Section) -> list[Piece]:
    """A word where the page is not in the variant chosen, or is older than the standard page."""
    if context.session.variant == STANDARD:
        return []
    note = phrases.edition_note(page.id, context.guide, context.session.variant, context.labels)
    says_what_it_is = [] if note == context.labels.not_in_easy_read else [text(context.words.edition_note, "soft")]
    return [*says_what_it_is, *([text(note, "note")] if note else []), Gap()]


def _foot(context: Context, page: Section) -> list[Piece]:
    """How we know, the review state and date, and the pages before and after."""
    words, labels = context.words, context.labels
    facts = len(phrases.section_cites(page))
    pieces: list[Piece] = []
    if facts:
        note = words.how_we_know_note.format(n=facts)
        pieces += [Button(labels.how_we_know, Open(f"evidence:{page.id}"), note), Gap()]
    pieces.append(text(f"{phrases.review_words(context.guide.meta, labels)} {_updated(context, page)}", "soft"))
    pieces += [Gap(), Buttons(_neighbours(context, page))]
    order = [other.id for other in context.ordered()]
    if page.id in order:
        pieces.append(text(context.labels.page_of.format(n=order.index(page.id) + 1, total=len(order)), "soft"))
    return pieces


def _updated(context: Context, page: Section) -> str:
    return context.labels.updated.format(date=phrases.date_words(page.updated)) + "."


def _neighbours(context: Context, page: Section) -> tuple[Button, ...]:
    order = list(context.ordered())
    here = next((index for index, other in enumerate(order) if other.id == page.id), None)
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
