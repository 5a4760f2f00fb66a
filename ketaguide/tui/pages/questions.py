"""My questions: picking them on a page, the list, and the takeaway."""

from ketaguide.model.ask import Ask
from ketaguide.model.guide import Section
from ketaguide.resolve.takeaway import Takeaway, takeaway
from ketaguide.tui import glyphs
from ketaguide.tui.actions import AskEmpty, AskPrint, Close, Drop, Empty, Move, Open, Pick, Print, ShowCode
from ketaguide.tui.doc import Button, Buttons, Doc, Gap, Item, Piece, Run, Text, spaced, text, title
from ketaguide.tui.pages.blocks import contact_piece
from ketaguide.tui.pages.context import Context

PLACE, TAKEAWAY_PLACE = "questions", "takeaway"


def question_picker(context: Context, page: Section) -> list[Piece]:
    """The questions of a page, each with a checkbox; then links to pick all and to open the list."""
    session, words = context.session, context.view.interface.take
    asks = [ask for ask_id in page.questions if (ask := context.guide.ask(ask_id, session.edition_id))]
    if not asks:
        return []
    pieces: list[Piece] = [text(context.view.labels.questions_to_ask, "h2"), text(words.pick, "soft"), Gap()]
    pieces += [_tick(context, ask) for ask in asks]
    left = tuple(ask.id for ask in asks if ask.id not in session.questions)
    links = [Run(f"+ {words.pick_all}", "link", Pick(left)), Run("    ")] if left else []
    links.append(Run(words.see.format(n=len(session.questions)), "link", Open(PLACE)))
    return [*pieces, Gap(), Text(tuple(links)), Gap()]


def _tick(context: Context, ask: Ask) -> Item:
    if ask.id in context.session.questions:
        return Item(f"{ask.text} ({context.view.interface.take.in_list})", Drop(ask.id), sign=f"{glyphs.TICKED} ")
    return Item(ask.text, Pick((ask.id,)), sign=f"{glyphs.UNTICKED} ")


def questions(context: Context) -> Doc:
    """The list in the reader's order, with actions on each question and on the list."""
    session, words = context.session, context.view.interface.take
    asks = session.questions.picked(context.guide, session.edition_id)
    pieces: list[Piece] = [*title(words.title), text(words.note if asks else words.none_yet), Gap()]
    for number, ask in enumerate(asks, 1):
        pieces += [text(ask.text, first=f"{number}. "), _moves(context, ask, number, len(asks)), Gap()]
    buttons = [Button(words.read, Open(TAKEAWAY_PLACE), words.home_note)]
    if asks:
        buttons.append(Button(words.code, ShowCode(), words.code_note))
    rest = [Button(words.print, AskPrint())] if context.guide.site.printer else []
    rest += [Button(words.empty, AskEmpty())] if asks else []
    return Doc(words.title, (*pieces, Buttons(tuple(buttons)), *([Buttons(tuple(rest))] if rest else [])))


def _moves(context: Context, ask: Ask, number: int, total: int) -> Text:
    """Links to move or remove a question; the first has no up, the last no down."""
    words = context.view.interface.take
    runs = []
    if number > 1:
        runs.append(Run(f"{glyphs.UP} {words.up}", "link", Move(ask.id, -1)))
    if number < total:
        runs.append(Run(f"{glyphs.DOWN} {words.down}", "link", Move(ask.id, 1)))
    runs.append(Run(f"{glyphs.CROSS} {words.remove}", "link", Drop(ask.id)))
    spaced = [part for run in runs for part in (Run("   "), run)][1:]
    return Text(tuple(spaced), first="   ")


def confirm_empty(context: Context) -> Doc:
    """Confirmation of emptying the list."""
    words = context.view.interface.take
    choices = Buttons((Button(words.keep, Close(), number=1), Button(words.empty, Empty(), number=2)))
    return Doc(words.title, (*title(words.title), text(words.empty_sure), Gap(), choices), menu=True, start=Close())


def confirm_print(context: Context) -> Doc:
    """Confirmation of printing: other people may be near the printer."""
    words, printer = context.view.interface.take, context.guide.site.printer
    choices = Buttons((Button(context.words.close_sheet, Close(), number=1), Button(words.print, Print(), number=2)))
    said = text(words.print_sure.format(printer=printer))
    return Doc(words.print, (*title(words.print), said, Gap(), choices), menu=True, start=Close())


def print_result(context: Context, said: str) -> Doc:
    """Result of printing."""
    words, close = context.view.interface.take, Buttons((Button(context.words.close_sheet, Close()),))
    return Doc(words.print, (*title(words.print), text(said), Gap(), close), menu=True)


def reader_takeaway(context: Context) -> Takeaway:
    """The reader's takeaway."""
    return takeaway(context.view, context.session.questions.ids)


def takeaway_page(context: Context) -> Doc:
    """The takeaway, to read."""
    home = reader_takeaway(context)
    pieces: list[Piece] = [*title(home.title)]
    if home.asks:
        pieces += [text(home.ask_title, "h2")]
        pieces += [text(ask.text, first=f"{number}. ") for number, ask in enumerate(home.asks, 1)]
        pieces.append(Gap())
    if home.bring:
        pieces += [text(home.bring_title, "h2")]
        pieces += [Text(context.runs(item), f"{glyphs.BULLET} ") for item in home.bring]
        pieces.append(Gap())
    if home.near:
        pieces += [text(home.near_title, "h2"), *spaced(map(contact_piece, home.near)), Gap()]
    pieces += [text(home.help_title, "h2"), *(text(line, "strong") for line in home.help), Gap()]
    pieces += [text(home.review, "soft"), Gap(), Buttons((Button(home.ask_title, Open(PLACE)),))]
    return Doc(home.title, tuple(pieces))
