"""My questions: pick the most asked or those of a page, reorder, take them home."""

from collections.abc import Callable
from functools import partial

from ketaguide.conversation.choices import Option
from ketaguide.conversation.talk import Talk
from ketaguide.model.ask import Ask
from ketaguide.model.guide import Section
from ketaguide.render.flow import Chunk
from ketaguide.render.plain_takeaway import numbered, takeaway_addresses, takeaway_pieces, takeaway_words
from ketaguide.resolve.takeaway import takeaway

_LIST, _ALL = "list", "all"
"""Ways on from the questions to pick."""


def my_questions(talk: Talk) -> None:
    """Show the list and its actions, or the most asked while it is empty, until the reader goes back."""
    words, mine = talk.view.interface.take, talk.session.questions
    if not len(mine) and not _pick_most_asked(talk):
        return
    talk.say(words.title, words.note)
    while True:
        if asks := talk.view.asks(mine.ids):
            talk.show([Chunk(tuple(numbered((ask.text for ask in asks), talk.width)))])
        steps = [Option(words.home_note, read_takeaway)]
        steps += [Option(words.change, _change), Option(words.empty, _empty)] if asks else []
        step = talk.choose([*steps, talk.back(None)], words.title)
        if step is None:
            return
        step(talk)


def _pick_most_asked(talk: Talk) -> bool:
    """Offer the most asked questions; False to go back without a list."""
    words, mine = talk.view.interface.take, talk.session.questions
    asks = talk.view.asks(talk.guide.first.asks.most_asked)
    about = words.most_asked if asks else words.none_yet

    def ways() -> list[Option[str]]:
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
    asks = talk.view.asks(page.questions)
    if _pick(talk, asks, lambda: [Option(words.pick_all, _ALL), talk.back_here("")], words.title) == _ALL:
        mine.add(asks)
        talk.lines(words.all_picked)


def _pick(talk: Talk, asks: list[Ask], ways: Callable[[], list[Option[str]]], about: str) -> str:
    """Add the questions that are chosen, and take out those chosen again, until one of the ways is; no number changes."""
    words, mine, is_listed = talk.view.interface.take, talk.session.questions, False
    while True:
        choices: list[Option[Ask | str]] = [
            Option(f"{ask.text} ({words.in_list})" if ask.id in mine else ask.text, ask) for ask in asks
        ]
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


def read_takeaway(talk: Talk) -> None:
    """Read the takeaway with all that was picked."""
    talk.read(takeaway_pieces(takeaway(talk.view, talk.session.questions.ids), talk.view, talk.width))


def for_phone(talk: Talk) -> None:
    """Say the address that takes all that was picked to a phone; where the guide has none, say what to copy."""
    words, session = talk.view.interface.typed, talk.session
    if not session.picked:
        talk.lines(words.phone_nothing)
        return
    home = takeaway(talk.view, session.questions.ids)
    if addresses := takeaway_addresses(home, session, talk.guide.site.takeaway_url, talk.view.edition.meta.path):
        talk.lines(words.phone_address)
        talk.console.write(f"{addresses[-1]}\n\n")
    else:
        talk.lines(words.phone_text, *takeaway_words(home))


def _change(talk: Talk) -> None:
    """Choose a question, then remove or move it."""
    words, mine = talk.view.interface.take, talk.session.questions
    asks = talk.view.asks(mine.ids)
    ask = talk.choose([*(Option(ask.text, ask) for ask in asks), talk.back_here(None)], words.change)
    if ask is None:
        return
    steps = [Option(words.remove_named.format(question=ask.text), partial(mine.remove, ask.id))]
    if ask.id != mine.ids[0]:
        steps.append(Option(words.up_named.format(question=ask.text), partial(mine.move, ask.id, -1)))
    if ask.id != mine.ids[-1]:
        steps.append(Option(words.down_named.format(question=ask.text), partial(mine.move, ask.id, 1)))
    if step := talk.choose([*steps, talk.back_here(None)]):
        step()


def _empty(talk: Talk) -> None:
    words = talk.view.interface.take
    if talk.choose([Option(words.keep, False, "back"), Option(words.empty, True)], words.empty_sure):
        talk.session.questions.empty()
        talk.say(words.emptied)
