"""Keeps the places that a reader passed, so that every place leads back to the one before, as it was left."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ketaguide.conversation.talk import Talk

LIMIT = 200
"""Limit of places kept; the oldest after the first are dropped."""

Area = Callable[["Talk"], None]
"""An area of the conversation: returns when the reader goes back, raises Quit when they quit."""


class Place:
    """A place of the conversation: an area, with the name under which other places lead back to it."""

    is_page = False

    def __init__(self, area: Area, name: Callable[["Talk"], str] = lambda talk: "") -> None:
        self._area = area
        self._name = name

    def name(self, talk: "Talk") -> str:
        """The name of the place; empty for none."""
        return self._name(talk)

    def back_words(self, talk: "Talk") -> str:
        """The choice that leads back to this place from another."""
        name = self.name(talk)
        return talk.view.words.back_to.format(title=name) if name else talk.view.words.back

    def find(self, talk: "Talk", words: str) -> bool:
        """Look for words in this place; True when they stand here and the place has moved to them."""
        return False

    def __call__(self, talk: "Talk") -> None:
        """Stay here until the reader goes back."""
        self._area(talk)


class Go(Exception):
    """Raised to go to a place."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place


class Back(Exception):
    """Raised to go back to the place before."""


class BackTo(Exception):
    """Raised to go back to a place of the trail."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place


class ToMenu(Exception):
    """Raised to go to the main menu."""


class Stay(Exception):
    """Raised to begin the place again, as its reader now wants it: another nation or edition, another part."""


def follow(talk: "Talk", first: Place, menu: Place) -> None:
    """Run places, the newest first, until the first one ends."""
    trail = talk.trail
    trail.append(first)
    while trail:
        try:
            trail[-1](talk)
            trail.pop()
        except Go as going:
            trail.append(going.place)
            del trail[1:-LIMIT]
        except Back:
            trail.pop()
        except BackTo as going:
            del trail[trail.index(going.place) + 1 :]
        except ToMenu:
            trail[:] = [menu]
        except Stay:
            pass
