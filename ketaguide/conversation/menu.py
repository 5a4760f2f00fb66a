"""The first choices: what people come with, then search, nation, and a table of everything else."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from ketaguide.conversation.about import about
from ketaguide.conversation.console import Quit
from ketaguide.conversation.contents import contents, from_the_start
from ketaguide.conversation.glossary import glossary
from ketaguide.conversation.page import read_pages
from ketaguide.conversation.paths import paths
from ketaguide.conversation.questions import my_questions
from ketaguide.conversation.quiz import quiz
from ketaguide.conversation.search import search
from ketaguide.conversation.talk import Area, Option, Talk, as_sentence
from ketaguide.conversation.view import edition_id, edition_now, nation, nation_now
from ketaguide.model.guide import SHORT
from ketaguide.resolve.home import HomeAnswer, resolve_home


class MenuItem(NamedTuple):
    """A menu entry: its current label, its area, and a test that this guide has it."""

    name: Callable[[Talk], str]
    enter: Area
    there: Callable[[Talk], bool] = lambda talk: True


def _quit(talk: Talk) -> None:
    raise Quit


def _return(talk: Talk) -> None:
    """Do nothing: the main menu follows."""


def _more_questions(talk: Talk) -> str:
    return next((place.name for place in resolve_home(talk.view).places if place.kind == "answers"), "")


def _read_more_questions(talk: Talk) -> None:
    read_pages(talk, talk.guide.meta.roles.answers, talk.view.words.main_menu)


MORE = (
    MenuItem(lambda talk: talk.view.labels.contents, contents),
    MenuItem(_more_questions, _read_more_questions, lambda talk: bool(_more_questions(talk))),
    MenuItem(lambda talk: talk.view.words.short_of_time, paths, lambda talk: bool(talk.guide.meta.paths)),
    MenuItem(lambda talk: talk.view.words.start_reading, from_the_start),
    MenuItem(lambda talk: talk.view.labels.words, glossary),
    MenuItem(lambda talk: talk.view.interface.quiz.title, quiz, lambda talk: bool(talk.view.edition.quiz.rounds)),
    MenuItem(edition_now, edition_id, lambda talk: SHORT in talk.guide.editions),
    MenuItem(lambda talk: talk.view.interface.about.title, about),
    MenuItem(lambda talk: talk.view.words.main_menu, _return),
)


def _more(talk: Talk) -> None:
    """Offer everything that is not among the first choices."""
    here = [Option(entry.name(talk), entry.enter) for entry in MORE if entry.there(talk)]
    talk.choose(here, talk.view.words.more_title)(talk)


FIRST = (
    MenuItem(lambda talk: talk.view.interface.find.title, search),
    MenuItem(nation_now, nation),
    MenuItem(lambda talk: talk.view.interface.take.title, my_questions),
    MenuItem(lambda talk: talk.view.words.more_choices, _more),
    MenuItem(lambda talk: talk.view.words.leave, _quit),
)
"""Entries after the questions."""


def main_menu(talk: Talk) -> None:
    """Welcome the reader, then offer the questions people come with, and every area, until they quit."""
    home = resolve_home(talk.view)
    by = [f"{home.shown_by}."] if home.shown_by else []
    about_it = f"{home.about} {home.checked}"
    talk.say(*home.notices, talk.guide.meta.title, as_sentence(home.title), about_it, *by, *talk.view.words.welcome)
    with_answers = True
    while True:
        entries = [Option(entry.name(talk), entry.enter) for entry in FIRST]
        talk.choose([*_questions(talk, with_answers), *entries], talk.view.words.start)(talk)
        with_answers = False


def _questions(talk: Talk, with_answers: bool) -> list[Option[Area]]:
    """The questions of the first page; their short answers are read once, so that the list is short the next time."""
    home = resolve_home(talk.view)
    asked = (*home.questions, *home.ways)
    words = ((f"{as_sentence(one.text)} {as_sentence(one.answer)}" if with_answers else one.text, one) for one in asked)
    return [Option[Area](said, partial(_open, one)) for said, one in words]


def _open(one: HomeAnswer, talk: Talk) -> None:
    read_pages(talk, one.page.id, talk.view.words.main_menu)
