"""Commands that work at every prompt."""

from collections.abc import Callable, Mapping
from functools import partial

from ketaguide.conversation.decide import pick_matters
from ketaguide.conversation.moves import Go, Stay, ToMenu
from ketaguide.conversation.page import Reading
from ketaguide.conversation.phone import phone
from ketaguide.conversation.questions import my_questions, read_takeaway
from ketaguide.conversation.search import Search
from ketaguide.conversation.talk import Talk
from ketaguide.conversation.terms import explain_typed
from ketaguide.conversation.trail import Place
from ketaguide.conversation.view import choose_nation, nation, show_edition


def _menu(talk: Talk, words: str) -> None:
    raise ToMenu


def _find(talk: Talk, words: str) -> None:
    """Look for words in the place, then in the guide; without words, ask for them."""
    if words and talk.trail[-1].find(talk, words):
        raise Stay
    if words:
        _look_up(talk, words)
    else:
        raise Go(Search())


def _look_up(talk: Talk, words: str) -> None:
    """Go to the results for words, or say that there are none."""
    results = talk.finder.find(words, talk.session.edition_id, talk.session.nation)
    if not results.found and not (results.near and results.is_near):
        talk.lines(talk.view.interface.typed.nothing)
    else:
        raise Go(Search(words))


def _page(talk: Talk, page_id: str) -> None:
    raise Go(Reading(page_id))


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
        raise Go(Place(nation))
    choose_nation(talk, chosen)
    raise Stay


def _questions(talk: Talk, words: str) -> None:
    raise Go(Place(my_questions, lambda talk: talk.view.interface.take.title))


def _matters(talk: Talk, words: str) -> None:
    raise Go(Place(pick_matters, lambda talk: talk.view.interface.take.matters))


def _take(talk: Talk) -> None:
    read_takeaway(talk)


def _hide(talk: Talk, words: str) -> None:
    """Clear the screen: only the ways to get help and to go back stand there until a line is typed."""
    talk.console.clear()
    while talk.cover():
        talk.console.clear()
    raise Stay


COMMANDS: Mapping[str, Callable[[Talk, str], None]] = {
    "menu": _menu,
    "find": _find,
    "words": _look_up,
    "page": _page,
    "term": explain_typed,
    "short": _edition,
    "simple": partial(_edition, to_short=True),
    "standard": partial(_edition, to_short=False),
    "nation": _nation,
    "questions": _questions,
    "matters": _matters,
    "take": lambda talk, words: _take(talk),
    "phone": lambda talk, words: phone(talk),
    "hide": _hide,
}
"""Called with the words after the command, or the id that was named."""
