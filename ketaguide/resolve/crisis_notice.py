"""Warns when a guide's crisis numbers, or their wording, differ from the built-in crisis card."""

from collections.abc import Iterator
from itertools import chain

from ketaguide import crisis
from ketaguide.model.guide import Guide
from ketaguide.model.walk import texts
from ketaguide.resolve.view import GuideView


def crisis_notice(view: GuideView) -> str:
    """The warning with the reliable numbers, or empty if all match; contains no text from content."""
    return f"{crisis.CHANGED} {crisis.numbers_words(view.nation)}" if _changed(view.guide) else ""


def _changed(guide: Guide) -> bool:
    words = chain.from_iterable(crisis.changed_words(edition.interface) for edition in guide.editions.values())
    if any(crisis.changed_ways(guide.contacts)) or any(words):
        return True
    return any(crisis.numbers_in(text) - crisis.digits() for text in _help_texts(guide))


def _help_texts(guide: Guide) -> Iterator[str]:
    """Every text of the page of help: no other number stands there than those of the card."""
    pages = (edition.sections.get(crisis.HELP_PAGE) for edition in guide.editions.values())
    return (str(text) for page in pages if page for text in texts(page))
