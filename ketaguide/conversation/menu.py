"""Main menu: a table with one row for each area."""

from collections.abc import Callable
from typing import NamedTuple

from ketaguide.conversation.about import about
from ketaguide.conversation.console import Leave
from ketaguide.conversation.contents import contents, from_the_start
from ketaguide.conversation.glossary import glossary
from ketaguide.conversation.page import read_pages
from ketaguide.conversation.paths import paths
from ketaguide.conversation.questions import my_questions
from ketaguide.conversation.quiz import quiz
from ketaguide.conversation.search import search
from ketaguide.conversation.talk import Area, Choice, Talk
from ketaguide.conversation.view import nation, nation_now, variant, variant_now
from ketaguide.model.guide import EASY
from ketaguide.resolve.crisis_notice import crisis_notice
from ketaguide.resolve.wording import overdue_words, review_words, shown_by
from ketaguide.session.takeaway import GP_PAGE


class Entry(NamedTuple):
    """A menu entry: its current label, its area, and a test that this guide has it."""

    name: Callable[[Talk], str]
    enter: Area
    there: Callable[[Talk], bool] = lambda talk: True


def _leave(talk: Talk) -> None:
    raise Leave


def _gp_title(talk: Talk) -> str:
    page = talk.view.section(GP_PAGE)
    return page.title if page else ""


def _see_gp(talk: Talk) -> None:
    read_pages(talk, GP_PAGE, talk.view.words.main_menu)


ENTRIES = (
    Entry(lambda talk: talk.view.words.start_reading, from_the_start),
    Entry(lambda talk: talk.view.labels.contents, contents),
    Entry(lambda talk: talk.view.edition.interface.find.title, search),
    Entry(lambda talk: talk.view.labels.words, glossary),
    Entry(lambda talk: talk.view.quiz_words.title, quiz, lambda talk: bool(talk.view.edition.quiz.rounds)),
    Entry(lambda talk: talk.view.take_words.title, my_questions),
    Entry(lambda talk: talk.view.words.short_of_time, paths, lambda talk: bool(talk.guide.meta.paths)),
    Entry(_gp_title, _see_gp, lambda talk: talk.view.section(GP_PAGE) is not None),
    Entry(nation_now, nation),
    Entry(variant_now, variant, lambda talk: EASY in talk.guide.editions),
    Entry(lambda talk: talk.view.about_words.title, about),
    Entry(lambda talk: talk.view.words.leave, _leave),
)


def main_menu(talk: Talk) -> None:
    """Welcome the reader, then offer every area until they quit."""
    shown = shown_by(talk.view)
    by = [f"{talk.view.take_words.shown_by} {shown}."] if shown else []
    review = review_words(talk.guide.meta, talk.view.labels)
    overdue = overdue_words(talk.view)
    first = [note for note in (crisis_notice(talk.view), talk.guide.meta.title, overdue) if note]
    talk.say(*first, *by, *talk.view.words.welcome, review)
    while True:
        here = [Choice(entry.name(talk), entry.enter) for entry in ENTRIES if entry.there(talk)]
        talk.choose(here, talk.view.words.start)(talk)
