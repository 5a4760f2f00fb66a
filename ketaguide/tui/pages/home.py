"""Pages of navigation: home, contents, and the view settings."""

from ketaguide.model.contact import NATIONS
from ketaguide.model.guide import SHORT, STANDARD, EditionId
from ketaguide.resolve.wording import nation_name, overdue_words, review_words, shown_by
from ketaguide.tui import glyphs
from ketaguide.tui.actions import Open, SetEdition, SetNation, SetTheme
from ketaguide.tui.doc import Button, Buttons, Doc, Gap, Item, Piece, Text, text, title
from ketaguide.tui.pages.context import Context
from ketaguide.tui.pages.help_now import notice
from ketaguide.tui.pages.path import path_buttons
from ketaguide.tui.theme import PALETTES


def home(context: Context) -> Doc:
    """The home page: about the guide, and buttons to every area."""
    words, meta, view = context.words, context.guide.meta, context.view
    pages = list(view.pages())
    first = pages[0].id if pages else ""
    gp = view.gp_page
    choices = [
        Button(words.start_reading, Open(f"section:{first}"), words.start_note.format(n=len(pages)), number=1),
        Button(words.all_pages, Open("contents"), words.all_pages_note.format(n=len(meta.parts)), number=2),
        Button(words.help_now, Open("help-now"), words.help_now_note, number=3),
        Button(view.interface.quiz.title, Open("quiz"), words.quiz_note, number=5),
        Button(view.labels.words, Open("words"), words.words_note.format(n=len(view.edition.glossary.terms)), number=6),
        Button(view.interface.about.title, Open("about"), words.about_note, number=7),
        Button(words.view, Open("view"), nation_name(context.session.nation, view.labels), number=8),
        Button(view.interface.find.title, Open("search"), view.interface.find.note, number=9),
    ]
    if gp:
        choices.insert(3, Button(gp.nav_title, Open(f"section:{gp.id}"), words.gp_note, number=4))
    pieces: list[Piece] = [*notice(context), *title(meta.title)]
    if overdue := overdue_words(view):
        pieces += [text(overdue, "note"), Gap()]
    pieces += [Text(text(line).runs, f"{glyphs.BULLET} ") for line in words.home_about]
    if shown := shown_by(view):
        pieces.append(text(f"{view.interface.take.shown_by} {shown}", "soft"))
    pieces += [text(review_words(meta, view.labels), "soft"), Gap()]
    pieces += [Buttons(tuple(choices[index : index + 2])) for index in range(0, 4, 2)]
    if context.guide.meta.paths:
        pieces.append(Buttons(path_buttons(context)))
    pieces += [Buttons(tuple(choices[index : index + 2])) for index in range(4, len(choices), 2)]
    return Doc(meta.title, tuple(pieces), menu=True)


def contents(context: Context) -> Doc:
    """The contents: pages by part, then the other places."""
    words, view = context.words, context.view
    here = context.session.history.here
    pieces: list[Piece] = [*title(view.labels.contents), Item(words.home, Open("home")), Gap()]
    for part in context.guide.meta.parts:
        pieces.append(text(part.title, "h2"))
        for section_id in part.sections:
            if section := view.section(section_id):
                action = Open(f"section:{section.id}")
                pieces.append(Item(section.nav_title, action, current=here == action.place, indent=2))
        pieces.append(Gap())
    others = {"search": view.interface.find.title, "questions": view.interface.take.title}
    others |= {"quiz": view.interface.quiz.title, "words": view.labels.words, "about": view.interface.about.title}
    others |= {"view": words.view, "keys": words.keys_title}
    pieces += [Item(name, Open(place), current=here == place) for place, name in others.items()]
    return Doc(view.labels.contents, tuple(pieces), menu=True, start=Open(here) if here else None)


def view(context: Context) -> Doc:
    """Settings of nation, edition and colours; the current choice is marked in words."""
    words, session = context.words, context.session
    pieces: list[Piece] = [*title(words.view), text(words.choose_nation, "h2")]
    for number, nation in enumerate((*NATIONS, None), 1):
        name = nation_name(nation, context.view.labels)
        pieces.append(_choice(context, name, SetNation(nation), number, nation == session.nation))
    pieces += [Gap(), text(words.edition, "h2")]
    for edition_id in (STANDARD, SHORT):
        pieces.append(
            _choice(context, edition_name(context, edition_id), SetEdition(edition_id), 0, edition_id == session.edition_id)
        )
    pieces += [text(words.edition_note, "soft"), Gap(), text(words.colours, "h2")]
    if context.has_fixed_colours:
        pieces.append(text(words.few_colours))
    for theme in [] if context.has_fixed_colours else PALETTES:
        pieces.append(_choice(context, getattr(words, theme), SetTheme(theme), 0, theme == session.theme))
    return Doc(words.view, tuple(pieces), menu=True, start=SetNation(session.nation))


def edition_name(context: Context, edition_id: EditionId) -> str:
    """ "Standard" or "Short and simple"."""
    return str(getattr(context.view.labels, edition_id.replace("-", "_")))


def _choice(context: Context, name: str, action: SetNation | SetEdition | SetTheme, number: int, is_chosen: bool) -> Item:
    label = f"{name} ({context.words.selected})" if is_chosen else name
    return Item(label, action, number)
