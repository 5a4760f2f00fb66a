"""The first choices: what people come with, and behind them everything else."""

from collections.abc import Callable, Iterator
from functools import partial

from ketaguide.conversation.choices import Option, Step
from ketaguide.conversation.console import Quit
from ketaguide.conversation.lists import contents, glossary
from ketaguide.conversation.output import as_sentence
from ketaguide.conversation.page import PageReader
from ketaguide.conversation.paths import paths
from ketaguide.conversation.questions import my_questions
from ketaguide.conversation.quiz import quiz
from ketaguide.conversation.search import Search
from ketaguide.conversation.talk import Talk
from ketaguide.conversation.trail import Area, TalkPlace, go
from ketaguide.conversation.view import edition_id, edition_now, nation, nation_now
from ketaguide.render.plain_guide import about_pieces
from ketaguide.resolve.home import resolve_home

BRIEF_BELOW = 60
"""Columns; in a narrower window, the first questions are read in their brief form."""


class MainMenu(TalkPlace):
    """The main menu."""

    def __init__(self) -> None:
        self._is_begun = False

    def back_words(self, talk: Talk) -> str:
        """The choice that leads back to the start."""
        return talk.view.words.main_menu

    def __call__(self, talk: Talk) -> None:
        """Welcome the reader, then offer the questions people come with, and every area, until they quit."""
        if not self._is_begun:
            _begin(talk)
            self._is_begun = True
        with_answers = False
        while True:
            choices = [*_questions(talk, with_answers=with_answers), Option(talk.view.words.more_choices, partial(_more, talk))]
            enter = Option[Step | None](talk.view.interface.typed.answers, None)
            if with_answers:
                enter = choices[0]._replace(words=talk.view.interface.typed.number.format(n=1))
            step = talk.choose(choices, enter=enter)
            with_answers = step is None
            (step or partial(_say_about, talk))()


def _begin(talk: Talk) -> None:
    """Say which guide this is, that no clinician reviewed it, and what can be typed."""
    home = resolve_home(talk.view)
    by = [f"{home.shown_by}."] if home.shown_by else []
    talk.say(*home.notices)
    talk.lines(talk.view.guide.meta.title, *by, home.state, talk.view.interface.typed.begin)


def _say_about(talk: Talk) -> None:
    """Say what the guide is about, and its dates."""
    home = resolve_home(talk.view)
    talk.say(as_sentence(home.title), f"{home.about} {home.checked}")


def _questions(talk: Talk, *, with_answers: bool) -> Iterator[Option[Step | None]]:
    """The questions of the first page, with their short answers where they were asked for."""
    home = resolve_home(talk.view)
    for one in (*home.questions, *home.ways):
        said = one.brief if talk.width < BRIEF_BELOW else one.text
        if with_answers and one.answer:
            said = f"{as_sentence(one.text)} {as_sentence(one.answer)}"
        yield Option(said, partial(go, PageReader(one.page.id)))


def _more(talk: Talk) -> None:
    """Offer everything that is not among the first choices."""
    words = talk.view.words
    last = (Option[Step | None](words.main_menu, None, "back"), Option(words.leave, _quit))
    if step := talk.choose([*_places(talk), *last], words.more_title):
        step()


def _places(talk: Talk) -> Iterator[Option[Step]]:
    """The places that this guide has."""
    view, words = talk.view, talk.view.interface
    answers = next((place for place in resolve_home(view).places if place.kind == "answers"), None)

    def area(name: Callable[[Talk], str], run: Area) -> Option[Step]:
        return Option(name(talk), partial(go, TalkPlace(run, name)))

    yield Option(words.find.title, partial(go, Search()))
    yield area(lambda talk: talk.view.labels.contents, contents)
    if "questions" not in view.lacks:
        yield area(lambda talk: talk.view.interface.take.title, my_questions)
    if view.profile.nations:
        yield area(nation_now, nation)
    if answers:
        yield Option(answers.name, partial(go, PageReader(answers.page)))
    if view.guide.meta.paths:
        yield area(lambda talk: talk.view.words.short_of_time, paths)
    yield Option(view.words.start_reading, partial(go, PageReader(view.pages()[0].id)))
    if "words" not in view.lacks:
        yield area(lambda talk: talk.view.labels.words, glossary)
    if "quiz" not in view.lacks:
        yield area(lambda talk: talk.view.interface.quiz.title, quiz)
    if len(view.guide.editions) > 1:
        yield area(edition_now, edition_id)
    yield area(lambda talk: talk.view.interface.about.title, _about)


def _about(talk: Talk) -> None:
    talk.read(about_pieces(talk.view, talk.width))


def _quit() -> None:
    raise Quit
