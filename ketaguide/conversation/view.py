"""Choice of nation and edition."""

from typing import get_args

from ketaguide.conversation.talk import Option, Talk
from ketaguide.model.contact import NATIONS, Nation
from ketaguide.model.guide import EditionId
from ketaguide.resolve.wording import nation_name


def nation_now(talk: Talk) -> str:
    """Return the menu label of the nation choice: the question while none is chosen, then the nation."""
    if talk.session.nation is None:
        return f"{talk.view.interface.home.where} {talk.view.interface.home.where_note}"
    return talk.view.words.nation.format(nation=nation_name(talk.session.nation, talk.view.labels))


def nation(talk: Talk) -> None:
    """Choose a nation, or all four."""
    labels, words = talk.view.labels, talk.view.words
    nations: tuple[Nation | None, ...] = (*NATIONS, None)
    choices = [Option(nation_name(which, labels), which) for which in nations]
    home = talk.view.interface.home
    talk.session.nation = talk.choose(choices, f"{home.where} {home.where_why} {home.where_note}")
    talk.say(f"{words.now_showing.format(choice=nation_name(talk.session.nation, labels))} {words.change_nation}")


def edition_now(talk: Talk) -> str:
    """Return the menu label of the edition choice, with the current edition."""
    return talk.view.words.edition.format(edition=_name(talk, talk.session.edition_id))


def edition_id(talk: Talk) -> None:
    """Choose the standard edition or the short one."""
    edition_ids: tuple[EditionId, ...] = get_args(EditionId)
    choices = [Option(_name(talk, which), which) for which in edition_ids]
    talk.session.edition_id = talk.choose(choices, talk.view.words.choose_edition)
    talk.say(talk.view.words.now_showing.format(choice=_name(talk, talk.session.edition_id)))


def _name(talk: Talk, which: EditionId) -> str:
    return str(getattr(talk.view.labels, which.replace("-", "_")))
