"""Places of the conversation, and the ways from one to another: exceptions, since a reader may leave from any prompt."""

from typing import Any, Protocol


class Spot(Protocol):
    """A place, as prompts know it."""

    is_page: bool

    def back_words(self, talk: Any) -> str:
        """The choice that leads back to this place from another."""

    def find(self, talk: Any, words: str) -> bool:
        """Look for words in this place; True when they stand here and the place has moved to them."""

    def __call__(self, talk: Any) -> None:
        """Stay here until the reader goes back."""


class Go(Exception):
    """Raised to go to a place."""

    def __init__(self, place: Spot) -> None:
        super().__init__()
        self.place = place


class Back(Exception):
    """Raised to go back to the place before."""


class BackTo(Go):
    """Raised to go back to a place of the trail."""


class ToMenu(Exception):
    """Raised to go to the main menu."""


class Stay(Exception):
    """Raised to begin the place again, as its reader now wants it: another nation or edition, another part."""
