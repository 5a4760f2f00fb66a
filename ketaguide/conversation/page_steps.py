"""Choices at the end of a page: the next one, words, pages, sources, questions, listening, headings, and the ways back."""

from collections.abc import Callable, Iterator
from functools import partial

from ketaguide.conversation.choices import Option, Step
from ketaguide.conversation.decide import deciding
from ketaguide.conversation.know import know
from ketaguide.conversation.questions import pick
from ketaguide.conversation.talk import Aloud, Talk
from ketaguide.conversation.terms import explain
from ketaguide.conversation.trail import BackTo, TalkPlace, go
from ketaguide.model.guide import Section
from ketaguide.render.spoken import section_speech
from ketaguide.resolve.language import voice_of
from ketaguide.resolve.section import link_targets, linked_heading, section_cites

ToPage = Callable[..., TalkPlace]
"""Gives the place at which a page is read, by its id."""


def at_end(talk: Talk, page: Section, to_page: ToPage, restart: Step, headings: Step) -> Iterator[Option[Step]]:
    """Yield the choices, the commonest first."""
    words, labels = talk.view.words, talk.view.labels
    if after := talk.view.around(page.id)[1]:
        yield Option(words.next_page.format(title=after.title), partial(go, to_page(after.id)), "next")
    yield from deciding(talk, page)
    if terms := link_targets(page, "term", talk.view):
        yield Option(words.words_here, partial(_explain, talk, terms, to_page))
    if pages := link_targets(page, "section", talk.view):
        yield Option(words.pages_here, partial(_follow, talk, page, pages, to_page))
    if section_cites(page, talk.view):
        yield Option(labels.how_we_know, partial(know, talk, page))
    if page.questions:
        yield Option(talk.view.interface.take.pick_here, partial(pick, talk, page))
    yield Option(words.again, restart)
    if aloud := talk.aloud:
        yield Option(talk.view.interface.listen.here, partial(_listen, talk, page, aloud))
    yield Option(words.headings, headings, "headings")
    yield from _ways_back(talk)


def _ways_back(talk: Talk) -> Iterator[Option[Step]]:
    """Yield the way to the page before, and out of all pages read in a row."""
    *before, _ = talk.trail
    if before and before[-1].is_page:
        yield Option(before[-1].back_words(talk), talk.go_back)
    if out := next((place for place in reversed(before) if not place.is_page), None):
        yield Option(out.back_words(talk), partial(_back_to, out))
    elif not before:
        yield Option(talk.view.words.back, talk.leave)


def _back_to(place: TalkPlace) -> None:
    raise BackTo(place)


def _explain(talk: Talk, terms: list[str], to_page: ToPage) -> None:
    if page_id := explain(talk, terms):
        go(to_page(page_id))


def _follow(talk: Talk, page: Section, page_ids: list[str], to_page: ToPage) -> None:
    """Choose one of the pages that this one names, and go to the heading that the link names."""
    pages = [found for page_id in page_ids if (found := talk.view.section(page_id))]
    if chosen := talk.choose([*(Option(found.title, found.id) for found in pages), talk.back_here("")]):
        heading = linked_heading(page, chosen, talk.view)
        go(to_page(chosen, heading=heading, sentence=heading))


def _listen(talk: Talk, page: Section, aloud: Aloud) -> None:
    """Read the page aloud until the to_page chooses stop; help stays available."""
    words = talk.view.interface.listen
    stop = aloud.begin(section_speech(page, talk.view), *voice_of(page.id, talk.view))
    if stop is None:
        talk.say(*(line.format(package=aloud.package) for line in words.no_voice))
        return
    choice = Option(words.stop, None, "back")
    try:
        talk.choose([choice], words.reading_lines, enter=choice)
    finally:
        succeeded = stop()
    if not succeeded:
        talk.say(*words.not_heard)
