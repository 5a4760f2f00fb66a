"""Questions a reader can take to a GP, a specialist, a clinic or their family. Readers pick them and type nothing."""

from ketaguide.model.base import StrictStruct


class Ask(StrictStruct, frozen=True, kw_only=True):
    """One question, in the reader's voice."""

    id: str
    """Unique in the file. Example: ask-how-long"""
    text: str
    """The question in the reader's voice. Example: How long may it take?"""


class AskGroup(StrictStruct, frozen=True, kw_only=True):
    """Questions for one kind of person, such as a GP."""

    id: str
    """Unique in the file. Example: gp"""
    title: str
    """The heading over its questions. Example: Questions for your GP"""
    questions: tuple[Ask, ...]
    """Its questions, in order."""


class Asks(StrictStruct, frozen=True, kw_only=True):
    """Every question to ask, grouped by the person asked."""

    groups: tuple[AskGroup, ...]
    """The groups, in order."""
    most_asked: tuple[str, ...] = ()
    """Ids of the questions offered to a reader who has picked none, at most nine, in order; those of the standard edition
    hold for all. Example: [ask-how-long]"""
