"""Page reading: in order, or by following links."""

from collections.abc import Callable, Iterator
from functools import partial

from ketaguide.conversation.decide import deciding
from ketaguide.conversation.know import know
from ketaguide.conversation.questions import pick
from ketaguide.conversation.talk import Aloud, Option, Talk
from ketaguide.conversation.terms import explain
from ketaguide.model.guide import Section
from ketaguide.render.flow import chapters
from ketaguide.render.plain import section_pieces
from ketaguide.render.spoken import section_speech
from ketaguide.resolve.section import link_targets, linked_heading, section_cites

Step = Callable[[], bool]
"""Action at the end of a page; returns False to stop reading pages."""


def read_pages(talk: Talk, section_id: str, way_back: str, *, heading: str = "", sentence: str = "") -> None:
    """Read a page and the pages chosen after it, until the reader chooses `way_back`, the label of the way out.

    The first page begins with the part that holds `sentence` below `heading`, if they are given.
    """

    def follow(page: Section, page_ids: list[str]) -> bool:
        nonlocal heading, sentence
        chosen = _pick(talk, page_ids)
        heading = sentence = linked_heading(page, chosen, talk.view)
        return _go(talk, chosen)

    talk.session.history.visit(section_id)
    shown = None
    while page := _here(talk):
        if page.id != shown:
            _show(talk, page, heading=heading, sentence=sentence)
            shown, heading, sentence = page.id, "", ""
        steps = [*_steps(talk, page, follow), Option(way_back, _stop_reading)]
        if not talk.choose(steps, talk.view.words.at_page.format(title=page.title))():
            return


def _here(talk: Talk) -> Section | None:
    here = talk.session.history.here
    return talk.view.section(here) if here else None


def _show(talk: Talk, page: Section, *, heading: str = "", sentence: str = "") -> None:
    """Show the page's position and read it in parts, beginning with the one that holds a sentence."""
    if place := talk.view.page_of(page.id):
        talk.say(place)
    pieces = section_pieces(page, talk.view, talk.width)
    talk.read(pieces, talk.view.words.to_end, heading=heading, sentence=sentence)


def _steps(talk: Talk, page: Section, follow: Callable[[Section, list[str]], bool]) -> Iterator[Option[Step]]:
    """Yield the choices at the end of a page, the commonest first."""
    words, labels = talk.view.words, talk.view.labels
    if after := talk.view.around(page.id)[1]:
        yield Option(words.next_page.format(title=after.title), lambda: _go(talk, after.id))
    for choice in deciding(talk, page):
        yield Option(choice.words, partial(_stay, choice.value))
    if terms := link_targets(page, "term", talk.view):
        yield Option(words.words_here, lambda: _go(talk, explain(talk, terms)))
    if pages := link_targets(page, "section", talk.view):
        yield Option(words.pages_here, lambda: follow(page, pages))
    if section_cites(page, talk.view):
        yield Option(labels.how_we_know, lambda: _stay(partial(know, talk, page)))
    if page.questions:
        yield Option(talk.view.interface.take.pick_here, lambda: _questions(talk, page))
    yield Option(words.again, lambda: _again(talk, page))
    if aloud := talk.aloud:
        yield Option(talk.view.interface.listen.here, lambda: _listen(talk, page, aloud))
    yield Option(words.headings, lambda: _from_heading(talk, page))
    if before := talk.session.history.before:
        title = found.title if (found := talk.view.section(before)) else ""
        yield Option(words.back_to.format(title=title), lambda: _back(talk))


def _pick(talk: Talk, page_ids: list[str]) -> str:
    """Choose one of several pages; returns its id, or an empty string to go back."""
    pages = [page for page_id in page_ids if (page := talk.view.section(page_id))]
    return talk.choose([*(Option(page.title, page.id) for page in pages), Option(talk.view.words.back, "")])


def _stay(act: Callable[[], object]) -> bool:
    act()
    return True


def _stop_reading() -> bool:
    return False


def _go(talk: Talk, section_id: str) -> bool:
    if section_id:
        talk.session.history.visit(section_id)
    return True


def _back(talk: Talk) -> bool:
    talk.session.history.back()
    return True


def _again(talk: Talk, page: Section) -> bool:
    _show(talk, page)
    return True


def _listen(talk: Talk, page: Section, aloud: Aloud) -> bool:
    """Read the page aloud until the reader chooses stop; help stays available."""
    words = talk.view.interface.listen
    stop = aloud.begin(section_speech(page, talk.view))
    if stop is None:
        talk.say(*(line.format(package=aloud.package) for line in words.no_voice))
        return True
    succeeded = True
    try:
        talk.choose([Option(words.stop, None)], words.reading_lines)
    finally:
        succeeded = stop()
    if not succeeded:
        talk.say(*words.not_heard)
    return True


def _from_heading(talk: Talk, page: Section) -> bool:
    """Read the page from a chosen heading."""
    chunks = tuple(section_pieces(page, talk.view, talk.width))
    found = list(chapters(chunks))
    starts = [Option(title, chunks[chunks.index(chapter[0]) :]) for title, chapter in found]
    if chosen := talk.choose([*starts, Option(talk.view.words.back, ())]):
        talk.read(chosen, talk.view.words.to_end)
    return True


def _questions(talk: Talk, page: Section) -> bool:
    pick(talk, page)
    return True
