"""Keeps the places that a reader passed, so that every place leads back to the one before, as it was left."""

from collections.abc import Callable

from ketaguide.conversation.moves import Back, BackTo, Go, Spot, Stay, ToMenu
from ketaguide.conversation.talk import Talk

LIMIT = 200
"""Limit of places kept; the oldest after the first are dropped."""

Area = Callable[[Talk], None]
"""An area of the conversation: returns when the reader goes back, raises Quit when they quit."""


class Place:
    """A place of the conversation: an area, with the name under which other places lead back to it."""

    is_page = False

    def __init__(self, area: Area, name: Callable[[Talk], str] = lambda talk: "") -> None:
        self._area = area
        self._name = name

    def name(self, talk: Talk) -> str:
        """The name of the place; empty for none."""
        return self._name(talk)

    def back_words(self, talk: Talk) -> str:
        """The choice that leads back to this place from another."""
        name = self.name(talk)
        return talk.view.words.back_to.format(title=name) if name else talk.view.words.back

    def find(self, talk: Talk, words: str) -> bool:
        """Look for words in this place: an area has none of its own."""
        return False

    def __call__(self, talk: Talk) -> None:
        """Stay here until the reader goes back."""
        self._area(talk)


def follow(talk: Talk, first: Spot, menu: Spot) -> None:
    """Run places, the newest first, until the first one ends."""
    trail = talk.trail
    trail.append(first)
    while trail:
        try:
            trail[-1](talk)
            trail.pop()
        except BackTo as going:
            del trail[trail.index(going.place) + 1 :]
        except Go as going:
            trail.append(going.place)
            del trail[1:-LIMIT]
        except Back:
            trail.pop()
        except ToMenu:
            trail[:] = [menu]
        except Stay:
            pass
