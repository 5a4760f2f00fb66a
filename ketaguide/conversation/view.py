"""Choice of nation and edition."""

from ketaguide.conversation.choices import Option
from ketaguide.conversation.talk import Talk
from ketaguide.model.contact import Nation
from ketaguide.model.edition import EditionId
from ketaguide.resolve.wording import nation_name


def nation_now(talk: Talk) -> str:
    """Return the menu label of the nation choice: the question while none is chosen, then the nation."""
    if talk.session.nation is None:
        return f"{talk.view.interface.home.where} {talk.view.interface.home.where_note}"
    return talk.view.words.nation.format(nation=nation_name(talk.session.nation, talk.view))


def nation(talk: Talk) -> None:
    """Choose a nation, or all."""
    nations: tuple[Nation | None, ...] = (*talk.view.profile.ids, None)
    choices = [Option(nation_name(which, talk.view), which) for which in nations]
    home = talk.view.interface.home
    choose_nation(talk, talk.choose(choices, f"{home.where} {home.where_why} {home.where_note}"))


def choose_nation(talk: Talk, chosen: Nation | None) -> None:
    """Show the services and rules of a nation, or of all, and say so."""
    talk.session.nation = chosen
    words, name = talk.view.words, nation_name(chosen, talk.view)
    talk.lines(f"{words.now_showing.format(choice=name)} {words.change_nation}")


def edition_now(talk: Talk) -> str:
    """Return the menu label of the edition choice, with the current edition."""
    return talk.view.words.edition.format(edition=_name(talk, talk.session.edition_id))


def edition_id(talk: Talk) -> None:
    """Choose an edition."""
    choices = [Option(_name(talk, which), which) for which in talk.guide.editions]
    show_edition(talk, talk.choose(choices, talk.view.words.choose_edition))


def show_edition(talk: Talk, which: EditionId) -> None:
    """Show an edition, and say so."""
    talk.session.edition_id = which
    talk.lines(talk.view.words.now_showing.format(choice=_name(talk, which)))


def _name(talk: Talk, which: EditionId) -> str:
    return talk.guide.edition(which).meta.name
