"""Main menu: a table with one row for each area."""

from collections.abc import Callable
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
from ketaguide.conversation.talk import Area, Option, Talk
from ketaguide.conversation.view import edition_id, edition_now, nation, nation_now
from ketaguide.model.guide import SHORT
from ketaguide.resolve.crisis_notice import crisis_notice
from ketaguide.resolve.wording import overdue_words, review_words, shown_by


class MenuItem(NamedTuple):
    """A menu entry: its current label, its area, and a test that this guide has it."""

    name: Callable[[Talk], str]
    enter: Area
    there: Callable[[Talk], bool] = lambda talk: True


def _quit(talk: Talk) -> None:
    raise Quit


def _gp_title(talk: Talk) -> str:
    page = talk.view.gp_page
    return page.title if page else ""


def _see_gp(talk: Talk) -> None:
    read_pages(talk, talk.guide.meta.roles.gp, talk.view.words.main_menu)


ENTRIES = (
    MenuItem(lambda talk: talk.view.words.start_reading, from_the_start),
    MenuItem(lambda talk: talk.view.labels.contents, contents),
    MenuItem(lambda talk: talk.view.interface.find.title, search),
    MenuItem(lambda talk: talk.view.labels.words, glossary),
    MenuItem(lambda talk: talk.view.interface.quiz.title, quiz, lambda talk: bool(talk.view.edition.quiz.rounds)),
    MenuItem(lambda talk: talk.view.interface.take.title, my_questions),
    MenuItem(lambda talk: talk.view.words.short_of_time, paths, lambda talk: bool(talk.guide.meta.paths)),
    MenuItem(_gp_title, _see_gp, lambda talk: talk.view.gp_page is not None),
    MenuItem(nation_now, nation),
    MenuItem(edition_now, edition_id, lambda talk: SHORT in talk.guide.editions),
    MenuItem(lambda talk: talk.view.interface.about.title, about),
    MenuItem(lambda talk: talk.view.words.leave, _quit),
)


def main_menu(talk: Talk) -> None:
    """Welcome the reader, then offer every area until they quit."""
    shown = shown_by(talk.view)
    by = [f"{talk.view.interface.take.shown_by} {shown}."] if shown else []
    review = review_words(talk.guide.meta, talk.view.labels)
    overdue = overdue_words(talk.view)
    first = [note for note in (crisis_notice(talk.view), talk.guide.meta.title, overdue) if note]
    talk.say(*first, *by, *talk.view.words.welcome, review)
    while True:
        here = [Option(entry.name(talk), entry.enter) for entry in ENTRIES if entry.there(talk)]
        talk.choose(here, talk.view.words.start)(talk)
