"""The questions a reader picked, in the reader's order. Holds only questions of the guide, never typed text."""

from collections.abc import Iterable

from ketaguide.model.ask import Ask
from ketaguide.model.edition import EditionId
from ketaguide.model.guide import Guide


class Questions:
    """Ids of questions to ask, the most important first."""

    def __init__(self) -> None:
        self._ids: list[str] = []
        self.selected = ""
        """Id of the question whose place can be changed; empty for none."""
        self.offering = False
        """True while the most asked ones are offered: from opening an empty list until leaving it."""

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids of the picked questions, in order."""
        return tuple(self._ids)

    def __len__(self) -> int:
        return len(self._ids)

    def __contains__(self, ask_id: str) -> bool:
        return ask_id in self._ids

    def add(self, asks: Iterable[Ask]) -> None:
        """Append questions; one already in the list keeps its place."""
        self._ids += dict.fromkeys(ask.id for ask in asks if ask.id not in self._ids)

    def remove(self, ask_id: str) -> None:
        """Remove a question, if it is in the list."""
        if ask_id in self._ids:
            self._ids.remove(ask_id)

    def move(self, ask_id: str, by: int) -> None:
        """Move a question `by` places down (negative: up), clamped to the ends of the list."""
        if ask_id in self._ids:
            here = self._ids.index(ask_id)
            self._ids.insert(min(max(here + by, 0), len(self._ids) - 1), self._ids.pop(here))

    def empty(self) -> None:
        """Remove all questions."""
        self._ids.clear()
        self.offering = True

    def picked(self, guide: Guide, edition_id: EditionId) -> tuple[Ask, ...]:
        """The picked questions in an edition."""
        return tuple(ask for ask_id in self._ids if (ask := guide.ask(ask_id, edition_id)))
