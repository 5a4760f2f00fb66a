"""Where the reader has been: back and forward, as in a browser."""

LIMIT = 200
"""How many places are remembered; the oldest are forgotten first."""


class History:
    """Places visited, oldest first. A place is any string: a section's id."""

    def __init__(self) -> None:
        self._places: list[str] = []
        self._here = -1

    @property
    def here(self) -> str | None:
        """Where the reader is, or None at the start."""
        return self._places[self._here] if self._here >= 0 else None

    @property
    def before(self) -> str | None:
        """Where a step back would lead, or None where there is nothing further back."""
        return self._places[self._here - 1] if self.can_go_back else None

    @property
    def can_go_back(self) -> bool:
        """Whether there is somewhere to go back to."""
        return self._here > 0

    def visit(self, place: str) -> None:
        """Go to a place; what lay ahead is forgotten. Visiting where one is changes nothing."""
        if place == self.here:
            return
        del self._places[self._here + 1 :]
        self._places = [*self._places, place][-LIMIT:]
        self._here = len(self._places) - 1

    def back(self) -> str | None:
        """Step back and say where one is now; None where there is nothing further back."""
        if not self.can_go_back:
            return None
        self._here -= 1
        return self.here

    def forward(self) -> str | None:
        """Step forward again; None where there is nothing ahead."""
        if self._here + 1 >= len(self._places):
            return None
        self._here += 1
        return self.here
