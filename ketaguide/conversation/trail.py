"""Places of the conversation, and the ways from one to another: exceptions, since a reader may leave from any prompt."""

from collections.abc import Callable
from typing import Any, NoReturn

Area = Callable[[Any], None]
"""An area of the conversation, called with the `Talk`: returns when the reader goes back, raises Quit when they quit."""


class TalkPlace:
    """A place of the conversation: an area, with the name under which other places lead back to it."""

    is_page = False

    def __init__(self, area: Area, name: Callable[[Any], str] = lambda talk: "") -> None:
        self._area = area
        self._name = name

    def name(self, talk: Any) -> str:
        """The name of the place; empty for none."""
        return self._name(talk)

    def back_words(self, talk: Any) -> str:
        """The choice that leads back to this place from another."""
        name = self.name(talk)
        return str(talk.view.words.back_to.format(title=name) if name else talk.view.words.back)

    def find(self, talk: Any, words: str) -> bool:
        """Look for words in this place; True when they stand here and the place has moved to them."""
        return False

    def __call__(self, talk: Any) -> None:
        """Stay here until the reader goes back."""
        self._area(talk)


class Go(Exception):
    """Raised to go to a place."""

    def __init__(self, place: TalkPlace) -> None:
        super().__init__()
        self.place = place


class GoBack(Exception):
    """Raised to go back to the place before."""


class BackTo(Go):
    """Raised to go back to a place of the trail."""


class ToMenu(Exception):
    """Raised to go to the main menu."""


class Stay(Exception):
    """Raised to begin the place again, as its reader now wants it: another nation or edition, another part."""


def go(place: TalkPlace) -> NoReturn:
    """Go to a place, as a choice does."""
    raise Go(place)
