"""Warns when a guide's crisis numbers, or their wording, differ from the built-in crisis card."""

from itertools import chain

from ketaguide import crisis
from ketaguide.model.block import CareCard
from ketaguide.model.guide import Guide
from ketaguide.resolve.view import GuideView


def crisis_notice(view: GuideView) -> str:
    """The warning with the reliable numbers, or empty if all match; contains no text from content."""
    return f"{crisis.CHANGED} {crisis.numbers_words(view.nation)}" if _changed(view.guide) else ""


def _changed(guide: Guide) -> bool:
    words = chain.from_iterable(crisis.changed_words(edition.interface) for edition in guide.editions.values())
    if any(crisis.changed_ways(guide.contacts)) or any(words):
        return True
    return any(crisis.numbers_in(text) - crisis.digits() for text in _card_texts(guide))


def _card_texts(guide: Guide) -> list[str]:
    """Headings and bullets of the care cards on the help page."""
    pages = (edition.sections.get(crisis.HELP_PAGE) for edition in guide.editions.values())
    cards = [block for page in pages if page for block in page.blocks if isinstance(block, CareCard)]
    return [text for card in cards for text in (card.heading, *(item.text for item in card.items))]
