"""A few ids that a reader picked. Holds only ids of the guide, never typed text."""


class Picks:
    """Picked ids, in the order picked, at most `limit`."""

    def __init__(self, limit: int = 3) -> None:
        self.limit = limit
        self._ids: list[str] = []
        self.refused = ""
        """The id that there was no room for, until the next pick; empty for none."""

    @property
    def ids(self) -> tuple[str, ...]:
        """The picked ids, in the order picked."""
        return tuple(self._ids)

    @property
    def full(self) -> bool:
        """True when another id cannot be picked."""
        return len(self._ids) >= self.limit

    def __len__(self) -> int:
        return len(self._ids)

    def __contains__(self, id_: str) -> bool:
        return id_ in self._ids

    def toggle(self, id_: str) -> bool:
        """Pick an id, or remove it if it was picked. False, with nothing changed, when there is no room for another."""
        self.refused = ""
        if id_ in self._ids:
            self._ids.remove(id_)
        elif self.full:
            self.refused = id_
            return False
        else:
            self._ids.append(id_)
        return True

    def remove(self, id_: str) -> None:
        """Remove an id, if it was picked."""
        if id_ in self._ids:
            self._ids.remove(id_)

    def clear(self) -> None:
        """Remove all."""
        self._ids.clear()
        self.refused = ""
