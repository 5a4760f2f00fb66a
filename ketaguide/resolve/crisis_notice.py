"""Warns when a guide's crisis numbers, or their wording, differ from the built-in crisis card."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain

from ketaguide import crisis
from ketaguide import crisis_changes as changes
from ketaguide.model.block import CareCard
from ketaguide.model.edition import primary
from ketaguide.model.guide import Edition, Guide
from ketaguide.model.walk import texts
from ketaguide.resolve.view import GuideView


def crisis_notice(view: GuideView) -> str:
    """The warning with the reliable numbers, or empty if all match; contains no text from content.

    A guide for another country than the built-in card's is held to its own contacts alone, by the checker.
    """
    return f"{crisis.CHANGED} {crisis.numbers_words(view.nation)}" if _is_changed(_Same(view.guide.in_words_of(""))) else ""


class _Same:
    """A guide compared by identity: a guide never changes once it is read."""

    def __init__(self, guide: Guide) -> None:
        self.guide = guide

    def __hash__(self) -> int:
        return id(self.guide)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.guide is self.guide


@lru_cache(maxsize=1)
def _is_changed(same: _Same) -> bool:
    """Compare every text of the help page and every card once for a guide: it takes 5 ms, and F1 must not wait for it."""
    guide = same.guide
    if guide.meta.profile != crisis.PROFILE:
        return False
    english = [edition for edition in guide.editions.values() if primary(edition.meta.language) == crisis.LANGUAGE]
    words = chain.from_iterable(changes.changed_words(edition.interface) for edition in english)
    if any(changes.changed_profile(guide.profile)) or any(changes.changed_ways(guide.contacts)) or any(words):
        return True
    if any(changes.numbers_in(text) - changes.digits() for text in _help_texts(guide.editions.values())):
        return True
    if any(changes.changed_sentence(text) for text in _help_texts(english)):
        return True
    pages = chain.from_iterable(edition.sections.values() for edition in guide.editions.values())
    cards = (block for page in pages for block in page.blocks if isinstance(block, CareCard))
    return any(any(changes.changed_card(card.urgency, card.heading, card.contacts)) for card in cards)


def _help_texts(editions: Iterable[Edition]) -> Iterator[str]:
    """Every text of the help page, which may contain no numbers but those of the card."""
    pages = (edition.sections.get(crisis.HELP_PAGE) for edition in editions)
    return (str(text) for page in pages if page for text in texts(page))
