"""Ids of the guide that a reader picked: things, options and questions. Holds no typed text."""

from collections.abc import Iterable

from ketaguide.model.ask import Ask


class _Picked:
    """Picked ids in order, each once."""

    def __init__(self) -> None:
        self.ids: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.ids)

    def __contains__(self, id_: str) -> bool:
        return id_ in self.ids

    def remove(self, id_: str) -> None:
        """Remove an id, if it was picked."""
        self.ids = tuple(one for one in self.ids if one != id_)


class Picks(_Picked):
    """Picked things or options, in the order picked, at most `limit`."""

    def __init__(self, limit: int) -> None:
        super().__init__()
        self.limit = limit
        self.refused = ""
        """The id that there was no room for, until the next pick; empty for none."""

    def toggle(self, id_: str) -> bool:
        """Pick an id, or remove it if it was picked. False, with nothing changed, when there is no room for another."""
        self.refused = ""
        if id_ in self:
            self.remove(id_)
        elif len(self) < self.limit:
            self.ids = (*self.ids, id_)
        else:
            self.refused = id_
        return not self.refused

    def clear(self) -> None:
        """Remove all."""
        self.ids, self.refused = (), ""


class Questions(_Picked):
    """Picked questions to ask, in the reader's order: the most important first."""

    def __init__(self) -> None:
        super().__init__()
        self.selected = ""
        """Id of the question whose place can be changed; empty for none."""
        self.offering = False
        """True while the most asked ones are offered: from opening an empty list until leaving it."""

    def add(self, asks: Iterable[Ask]) -> None:
        """Append questions; one already in the list keeps its place."""
        self.ids = tuple(dict.fromkeys((*self.ids, *(ask.id for ask in asks))))

    def move(self, ask_id: str, by: int) -> None:
        """Move a question `by` places down (negative: up), clamped to the ends of the list."""
        if ask_id in self:
            here = self.ids.index(ask_id)
            ids = [*self.ids[:here], *self.ids[here + 1 :]]
            ids.insert(max(here + by, 0), ask_id)
            self.ids = tuple(ids)

    def empty(self) -> None:
        """Remove all questions."""
        self.ids, self.offering = (), True
