"""Get help now: the numbers first, then the care cards in NHS order, then "see your GP"."""

from ketaguide import crisis
from ketaguide.model.block import CareCard
from ketaguide.resolve.block import ResolvedCareCard, resolve_blocks
from ketaguide.resolve.contact import resolve_contact
from ketaguide.resolve.crisis import crisis_lines, help_numbers, urgent_numbers
from ketaguide.resolve.crisis_notice import crisis_notice
from ketaguide.resolve.wording import overdue_words
from ketaguide.tui.actions import Back, Open
from ketaguide.tui.doc import Button, Buttons, Call, Calls, Doc, Gap, Piece, Run, Spread, part, spaced, text
from ketaguide.tui.pages.blocks import PageWriter, contact_piece
from ketaguide.tui.pages.context import Context


def help_now(context: Context) -> Doc:
    """The numbers with their reasons, the site's contacts, and the care cards of the page `get-help`."""
    view, words = context.view, context.words
    page, title = view.section(crisis.HELP_PAGE), view.interface.crisis.get_help_now
    back = words.back_to_reading.format(key="F7")
    pieces: list[Piece] = [*notice(context), Spread(Run(title, "h1"), Run(back, "press", Back())), numbers(context)]
    pieces.append(Gap())
    site = context.guide.site
    if near := [contact_piece(resolve_contact(one, view)) for one in view.contacts(one.id for one in site.contacts)]:
        pieces += part(view.interface.take.near.format(site=site.name), Gap(), *spaced(near))
    if overdue := overdue_words(view):
        pieces += [text(overdue, "note"), Gap()]
    writer = PageWriter(context, crisis.HELP_PAGE)
    for block in resolve_blocks((block for block in page.blocks if isinstance(block, CareCard)), view) if page else ():
        assert isinstance(block.body, ResolvedCareCard)
        pieces += [writer.care_card(block.body), Gap()]
    directory = words.whole_directory if view.profile.nations else words.directory_alone
    buttons = [Button(directory, Open(f"section:{crisis.HELP_PAGE}"))]
    if gp := view.gp_page:
        buttons.append(Button(gp.nav_title, Open(f"section:{gp.id}")))
    pieces += [text(words.after_help), Gap(), Buttons(tuple(buttons)), Button(back, Back())]
    return Doc(title, tuple(pieces))


def numbers(context: Context) -> Calls:
    """The numbers to call, each with when."""
    return Calls(tuple(Call(found.number, found.lines, found.other, found.nation) for found in help_numbers(context.view)))


def notice(context: Context) -> tuple[Piece, ...]:
    """A warning if the guide's crisis numbers, or the words around them, differ from the built-in ones."""
    said = crisis_notice(context.view)
    return (text(said, "note"), Gap()) if said else ()


def banner_parts(context: Context, *, short: bool = False) -> list[tuple[str, str]]:
    """(purpose, number) pairs of the crisis banner: the numbers of a crisis together, those of single nations with their names.

    With `short`, for a narrow window, in their short form: NI for Northern Ireland.
    """
    view, word = context.view, context.view.interface.crisis.crisis
    lines, count = crisis_lines(view), len(urgent_numbers(view))
    own = []
    shared = ""
    for line in lines[1 : 1 + count]:
        if line.what == word:
            shared = line.phone
        else:
            nations = ", ".join(view.profile.name_of(nation, short=short) for nation in line.nations)
            own.append(f"{nations} {line.phone}")
    number = f"{shared} ({', '.join(own)})" if shared and own else shared or ", ".join(own)
    urgent = [(word, number)] if number else []
    return [(lines[0].what, lines[0].phone), *urgent, *((line.what, line.phone) for line in lines[1 + count :])]
