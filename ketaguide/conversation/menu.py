"""The first choices: what people come with, and a table of everything else."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from ketaguide.conversation.about import about
from ketaguide.conversation.console import Quit
from ketaguide.conversation.contents import contents
from ketaguide.conversation.glossary import glossary
from ketaguide.conversation.moves import Go
from ketaguide.conversation.output import as_sentence
from ketaguide.conversation.page import Reading
from ketaguide.conversation.paths import paths
from ketaguide.conversation.questions import my_questions
from ketaguide.conversation.quiz import quiz
from ketaguide.conversation.search import Search
from ketaguide.conversation.talk import Option, Talk
from ketaguide.conversation.trail import Area, Place
from ketaguide.conversation.view import edition_id, edition_now, nation, nation_now
from ketaguide.resolve.home import resolve_home

BRIEF_BELOW = 60
"""Columns; in a narrower window, the first questions are read in their brief form."""


class MenuItem(NamedTuple):
    """A menu entry: its current label, its area or place, and a test that this guide has it."""

    name: Callable[[Talk], str]
    area: Area | None
    there: Callable[[Talk], object] = lambda talk: True
    place: Callable[[Talk], Place] | None = None

    def enter(self, talk: Talk) -> None:
        """Go to the place of this entry."""
        raise Go(self.place(talk) if self.place else Place(self.area or _return, self.name))


def _quit(talk: Talk) -> None:
    raise Quit


def _return(talk: Talk) -> None:
    """Do nothing: the main menu follows."""


def _more_questions(talk: Talk) -> str:
    return next((place.name for place in resolve_home(talk.view).places if place.kind == "answers"), "")


def _has(name: str) -> Callable[[Talk], object]:
    return lambda talk: name not in talk.view.lacks


MORE = (
    MenuItem(lambda talk: talk.view.interface.find.title, None, place=lambda talk: Search()),
    MenuItem(lambda talk: talk.view.labels.contents, contents),
    MenuItem(lambda talk: talk.view.interface.take.title, my_questions, _has("questions")),
    MenuItem(nation_now, nation, lambda talk: talk.view.profile.nations),
    MenuItem(_more_questions, None, _more_questions, lambda talk: Reading(talk.guide.meta.roles.answers)),
    MenuItem(lambda talk: talk.view.words.short_of_time, paths, lambda talk: talk.guide.meta.paths),
    MenuItem(lambda talk: talk.view.words.start_reading, None, place=lambda talk: Reading(talk.view.pages()[0].id)),
    MenuItem(lambda talk: talk.view.labels.words, glossary, _has("words")),
    MenuItem(lambda talk: talk.view.interface.quiz.title, quiz, _has("quiz")),
    MenuItem(edition_now, edition_id, lambda talk: len(talk.guide.editions) > 1),
    MenuItem(lambda talk: talk.view.interface.about.title, about),
)


def _more(talk: Talk) -> None:
    """Offer everything that is not among the first choices."""
    here = [Option[Area](entry.name(talk), entry.enter) for entry in MORE if entry.there(talk)]
    last = (Option[Area](talk.view.words.main_menu, _return, "back"), Option[Area](talk.view.words.leave, _quit))
    talk.choose([*here, *last], talk.view.words.more_title)(talk)


class MainMenu(Place):
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
            choices = [*_questions(talk, with_answers=with_answers), Option[Area](talk.view.words.more_choices, _more)]
            enter = Option[Area](talk.view.interface.typed.answers, _return)
            if with_answers:
                enter = choices[0]._replace(words=talk.view.interface.typed.number.format(n=1))
            chosen = talk.choose(choices, enter=enter)
            if with_answers := chosen is _return:
                _say_about(talk)
            chosen(talk)


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


def _questions(talk: Talk, *, with_answers: bool) -> list[Option[Area]]:
    """The questions of the first page, with their short answers where they were asked for."""
    home, found = resolve_home(talk.view), []
    for one in (*home.questions, *home.ways):
        asked = one.brief if talk.width < BRIEF_BELOW else one.text
        said = f"{as_sentence(one.text)} {as_sentence(one.answer)}" if with_answers and one.answer else asked
        found.append(Option[Area](said, partial(_open, one.page.id)))
    return found


def _open(page_id: str, talk: Talk) -> None:
    raise Go(Reading(page_id))
