"""One pass through a round of the quiz. Nothing is counted: the quiz is a way of reading, not a test."""

from ketaguide.model.quiz import Choice, Question, Round


class Attempt:
    """Where the reader is in a round and what was chosen there."""

    def __init__(self, round_: Round) -> None:
        self.round = round_
        self.index = 0
        self._chosen: dict[int, int] = {}

    @property
    def finished(self) -> bool:
        """Whether every question has been passed, answered or not."""
        return self.index >= len(self.round.questions)

    @property
    def question(self) -> Question:
        """The question on show. IndexError when finished."""
        return self.round.questions[self.index]

    @property
    def number(self) -> int:
        """The question's number, counted from 1."""
        return self.index + 1

    @property
    def chosen(self) -> Choice | None:
        """What was chosen for the question on show, if anything yet."""
        picked = self._chosen.get(self.index)
        return None if picked is None else self.question.choices[picked]

    def choose(self, index: int) -> Choice:
        """Choose one of the answers, counted from 0; IndexError where there is none. The first choice stands."""
        if not 0 <= index < len(self.question.choices):
            raise IndexError(index)
        return self.question.choices[self._chosen.setdefault(self.index, index)]

    def next(self) -> None:
        """Go on, whether or not the question was answered."""
        self.index = min(self.index + 1, len(self.round.questions))

    def back(self) -> None:
        """Return to the question before; what was chosen there still stands."""
        self.index = max(self.index - 1, 0)


def right(question: Question) -> Choice:
    """The right choice of a question."""
    return next(choice for choice in question.choices if choice.correct)
