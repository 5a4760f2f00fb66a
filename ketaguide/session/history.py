"""Navigation history: back and forward, as in a browser."""

LIMIT = 200
"""Limit of stored places; the oldest are dropped first."""


class History:
    """Places visited, oldest first. A place is any string: a section's id."""

    def __init__(self) -> None:
        self._places: list[str] = []
        self._here = -1

    @property
    def here(self) -> str | None:
        """The current place, or None at the start."""
        return self._places[self._here] if self._here >= 0 else None

    @property
    def before(self) -> str | None:
        """The place one step back, or None if there is none."""
        return self._places[self._here - 1] if self.can_go_back else None

    @property
    def can_go_back(self) -> bool:
        """True when there is a place to go back to."""
        return self._here > 0

    def visit(self, place: str) -> None:
        """Go to a place and drop the forward entries; visiting the current place changes nothing."""
        if place == self.here:
            return
        del self._places[self._here + 1 :]
        self._places = [*self._places, place][-LIMIT:]
        self._here = len(self._places) - 1

    def back(self) -> str | None:
        """Step back and return the new current place; None if there is nothing further back."""
        if not self.can_go_back:
            return None
        self._here -= 1
        return self.here

    def forward(self) -> str | None:
        """Step forward and return the new current place; None if there is nothing ahead."""
        if self._here + 1 >= len(self._places):
            return None
        self._here += 1
        return self.here
