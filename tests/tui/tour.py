"""Visits everything the screen can show: every kind of place, every sheet and cover, and their states."""

from collections.abc import AsyncIterator, Iterator
from itertools import chain

from textual.pilot import Pilot

from ketaguide.model.guide import Guide
from ketaguide.session.attempt import Attempt
from ketaguide.settings import Settings
from ketaguide.tui import actions as a
from ketaguide.tui.doc import Doc
from ketaguide.tui.keys import CLEAN
from ketaguide.tui.pages.cover import cleaning, hidden, waiting, warning
from ketaguide.tui.pages.listen import no_voice, voice_failed
from ketaguide.tui.pages.questions import print_result
from ketaguide.tui.preview import PreviewApp
from ketaguide.tui.screens.closing import confirm_close
from ketaguide.tui.screens.cover import Cover, Warn
from ketaguide.tui.screens.search import SearchScreen
from ketaguide.tui.screens.sheet import Sheet
from ketaguide.tui.widgets.doc_view import DocView
from tests.editions import SHORT, STANDARD
from tests.nations import NATIONS
from tests.render.compared import folds_of

from .conftest import places

SEARCHES = {"results": "syrup ketamine", "nothing found": "zzzzzz", "distress": "i want to die"}


def traveller(guide: Guide, settings: Settings | None = None) -> PreviewApp:
    """The preview app, which differs from a reader's only in the list of problems."""
    return PreviewApp(settings or Settings(), guide, lambda: None, ())


def view_of(app: PreviewApp) -> DocView:
    """The view of the current page, sheet, cover or results."""
    return app.screen.query_one("#sheet, #cover, #results, #page", DocView)


def unfolded(app: PreviewApp) -> None:
    """Open every fold, and every option of the grid's list."""
    options = app.context.view.edition.options.options
    for section in app.context.view.pages():
        app.context.session.folds |= folds_of(section) | {f"{section.id}:option:{option.id}" for option in options}


def one_of_each_kind(these: list[str]) -> list[str]:
    """The last place of each kind; the frame is the same for all of them."""
    return list({place.partition(":")[0]: place for place in these}.values())


def sheets(app: PreviewApp) -> Iterator[tuple[str, a.Action]]:
    """All sheets."""
    guide = app.context.guide
    yield "a word", a.ShowTerm(app.context.view.edition.glossary.terms[0].id)
    yield "a service", a.ShowContact(next(iter(guide.contacts)))
    yield "how we know", a.ShowEvidence((next(iter(guide.claims)),))
    yield "sure to empty", a.AskEmpty()
    yield "sure to print", a.AskPrint()
    yield "a code", a.ShowCode()


def docs(app: PreviewApp) -> Iterator[tuple[str, Doc]]:
    """Sheets that report the result of an action."""
    context = app.context
    yield "printed", print_result(context, "It is being printed.")
    yield "sure to close", confirm_close(context)
    yield "no voice", no_voice(context)
    yield "not heard", voice_failed(context)


def covers(app: PreviewApp) -> Iterator[tuple[str, Cover | Warn]]:
    """Covers, at home and in a kiosk."""
    context = app.context
    yield "hidden", Cover(context, hidden(context))
    yield "waiting", Cover(context, waiting(context), [CLEAN])
    yield "quiet", Cover(context, waiting(context, quiet=True), [CLEAN])
    yield "cleaning", Cover(context, cleaning(context, 60))
    yield "anyone there", Warn(context, warning(context, 20))


async def tour(app: PreviewApp, pilot: Pilot[None], *, everywhere: bool = False) -> AsyncIterator[str]:
    """Show each state in turn and yield its name; with `everywhere`, every place."""
    for stop in chain(_pages(app, everywhere=everywhere), _quiz(app), _readers(app), _over(app), _search(app), _faults(app)):
        await pilot.pause()
        yield stop


def _pages(app: PreviewApp, *, everywhere: bool) -> Iterator[str]:
    main, guide = app.main, app.context.guide
    all_places = [*places(guide), *(f"path:{path.minutes}:{n}" for path in guide.meta.paths for n in (1, len(path.steps)))]
    unfolded(app)
    for place in all_places if everywhere else one_of_each_kind(all_places):
        main.open(place)
        yield place
    for place in ("questions", "takeaway"):
        main.open(place)
        yield f"{place}, none picked"
    main.perform(a.Pick(tuple(ask.id for group in app.context.view.edition.asks.groups for ask in group.questions)[:3]))
    for place in ("questions", "takeaway", f"section:{guide.meta.order[-1]}"):
        main.open(place)
        yield f"{place}, some picked"


def _quiz(app: PreviewApp) -> Iterator[str]:
    round_ = app.context.view.edition.quiz.rounds[0]
    choices = round_.questions[0].choices
    for name, correct in (("right", True), ("wrong", False)):
        app.main.open(f"quiz:{round_.id}")
        yield f"question, before {name}"
        app.main.perform(a.Choose(next(n for n, choice in enumerate(choices) if choice.correct is correct)))
        yield f"answered, {name}"
    app.context.session.attempt = ended = Attempt(round_)
    while not ended.finished:
        ended.next()
    app.main.refresh_all()
    yield "end of the round"


def _readers(app: PreviewApp) -> Iterator[str]:
    main, order = app.main, app.context.guide.meta.order
    for edition_id in (SHORT, STANDARD):
        main.perform(a.SetEdition(edition_id))
        main.open(f"section:{order[0]}")
        yield f"a page, {edition_id}"
    for nation in (*NATIONS, None):
        main.perform(a.SetNation(nation))
        main.open("view")
        yield f"view, {nation}"
    main.open(f"section:{order[1]}")
    main.page.show_narrated(1, 0)
    yield "read aloud"
    app.context.session.folds.clear()
    main.open(f"section:{order[1]}")
    yield "a page, folds closed"


def _over(app: PreviewApp) -> Iterator[str]:
    for name, action in sheets(app):
        app.main.perform(action)
        assert app.screen is not app.main, name
        yield name
        app.pop_screen()
    for name, screen in (*((name, Sheet(app.context, doc)) for name, doc in docs(app)), *covers(app)):
        app.push_screen(screen)
        yield name
        app.pop_screen()


def _search(app: PreviewApp) -> Iterator[str]:
    app.main.open("search")
    screen = app.screen
    assert isinstance(screen, SearchScreen)
    yield "search, nothing typed"
    for name, typed in SEARCHES.items():
        screen.line.focus()
        screen.line.value = typed
        screen.line.action_end()
        yield f"search, {name}"
    screen.perform(a.ShowLetters(True))
    yield "search, letters"
    screen.perform(a.ShowLetters(False))
    screen.line.value = "words"
    screen.results.focus()
    yield "search, in the results"
    screen.perform(a.ShowTerm(app.context.view.edition.glossary.terms[0].id))
    yield "search, a word"
    app.pop_screen()
    app.pop_screen()


def _faults(app: PreviewApp) -> Iterator[str]:
    app._show_problems(("content/en/x.yaml:1:2: a fault: how to mend it", "content/en/y.yaml:3:4: another: how to mend it"))
    yield "faults"
    app._show_problems(())
