"""Navigation history: the way back, as in a browser."""

LIMIT = 200
"""Limit of stored places; the oldest are dropped first."""


class History:
    """Places visited, oldest first. A place is any string: a section's id."""

    def __init__(self) -> None:
        self._places: list[str] = []

    @property
    def here(self) -> str | None:
        """The current place, or None at the start."""
        return self._places[-1] if self._places else None

    @property
    def can_go_back(self) -> bool:
        """True when there is a place to go back to."""
        return len(self._places) > 1

    def visit(self, place: str) -> None:
        """Go to a place; visiting the current place changes nothing."""
        if place != self.here:
            self._places = [*self._places, place][-LIMIT:]

    def back(self) -> str | None:
        """Step back and return the new current place; None if there is nothing further back."""
        if not self.can_go_back:
            return None
        self._places.pop()
        return self.here
