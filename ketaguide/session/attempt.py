"""One pass through a quiz round. Keeps no score: the quiz is a way of reading, not a test."""

from ketaguide.model.quiz import Round


class Attempt:
    """The reader's position in a round and the choices made there."""

    def __init__(self, round_: Round) -> None:
        self.round = round_
        self.index = 0
        self._chosen: dict[int, int] = {}

    @property
    def finished(self) -> bool:
        """True when every question has been passed, answered or not."""
        return self.index >= len(self.round.questions)

    @property
    def chosen(self) -> int | None:
        """The index of the choice made for the current question, or None."""
        return self._chosen.get(self.index)

    def choose(self, index: int) -> None:
        """Choose an answer by index from 0; the first choice stands. Raises IndexError for an unknown one and when finished."""
        if not 0 <= index < len(self.round.questions[self.index].choices):
            raise IndexError(index)
        self._chosen.setdefault(self.index, index)

    def next(self) -> None:
        """Go to the next question, whether or not this one was answered."""
        self.index = min(self.index + 1, len(self.round.questions))

    def back(self) -> None:
        """Return to the previous question; its choice stands."""
        self.index = max(self.index - 1, 0)
