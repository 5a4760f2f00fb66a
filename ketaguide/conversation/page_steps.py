"""Choices at the end of a page: the next one, words, pages, sources, questions, listening, headings, and the ways back."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from ketaguide.conversation.decide import deciding
from ketaguide.conversation.know import know
from ketaguide.conversation.moves import BackTo, Spot
from ketaguide.conversation.questions import pick
from ketaguide.conversation.talk import Aloud, Option, Talk
from ketaguide.conversation.terms import explain
from ketaguide.model.guide import Section
from ketaguide.render.spoken import section_speech
from ketaguide.resolve.language import voice_of
from ketaguide.resolve.section import link_targets, section_cites

Step = Callable[[], object]


class Ways(NamedTuple):
    """Ways from a page that is read, to other pages and within it."""

    go: Callable[[str], object]
    """To a page."""
    follow: Callable[[str], object]
    """To a page that this one names, at the heading that the link names."""
    restart: Step
    headings: Step


def at_end(talk: Talk, page: Section, ways: Ways) -> list[Option[Step]]:
    """The choices, the commonest first."""
    return [*_steps(talk, page, ways), *_ways_back(talk)]


def _steps(talk: Talk, page: Section, ways: Ways) -> Iterator[Option[Step]]:
    words, labels = talk.view.words, talk.view.labels
    if after := talk.view.around(page.id)[1]:
        yield Option(words.next_page.format(title=after.title), partial(ways.go, after.id), "next")
    yield from deciding(talk, page)
    if terms := link_targets(page, "term", talk.view):
        yield Option(words.words_here, partial(_explain, talk, terms, ways.go))
    if pages := link_targets(page, "section", talk.view):
        yield Option(words.pages_here, partial(_follow, talk, pages, ways.follow))
    if section_cites(page, talk.view):
        yield Option(labels.how_we_know, partial(know, talk, page))
    if page.questions:
        yield Option(talk.view.interface.take.pick_here, partial(pick, talk, page))
    yield Option(words.again, ways.restart)
    if aloud := talk.aloud:
        yield Option(talk.view.interface.listen.here, partial(_listen, talk, page, aloud))
    yield Option(words.headings, ways.headings, "headings")


def _ways_back(talk: Talk) -> Iterator[Option[Step]]:
    """Yield the way to the page before, and out of all pages read in a row."""
    *before, _ = talk.trail
    if before and before[-1].is_page:
        yield Option(before[-1].back_words(talk), talk.go_back)
    if out := next((place for place in reversed(before) if not place.is_page), None):
        yield Option(out.back_words(talk), partial(_back_to, out))
    elif not before:
        yield Option(talk.view.words.back, talk.leave)


def _back_to(place: Spot) -> None:
    raise BackTo(place)


def _explain(talk: Talk, terms: list[str], go: Callable[[str], object]) -> None:
    if page_id := explain(talk, terms):
        go(page_id)


def _follow(talk: Talk, page_ids: list[str], go: Callable[[str], object]) -> None:
    """Choose one of the pages that this one names."""
    pages = [found for page_id in page_ids if (found := talk.view.section(page_id))]
    back = Option(talk.view.words.back, "", "back")
    if chosen := talk.choose([*(Option(found.title, found.id) for found in pages), back]):
        go(chosen)


def _listen(talk: Talk, page: Section, aloud: Aloud) -> None:
    """Read the page aloud until the reader chooses stop; help stays available."""
    words = talk.view.interface.listen
    stop = aloud.begin(section_speech(page, talk.view), *voice_of(page.id, talk.view))
    if stop is None:
        talk.say(*(line.format(package=aloud.package) for line in words.no_voice))
        return
    succeeded = True
    try:
        talk.choose([Option(words.stop, None, "back")], words.reading_lines, enter=Option(words.stop, None))
    finally:
        succeeded = stop()
    if not succeeded:
        talk.say(*words.not_heard)
