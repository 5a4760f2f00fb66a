"""My questions: picking them on a page, the list, and the takeaway."""

from collections.abc import Iterable, Iterator
from itertools import islice

from ketaguide.model.ask import Ask
from ketaguide.model.block import OptionsGrid, WhatMatters
from ketaguide.model.guide import Section
from ketaguide.resolve.takeaway import Takeaway, takeaway
from ketaguide.tui import glyphs
from ketaguide.tui.actions import AskEmpty, AskPrint, Close, Drop, Empty, Move, Open, OpenAt, Pick, Print, Select, ShowCode
from ketaguide.tui.doc import Button, Buttons, Doc, Gap, Item, Piece, Run, Text, part, spaced, text, title
from ketaguide.tui.pages.blocks import contact_piece
from ketaguide.tui.pages.context import Context, check_box

PLACE, TAKEAWAY_PLACE, ALL_PLACE = "questions", "takeaway", "questions-by-page"


def question_picker(context: Context, page: Section) -> list[Piece]:
    """The questions of a page, each with a checkbox; then links to pick all and to open the list."""
    session, words = context.session, context.view.interface.take
    if not (asks := context.view.asks(page.questions)):
        return []
    pieces: list[Piece] = [text(context.view.labels.questions_to_ask, "h2"), text(words.pick, "soft"), Gap()]
    pieces += [_tick(context, ask) for ask in asks]
    left = tuple(ask.id for ask in asks if ask.id not in session.questions)
    links = (Run(f"+ {words.pick_all}", "link", Pick(left)), Run("    ")) if left else ()
    see = Run(words.see.format(n=len(session.questions)), "link", Open(PLACE))
    return [*pieces, Gap(), Text((*links, see)), Gap()]


def _tick(context: Context, ask: Ask, number: int = 0) -> Item:
    """A question with a check box."""
    if ask.id in context.session.questions:
        said = f"{ask.text} ({context.view.interface.take.in_list})"
        return Item(said, Drop(ask.id), number, sign=check_box(context, ticked=True))
    return Item(ask.text, Pick((ask.id,)), number, sign=check_box(context, ticked=False))


def questions(context: Context) -> Doc:
    """The list in the reader's order, the ways to take it home first; the most asked to tick while there is none."""
    session, words = context.session, context.view.interface.take
    asks = context.view.asks(session.questions.ids)
    pieces: list[Piece] = [*title(words.see.format(n=len(asks))), _take_home(context), *_my_picks(context), Gap()]
    offered = context.view.asks(context.guide.first.asks.most_asked[:9]) if session.questions.offering or not asks else []
    if offered:
        ticks = [_tick(context, ask, number) for number, ask in enumerate(offered, 1)]
        pieces += [text(words.most_asked, "h2"), Gap(), *spaced(ticks), Gap()]
        pieces += [Button(words.by_page, Open(ALL_PLACE)), text(words.note, "soft"), Gap(), *_ways_home(context)]
        return Doc(words.title, tuple(pieces), menu=True, start=ticks[0].action)
    pieces += [text(words.select if asks else words.none_yet, "soft"), Gap()]
    for number, ask in enumerate(asks, 1):
        pieces.append(Item(ask.text, Select(ask.id), number if number < 10 else 0))
        pieces += [_moves(context, ask, number, len(asks))] if ask.id == session.questions.selected else []
        pieces.append(Gap())
    pieces += [text(words.note, "soft"), Gap(), *_ways_home(context)]
    last = [Button(words.by_page, Open(ALL_PLACE)), *([Button(words.empty, AskEmpty())] if asks else [])]
    return Doc(words.title, (*pieces, Buttons(tuple(last))), menu=True)


def _take_home(context: Context) -> Text:
    """The ways to take the list home, in one row."""
    words = context.view.interface.take
    ways = [Run(words.phone, "link", ShowCode())] if context.session.picked else []
    ways += [Run(words.on_paper, "link", AskPrint())] if context.guide.site.printer else []
    ways.append(Run(words.read, "link", Open(TAKEAWAY_PLACE)))
    parts = (part for at, way in enumerate(ways) for part in (Run(f" {glyphs.OTHER} " if at else " "), way))
    return Text((Run(words.take_home, "label"), *parts))


def _ways_home(context: Context) -> tuple[Piece, ...]:
    """The same as buttons, large enough to touch."""
    words = context.view.interface.take
    buttons = [Button(words.code, ShowCode(), words.code_note)] if context.session.picked else []
    buttons.append(Button(words.read, Open(TAKEAWAY_PLACE), words.home_note))
    printed = (Button(words.print, AskPrint()),) if context.guide.site.printer else ()
    return (Buttons(tuple(buttons)), *printed)


def _my_picks(context: Context) -> Iterator[Piece]:
    """Picked things and options, each after a link to where it is picked."""
    home = reader_takeaway(context)
    for name, picked, place in _picking(context, home):
        said = "; ".join(filter(None, picked))
        yield Text((Run(name, "link", place), Run(f": {said}" if said else "")))


def _picking(context: Context, home: Takeaway) -> Iterator[tuple[str, tuple[str, ...], OpenAt]]:
    """The name of what is picked, the picks, and the place to pick; a guide without the place has neither."""
    kinds = ((home.matters_title, home.matters, WhatMatters), (home.options_title, home.options, OptionsGrid))
    for name, picked, kind in kinds:
        found = ((page.id, block.title) for page in context.view.pages() for block in page.blocks if isinstance(block, kind))
        for page_id, heading in islice(found, 1):
            yield name, picked, OpenAt(f"section:{page_id}", heading, below=heading)


def _moves(context: Context, ask: Ask, number: int, total: int) -> Text:
    """Links to move or remove the selected question; the first has no up, the last no down."""
    words = context.view.interface.take
    runs = [Run(f"{glyphs.UP} {words.up}", "button", Move(ask.id, -1))] if number > 1 else []
    runs += [Run(f"{glyphs.DOWN} {words.down}", "button", Move(ask.id, 1))] if number < total else []
    runs.append(Run(f"{glyphs.CROSS} {words.remove}", "button", Drop(ask.id)))
    return in_a_row(runs, first="  ")


def in_a_row(runs: Iterable[Run], first: str = "") -> Text:
    """Links side by side."""
    return Text(tuple(part for run in runs for part in (Run("   "), run))[1:], first)


def every_question(context: Context) -> Doc:
    """Every question to ask, under the page it stands at the end of."""
    words, pieces = context.view.interface.take, [*title(context.view.interface.take.by_page)]
    for page in context.view.pages():
        pieces += part(page.nav_title, *(_tick(context, ask) for ask in context.view.asks(page.questions)))
    pieces.append(Button(words.see.format(n=len(context.session.questions)), Open(PLACE)))
    return Doc(words.by_page, tuple(pieces), menu=True)


def confirm_empty(context: Context) -> Doc:
    """Confirmation of emptying the list."""
    words = context.view.interface.take
    return _confirm(words.title, words.empty_sure, words.keep, Button(words.empty, Empty(), number=2))


def confirm_print(context: Context) -> Doc:
    """Confirmation of printing: other people may be near the printer."""
    words, printer = context.view.interface.take, context.guide.site.printer
    said = words.print_sure.format(printer=printer)
    return _confirm(words.print, said, context.words.close_sheet, Button(words.print, Print(), number=2))


def _confirm(head: str, said: str, stay: str, go_on: Button) -> Doc:
    choices = Buttons((Button(stay, Close(), number=1), go_on))
    return Doc(head, (*title(head), text(said), Gap(), choices), menu=True, start=Close())


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
    judged = [f"{label}: {home.blank}" for label in home.judgements]
    places = [Button(name, place) for name, _, place in _picking(context, home)]
    pieces = (
        *title(home.title),
        *part(home.help_title, *(text(line, "strong") for line in home.help)),
        *part(home.matters_title, *map(text, _to_fill(home.matters, home.blank))),
        *part(home.options_title, *(text(line) for name in _to_fill(home.options, home.blank) for line in (name, *judged))),
        *part(home.ask_title, *(text(ask.text, first=f"{number}. ") for number, ask in enumerate(home.asks, 1))),
        *part(home.tried_title, *(text(f"{column}: {home.blank}") for column in home.tried)),
        *part(home.bring_title, *(Text(context.runs(item), f"{glyphs.BULLET} ") for item in home.bring)),
        *part(home.near_title, *spaced(map(contact_piece, home.near))),
        *part(home.paid_title, *([text(home.paid)] if home.paid else [])),
        text(home.review, "soft"),
        Gap(),
        Buttons((Button(home.ask_title, Open(PLACE)), *places)),
    )
    return Doc(home.title, pieces)


def _to_fill(picked: tuple[str, ...], blank: str) -> list[str]:
    """Numbered lines of picks; one empty line if nothing is picked."""
    return [f"{number}. {name}" for number, name in enumerate(picked, 1)] if any(picked) else [blank]
