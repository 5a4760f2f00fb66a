"""Which nation's services are shown, and which edition is read."""

from typing import get_args

from ketaguide.conversation.talk import Choice, Talk
from ketaguide.model.contact import NATIONS, Nation
from ketaguide.model.guide import Variant
from ketaguide.render import phrases


def nation_now(talk: Talk) -> str:
    """What the choice of a nation is called, with what is chosen now."""
    return talk.reading.words.nation.format(nation=phrases.nation_name(talk.session.nation, talk.reading.labels))


def nation(talk: Talk) -> None:
    """Choose a nation, or all four."""
    labels, words = talk.reading.labels, talk.reading.words
    nations: tuple[Nation | None, ...] = (*NATIONS, None)
    choices = [Choice(phrases.nation_name(which, labels), which) for which in nations]
    talk.session.nation = talk.choose(choices, words.choose_nation)
    talk.say(words.now_showing.format(choice=phrases.nation_name(talk.session.nation, labels)))


def variant_now(talk: Talk) -> str:
    """What the choice of an edition is called, with what is chosen now."""
    return talk.reading.words.variant.format(variant=_name(talk, talk.session.variant))


def variant(talk: Talk) -> None:
    """Choose the standard edition or Easy Read."""
    variants: tuple[Variant, ...] = get_args(Variant)
    choices = [Choice(_name(talk, which), which) for which in variants]
    talk.session.variant = talk.choose(choices, talk.reading.words.choose_variant)
    talk.say(talk.reading.words.now_showing.format(choice=_name(talk, talk.session.variant)))


def _name(talk: Talk, which: Variant) -> str:
    return str(getattr(talk.reading.labels, which.replace("-", "_")))
