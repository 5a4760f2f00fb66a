"""My questions: pick the most asked or those of a page, reorder, show the takeaway."""

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

_LIST, _ALL = "list", "all"
"""Ways on from the questions to pick."""


def my_questions(talk: Talk) -> None:
    """Show the list and its actions, or the most asked while it is empty, until the reader goes back."""
    words, mine = talk.view.interface.take, talk.session.questions
    if not len(mine) and not _pick_most_asked(talk):
        return
    talk.say(words.title, words.note)
    is_open = True
    while is_open:
        if asks := mine.picked(talk.guide, talk.session.edition_id):
            talk.show([Chunk(tuple(numbered((ask.text for ask in asks), talk.width)))])
        steps = [Option[Step](words.home_note, partial(read_takeaway, talk))]
        if asks:
            steps += [Option(words.change, partial(_change, talk)), Option(words.empty, partial(_empty, talk))]
        is_open = talk.choose([*steps, talk.back(_close)], words.title)()


def _pick_most_asked(talk: Talk) -> bool:
    """Offer the most asked questions; False to go back without a list."""
    words, mine = talk.view.interface.take, talk.session.questions
    ids = talk.guide.first.asks.most_asked
    asks = [ask for id_ in ids if (ask := talk.guide.ask(id_, talk.session.edition_id))]
    about = words.most_asked if asks else words.none_yet

    def ways() -> list[Option[Ask | str]]:
        label = words.see.format(n=len(mine)) if len(mine) else words.home_note
        return [Option(label, _LIST), talk.back("")]

    while True:
        if _pick(talk, asks, ways, about) != _LIST:
            return False
        if len(mine):
            return True
        read_takeaway(talk)


def pick(talk: Talk, page: Section) -> None:
    """Pick questions of a page, and take them out again, until the reader goes back."""
    words, mine = talk.view.interface.take, talk.session.questions
    asks = [ask for ask_id in page.questions if (ask := talk.guide.ask(ask_id, talk.session.edition_id))]
    ways = [Option[Ask | str](words.pick_all, _ALL), Option[Ask | str](talk.view.words.back, "", "back")]
    if _pick(talk, asks, lambda: ways, words.title) == _ALL:
        mine.add(asks)
        talk.lines(words.all_picked)


def _pick(talk: Talk, asks: list[Ask], ways: Callable[[], list[Option[Ask | str]]], about: str) -> str:
    """Add the questions that are chosen, and take out those chosen again, until one of the ways is; no number changes."""
    words, mine, is_listed = talk.view.interface.take, talk.session.questions, False
    while True:
        marked = (f"{ask.text} ({words.in_list})" if ask.id in mine else ask.text for ask in asks)
        choices = [Option[Ask | str](text, ask) for text, ask in zip(marked, asks, strict=True)]
        chosen = talk.choose([*choices, *ways()], about, listed=not is_listed)
        if isinstance(chosen, str):
            return chosen
        said = words.removed if chosen.id in mine else words.added
        if chosen.id in mine:
            mine.remove(chosen.id)
        else:
            mine.add([chosen])
        talk.lines(said.format(question=chosen.text))
        talk.say_once(talk.view.interface.typed.take)
        is_listed = True


def read_takeaway(talk: Talk) -> bool:
    """Read the takeaway with all that was picked."""
    talk.read(takeaway_pieces(takeaway(talk.view, talk.session.questions.ids), talk.view, talk.width))
    return True


def _change(talk: Talk) -> bool:
    """Choose a question, then remove or move it."""
    words, mine = talk.view.interface.take, talk.session.questions
    asks = mine.picked(talk.guide, talk.session.edition_id)
    back = Option[Ask | None](talk.view.words.back, None, "back")
    ask = talk.choose([*(Option[Ask | None](ask.text, ask) for ask in asks), back], words.change)
    if ask is None:
        return True
    steps = [Option[Callable[[], None]](words.remove_named.format(question=ask.text), partial(mine.remove, ask.id))]
    if ask.id != mine.ids[0]:
        steps.append(Option(words.up_named.format(question=ask.text), partial(mine.move, ask.id, -1)))
    if ask.id != mine.ids[-1]:
        steps.append(Option(words.down_named.format(question=ask.text), partial(mine.move, ask.id, 1)))
    talk.choose([*steps, Option(talk.view.words.back, _do_nothing, "back")])()
    return True


def _empty(talk: Talk) -> bool:
    words = talk.view.interface.take
    if talk.choose([Option(words.keep, False, "back"), Option(words.empty, True)], words.empty_sure):
        talk.session.questions.empty()
        talk.say(words.emptied)
    return True


def _do_nothing() -> None:
    """Do nothing."""


def _close() -> bool:
    return False
