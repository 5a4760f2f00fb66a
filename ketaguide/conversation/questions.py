"""My questions: pick from a page, reorder, show the takeaway. Input is numbers only."""

from collections.abc import Callable
from functools import partial

from ketaguide.conversation.talk import Option, Talk
from ketaguide.model.ask import Ask
from ketaguide.model.guide import Section
from ketaguide.render.flow import Chunk
from ketaguide.render.plain_takeaway import numbered, takeaway_pieces
from ketaguide.resolve.takeaway import takeaway

Step = Callable[[], bool]
"""Action on the list; returns False to leave it."""


def my_questions(talk: Talk) -> None:
    """Show the list and its actions until the reader returns to the main menu."""
    words, mine = talk.view.interface.take, talk.session.questions
    talk.say(words.title, words.note if len(mine) else words.none_yet)
    is_open = True
    while is_open:
        if asks := mine.picked(talk.guide, talk.session.edition_id):
            talk.show([Chunk(tuple(numbered(asks, talk.width)))])
        steps = [Option[Step](words.home_note, partial(read_takeaway, talk))]
        if asks:
            steps += [Option(words.change, partial(_change, talk)), Option(words.empty, partial(_empty, talk))]
        is_open = talk.choose([*steps, Option(talk.view.words.main_menu, _close)], words.title)()


def on_page(talk: Talk, page: Section) -> list[Ask]:
    """Return the questions of a page that are not in the list yet."""
    asks = (talk.guide.ask(ask_id, talk.session.edition_id) for ask_id in page.questions)
    return [ask for ask in asks if ask and ask.id not in talk.session.questions]


def pick(talk: Talk, page: Section) -> None:
    """Pick questions of a page until all are picked or the reader goes back."""
    words = talk.view.interface.take
    while asks := on_page(talk, page):
        choices = [Option[list[Ask]](ask.text, [ask]) for ask in asks]
        chosen = talk.choose([*choices, Option(words.pick_all, asks), Option(talk.view.words.back, [])], words.title)
        if not chosen:
            return
        talk.session.questions.add(chosen)
        talk.say(*(words.added.format(question=ask.text) for ask in chosen))
    talk.say(words.all_picked)


def read_takeaway(talk: Talk) -> bool:
    """Read the takeaway with all that was picked."""
    talk.read(takeaway_pieces(takeaway(talk.view, talk.session.questions.ids), talk.view, talk.width))
    return True


def _change(talk: Talk) -> bool:
    """Choose a question, then remove or move it."""
    words, mine = talk.view.interface.take, talk.session.questions
    asks = mine.picked(talk.guide, talk.session.edition_id)
    back = Option[Ask | None](talk.view.words.back, None)
    ask = talk.choose([*(Option[Ask | None](ask.text, ask) for ask in asks), back], words.change)
    if ask is None:
        return True
    steps = [Option[Callable[[], None]](words.remove_named.format(question=ask.text), partial(mine.remove, ask.id))]
    if ask.id != mine.ids[0]:
        steps.append(Option(words.up_named.format(question=ask.text), partial(mine.move, ask.id, -1)))
    if ask.id != mine.ids[-1]:
        steps.append(Option(words.down_named.format(question=ask.text), partial(mine.move, ask.id, 1)))
    talk.choose([*steps, Option(talk.view.words.back, _do_nothing)])()
    return True


def _empty(talk: Talk) -> bool:
    words = talk.view.interface.take
    if talk.choose([Option(words.keep, False), Option(words.empty, True)], words.empty_sure):
        talk.session.questions.empty()
        talk.say(words.emptied)
    return True


def _do_nothing() -> None:
    """Do nothing."""


def _close() -> bool:
    return False
