"""Commands that work at every prompt."""

from collections.abc import Callable, Mapping
from functools import partial

from ketaguide.conversation.decide import pick_matters
from ketaguide.conversation.page import PageReader
from ketaguide.conversation.questions import for_phone, my_questions, read_takeaway
from ketaguide.conversation.search import Search
from ketaguide.conversation.talk import Talk
from ketaguide.conversation.terms import explain_typed
from ketaguide.conversation.trail import Stay, TalkPlace, ToMenu, go
from ketaguide.conversation.view import choose_nation, nation, show_edition


def _menu(talk: Talk, words: str) -> None:
    raise ToMenu


def _find(talk: Talk, words: str) -> None:
    """Look for words in the place, then in the guide; without words, ask for them."""
    if not words:
        go(Search())
    if talk.trail[-1].find(talk, words):
        raise Stay
    _look_up(talk, words)


def _look_up(talk: Talk, words: str) -> None:
    """Go to the results for words, or say that there are none."""
    results = talk.finder.find(words, talk.session.edition_id, talk.session.nation)
    if results.found or (results.near and results.is_near):
        go(Search(words))
    talk.lines(talk.view.interface.typed.nothing)


def _edition(talk: Talk, words: str, *, to_short: bool | None = None) -> None:
    """Show the short form of the edition or the whole one, or the other of the two; the place begins again in it."""
    other, is_short = talk.guide.short_of(talk.view.edition_id), talk.view.edition.meta.role == "short"
    if not other:
        talk.lines(talk.view.interface.typed.not_here)
        return
    show_edition(talk, talk.view.edition_id if to_short == is_short else other)
    raise Stay


def _nation(talk: Talk, chosen: str) -> None:
    """Show the services of a nation that was typed, or ask for one."""
    if not talk.view.profile.nations:
        talk.lines(talk.view.interface.typed.not_here)
        return
    if not chosen:
        go(TalkPlace(nation))
    choose_nation(talk, chosen)
    raise Stay


def _hide(talk: Talk, words: str) -> None:
    """Clear the screen: only the ways to get help and to go back stand there until a line is typed."""
    talk.console.clear()
    while talk.cover():
        talk.console.clear()
    raise Stay


COMMANDS: Mapping[str, Callable[[Talk, str], object]] = {
    "menu": _menu,
    "find": _find,
    "words": _look_up,
    "page": lambda talk, page_id: go(PageReader(page_id)),
    "term": explain_typed,
    "short": _edition,
    "simple": partial(_edition, to_short=True),
    "standard": partial(_edition, to_short=False),
    "nation": _nation,
    "questions": lambda talk, words: go(TalkPlace(my_questions, lambda talk: talk.view.interface.take.title)),
    "matters": lambda talk, words: go(TalkPlace(pick_matters, lambda talk: talk.view.interface.take.matters)),
    "take": lambda talk, words: read_takeaway(talk),
    "phone": lambda talk, words: for_phone(talk),
    "hide": _hide,
}
"""Called with the words after the command, or the id that was named."""
