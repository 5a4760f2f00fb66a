"""Pages of navigation: home, contents, and the view settings."""

from ketaguide.resolve.home import ResolvedHome, resolve_home, resolve_nations
from ketaguide.tui.actions import Open, SetEdition, SetNation, SetTheme
from ketaguide.tui.doc import Answer, Answers, Button, Columns, Doc, Either, Field, Gap, Item, Piece, Strip, part, text, title
from ketaguide.tui.keys import KEYS
from ketaguide.tui.pages.context import Context
from ketaguide.tui.pages.nation import nation_strip
from ketaguide.tui.pages.path import path_buttons
from ketaguide.tui.theme import PALETTES


def home(context: Context) -> Doc:
    """The first page: a search line, the questions people bring, ways for little time, nations and other places."""
    found = resolve_home(context.view)
    key = next(key.shown for key in KEYS if key.name == "search")
    asked = [(one, Open(f"section:{one.page.id}")) for one in (*found.questions, *found.ways)]
    by = [text(found.shown_by, "soft")] if found.shown_by else []
    drawn = tuple(Answer(one.number, one.text, one.brief, one.answer, to) for one, to in asked)
    answers = Answers(drawn[: len(found.questions)], drawn[len(found.questions) :])
    usual: tuple[Piece, ...] = (
        text(found.title, "h1"),
        text(found.about),
        *by,
        Gap(),
        Columns((Field(found.ask, key, Open("search")), answers), _beside(context, found)),
    )
    narrow: tuple[Piece, ...] = (
        text(found.brief_title, "h1"),
        text(found.state),
        Item(found.ask, Open("search"), sign=f"{key} "),
        *(Item(one.brief, to, one.number) for one, to in asked),
        Gap(),
        *_beside(context, found, height=1),
        Gap(),
        text(f"{found.title}. {found.about}"),
        *by,
        Gap(),
        answers,
    )
    notices = [piece for said in found.notices for piece in (text(said, "note"), Gap())]
    return Doc(found.title, (*notices, Either(usual, narrow)), menu=True, alone=True, start=asked[0][1] if asked else None)


def _beside(context: Context, found: ResolvedHome, height: int = 3) -> tuple[Piece, ...]:
    """Ways for little time, the nations, the pages, and what else there is."""
    opens = {"answers": "section:{page}", "pages": "contents"}
    cells = [Button(one.name, Open(opens.get(one.kind, one.kind).format(page=one.page))) for one in found.places]
    pages = sum(one.kind in opens for one in found.places)
    paths = path_buttons(context)
    short = (text(context.view.interface.home.short_of_time, "label"), Strip(paths, height), Gap()) if paths else ()
    checked = text(found.checked, "soft")
    others = (Gap(), Strip(tuple(cells[:pages]), height), Gap(), Strip(tuple(cells[pages:]), height), Gap(), checked)
    return (*short, *nation_strip(context, height), *others)


def contents(context: Context) -> Doc:
    """The contents: pages by part, then the other places."""
    words, view = context.words, context.view
    here = context.session.history.here
    pieces: list[Piece] = [*title(view.labels.contents), Item(words.home, Open("home")), Gap()]
    for one, pages in view.parts():
        named = [(page.nav_title, f"section:{page.id}") for page in pages]
        pieces += part(one.title, *(Item(name, Open(place), current=here == place, indent=2) for name, place in named))
    others = {"search": view.interface.find.title, "questions": view.interface.take.title}
    others |= {"quiz": view.interface.quiz.title, "words": view.labels.words, "about": view.interface.about.title}
    others |= {"view": context.view_title, "keys": words.keys_title}
    pieces += [Item(name, Open(place), current=here == place) for place, name in others.items() if place not in view.lacks]
    return Doc(view.labels.contents, tuple(pieces), menu=True, start=Open(here) if here else None)


def view(context: Context) -> Doc:
    """Settings of nation, edition and colours; the current choice is marked in words."""
    words, session = context.words, context.session
    pieces: list[Piece] = [*title(context.view_title)]
    if choices := resolve_nations(context.view):
        profile = context.view.profile
        pieces.append(text(words.choose_nation.format(country=profile.name), "h2"))
        for number, one in enumerate(choices, 1):
            name = one.name if one.nation else words.nation_not_chosen.format(country=profile.short)
            pieces.append(_choice(context, name, SetNation(one.nation), number, one.is_chosen))
        pieces += [text(words.choose_note, "soft"), Gap()]
    pieces.append(text(words.edition, "h2"))
    editions = [edition.meta for edition in context.guide.editions.values()]
    for edition in editions:
        pieces.append(_choice(context, edition.name, SetEdition(edition.id), 0, edition.id == context.view.edition_id))
    pieces += [*(text(edition.note, "soft") for edition in editions if edition.note), Gap(), text(words.colours, "h2")]
    if context.has_fixed_colours:
        pieces.append(text(words.few_colours))
    for theme in [] if context.has_fixed_colours else PALETTES:
        pieces.append(_choice(context, getattr(words, theme), SetTheme(theme), 0, theme == session.theme))
    return Doc(context.view_title, tuple(pieces), menu=True, start=SetNation(session.nation))


def _choice(context: Context, name: str, action: SetNation | SetEdition | SetTheme, number: int, is_chosen: bool) -> Item:
    label = f"{name} ({context.words.selected})" if is_chosen else name
    return Item(label, action, number)
