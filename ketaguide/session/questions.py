"""The questions a reader picked, in the reader's own order. Nothing is typed: only questions of the guide are taken."""

from collections.abc import Iterable

from ketaguide.model.ask import Ask
from ketaguide.model.guide import Guide, Variant


class Questions:
    """Ids of questions to ask, the most important first."""

    def __init__(self) -> None:
        self._ids: list[str] = []

    @property
    def ids(self) -> tuple[str, ...]:
        """What was picked, in order."""
        return tuple(self._ids)

    def __len__(self) -> int:
        return len(self._ids)

    def __contains__(self, ask_id: str) -> bool:
        return ask_id in self._ids

    def add(self, asks: Iterable[Ask]) -> None:
        """Put questions at the end; one that is there already stays where it is."""
        self._ids += dict.fromkeys(ask.id for ask in asks if ask.id not in self._ids)

    def remove(self, ask_id: str) -> None:
        """Take a question away; one that is not there changes nothing."""
        if ask_id in self._ids:
            self._ids.remove(ask_id)

    def move(self, ask_id: str, by: int) -> None:
        """Move a question `by` places down the list, up for a negative number; at either end it stays."""
        if ask_id in self._ids:
            here = self._ids.index(ask_id)
            self._ids.insert(min(max(here + by, 0), len(self._ids) - 1), self._ids.pop(here))

    def empty(self) -> None:
        """Take everything away."""
        self._ids.clear()

    def picked(self, guide: Guide, variant: Variant) -> tuple[Ask, ...]:
        """The questions themselves, in the words of a variant."""
        return tuple(ask for ask_id in self._ids if (ask := guide.ask(ask_id, variant)))
