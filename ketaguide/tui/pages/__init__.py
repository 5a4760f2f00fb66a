"""Pages of all places: functions from a `Context` to a `Doc`."""

from collections.abc import Callable

from ketaguide.tui.doc import Doc
from ketaguide.tui.pages.about import about, keys, sources
from ketaguide.tui.pages.context import Context
from ketaguide.tui.pages.evidence import evidence
from ketaguide.tui.pages.help_now import help_now
from ketaguide.tui.pages.home import contents, home, view
from ketaguide.tui.pages.path import is_step, path
from ketaguide.tui.pages.questions import every_question, questions, takeaway_page
from ketaguide.tui.pages.quiz import quiz
from ketaguide.tui.pages.section import section
from ketaguide.tui.pages.words import words

_PLAIN: dict[str, Callable[[Context], Doc]] = {
    "home": home,
    "contents": contents,
    "view": view,
    "help-now": help_now,
    "quiz": quiz,
    "questions": questions,
    "questions-by-page": every_question,
    "takeaway": takeaway_page,
    "words": words,
    "about": about,
    "keys": keys,
    "sources": sources,
}
_NAMED: dict[str, Callable[[Context, str], Doc]] = {"section": section, "evidence": evidence}

HOME = "home"


def page(place: str, context: Context) -> Doc:
    """The page of a place; home for an unknown one."""
    kind, _, name = place.partition(":")
    if kind == "path" and is_step(context, name):
        return path(context, name)
    if name and kind in _NAMED and context.view.section(name):
        return _NAMED[kind](context, name)
    return _PLAIN.get(kind, home)(context)
