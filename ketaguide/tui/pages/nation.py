"""The question where the reader lives: on the first page, and on pages that answer it by nation."""

from ketaguide.model.guide import Section
from ketaguide.resolve.home import answers_by_nation, resolve_nations
from ketaguide.tui import glyphs
from ketaguide.tui.actions import SetNation
from ketaguide.tui.doc import Button, Either, Gap, Piece, Run, Strip, Text
from ketaguide.tui.pages.context import Context


def nation_question(context: Context, page: Section) -> tuple[Piece, ...]:
    """The question, on a page with a table of the nations, until one is chosen."""
    if context.session.nation or not answers_by_nation(page, context.view):
        return ()
    return (Either(nation_strip(context), nation_strip(context, height=1)), Gap())


def nation_strip(context: Context, height: int = 3) -> tuple[Piece, ...]:
    """The nations, each chosen in one press; the chosen one is ticked and named. Nothing where the country has none."""
    words, nations = context.view.interface.home, [one for one in resolve_nations(context.view) if one.nation]
    if not nations:
        return ()
    chosen = next((one.name for one in nations if one.is_chosen), "")
    cells = (Button(f"{glyphs.TICKED} {one.name}" if one.is_chosen else one.name, SetNation(one.nation)) for one in nations)
    asked = Text((Run(f"{words.where} ", "label"), Run(chosen, "strong") if chosen else Run(words.where_note, "soft")))
    return (asked, Strip(tuple(cells), height))
