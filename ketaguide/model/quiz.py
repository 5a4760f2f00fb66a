"""The self-check: facts only, every choice explained, nothing counted."""

from typing import Literal

from ketaguide.model.base import StrictStruct
from ketaguide.model.prose import Prose


class Choice(StrictStruct, frozen=True, kw_only=True):
    """One answer a reader can pick, with its feedback."""

    text: str
    """The answer. Example: About half of the people"""
    feedback: Prose
    """The explanation shown once it is picked. Example: 'Yes: 55 of 100.'"""
    correct: bool = False
    """True for a right answer. Example: true"""


class Question(StrictStruct, frozen=True, kw_only=True):
    """A question about a fact, never about the reader (content-standard: not a medical device)."""

    id: str
    """Unique in the quiz. Example: how-long"""
    kind: Literal["fact"]
    """A fact; there is no other kind. Example: fact"""
    text: str
    """The question. Example: How long does one dose last?"""
    choices: tuple[Choice, ...]
    """The answers to pick from."""
    section: str
    """The page with more detail. Example: risks"""
    cites: tuple[str, ...]
    """Ids of the claims that support the answers. Example: [syrup-response]"""


class Round(StrictStruct, frozen=True, kw_only=True):
    """A short series of questions on one topic."""

    id: str
    """Unique in the quiz. Example: basics"""
    title: str
    """The topic of the round. Example: The basics"""
    questions: tuple[Question, ...]
    """Its questions, in order."""


class Quiz(StrictStruct, frozen=True, kw_only=True):
    """All rounds, in the order offered."""

    rounds: tuple[Round, ...]
    """The rounds, in order."""

    @property
    def questions(self) -> tuple[Question, ...]:
        """Every question of every round, in order."""
        return tuple(question for round_ in self.rounds for question in round_.questions)
