"""The language of words that an edition borrows from its base, for views that mark it (WCAG 2.2, 3.1.2)."""

from collections.abc import Callable
from itertools import zip_longest
from typing import Literal

from ketaguide.model.edition import EditionMeta, primary
from ketaguide.model.guide import Edition
from ketaguide.resolve.view import GuideView

PartKind = Literal["page", "term", "ask", "home", "contact", "claim"]

_PARTS: dict[PartKind, Callable[[Edition, str], object]] = {
    "page": lambda edition, id_: edition.edition_id if id_ in edition.sections else None,
    "term": lambda edition, id_: edition.glossary if any(term.id == id_ for term in edition.glossary.terms) else None,
    "ask": lambda edition, id_: (
        edition.asks if any(ask.id == id_ for group in edition.asks.groups for ask in group.questions) else None
    ),
    "home": lambda edition, _: edition.home,
    "contact": lambda edition, id_: edition.shared and edition.shared.contacts.get(id_, ""),
    "claim": lambda edition, id_: edition.shared and edition.shared.claims.get(id_, ""),
}
"""Kind of part → what an edition has of it; None for nothing. An edition with the same as its base borrows it."""


def lender(kind: PartKind, id_: str, view: GuideView) -> EditionMeta | None:
    """The edition that lends a part in another language; None if it is in the reader's."""
    part, (own, *bases) = _PARTS[kind], view.guide.chain(view.edition_id)
    if all(primary(base.meta.language) == primary(own.meta.language) for base in bases):
        return None
    having = ((one.meta, part(one, id_), part(base, id_) if base else None) for one, base in zip_longest((own, *bases), bases))
    meta = next((meta for meta, found, lent in having if found is not None and found != lent), own.meta)
    return meta if primary(meta.language) != primary(own.meta.language) else None


def voice_of(section_id: str, view: GuideView) -> tuple[str, str]:
    """The language of a page as it is shown, and the voice of espeak-ng that reads it."""
    meta = lender("page", section_id, view) or view.edition.meta
    return meta.language, meta.voice or primary(meta.language)
