"""The self-check: facts only, every choice explained, nothing counted."""

from typing import Literal

import msgspec

from ketaguide.model.prose import Prose


class Choice(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One answer a reader can pick, with its feedback."""

    text: str
    feedback: Prose
    correct: bool = False


class Question(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A question about a fact, never about the reader (content-standard: not a medical device)."""

    id: str
    kind: Literal["fact"]
    text: str
    choices: tuple[Choice, ...]
    section: str
    """The page with more detail."""
    cites: tuple[str, ...]


class Round(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A short series of questions on one topic."""

    id: str
    title: str
    questions: tuple[Question, ...]


class Quiz(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All rounds, in the order offered."""

    rounds: tuple[Round, ...]

    @property
    def questions(self) -> tuple[Question, ...]:
        """Every question of every round, in order."""
        return tuple(question for round_ in self.rounds for question in round_.questions)
