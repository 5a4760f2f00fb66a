"""The language of words that an edition borrows from its base, for views that mark it (WCAG 2.2, 3.1.2)."""

from collections.abc import Callable

from ketaguide.model.edition import EditionMeta, primary
from ketaguide.model.guide import Edition, Shared
from ketaguide.resolve.view import GuideView


def of_page(section_id: str, view: GuideView) -> EditionMeta | None:
    """The edition that lends a page in another language; None if it is in the reader's."""
    return _lender(view, lambda edition: section_id in edition.sections)


def voice_of(section_id: str, view: GuideView) -> tuple[str, str]:
    """The language of a page as it is shown, and the voice of espeak-ng that reads it."""
    meta = of_page(section_id, view) or view.edition.meta
    return meta.language, meta.voice or primary(meta.language)


def of_term(term_id: str, view: GuideView) -> EditionMeta | None:
    """The edition that lends a glossary entry in another language; None if it is in the reader's."""
    return _lender(
        view, lambda edition: _has_own(view, edition, "glossary") and any(term.id == term_id for term in edition.glossary.terms)
    )


def of_ask(ask_id: str, view: GuideView) -> EditionMeta | None:
    """The edition that lends a question to ask in another language; None if it is in the reader's."""
    return _lender(
        view,
        lambda edition: (
            _has_own(view, edition, "asks")
            and any(ask.id == ask_id for group in edition.asks.groups for ask in group.questions)
        ),
    )


def of_home(view: GuideView) -> EditionMeta | None:
    """The edition that lends the first page in another language; None if it is in the reader's."""
    return _lender(view, lambda edition: _has_own(view, edition, "home"))


def of_contact(contact_id: str, view: GuideView) -> EditionMeta | None:
    """The edition that lends the words of a service in another language; None if they are in the reader's."""
    return _lender(view, lambda edition: _says_itself(view, edition, lambda shared: shared.contacts.get(contact_id)))


def of_claim(claim_id: str, view: GuideView) -> EditionMeta | None:
    """The edition that lends the words of a claim in another language; None if they are in the reader's."""
    return _lender(view, lambda edition: _says_itself(view, edition, lambda shared: shared.claims.get(claim_id)))


def _has_own(view: GuideView, edition: Edition, part: str) -> bool:
    """True if an edition does not take a file from its base."""
    return not edition.meta.base or getattr(edition, part) != getattr(view.guide.editions[edition.meta.base], part)


def _says_itself(view: GuideView, edition: Edition, of: Callable[[Shared], object]) -> bool:
    """True if an edition has words of its own for something that all editions share."""
    base = view.guide.editions[edition.meta.base] if edition.meta.base else None
    if base is None:
        return True
    return bool(edition.shared and base.shared and of(edition.shared) != of(base.shared))


def _lender(view: GuideView, has: Callable[[Edition], bool]) -> EditionMeta | None:
    own, *bases = view.guide.chain(view.edition_id)
    if all(primary(base.meta.language) == primary(own.meta.language) for base in bases):
        return None
    meta = next((edition.meta for edition in (own, *bases) if has(edition)), own.meta)
    return meta if primary(meta.language) != primary(own.meta.language) else None
