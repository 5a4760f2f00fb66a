"""Resolves the glossary: terms from A to Z, their facts, and the way to the page with more detail."""

from typing import NamedTuple

from ketaguide.model.glossary import Term
from ketaguide.model.prose import Prose
from ketaguide.resolve.nation import for_nation
from ketaguide.resolve.section import ReadMore, read_more
from ketaguide.resolve.view import GuideView


class ResolvedTerm(NamedTuple):
    """A term, resolved for a reader."""

    id: str
    name: str
    meaning: Prose
    facts: tuple[tuple[str, str], ...]
    """(label, text): its pronunciation and other names, as far as there are any."""
    more: ReadMore | None


def sorted_terms(view: GuideView) -> list[Term]:
    """Glossary terms from A to Z."""
    return sorted(view.edition.glossary.terms, key=lambda term: term.term.lower())


def resolve_term(term: Term, view: GuideView) -> ResolvedTerm:
    """Resolve a term."""
    facts = ((view.labels.say_it, term.say), (view.labels.also_called, ", ".join(term.also)))
    found = tuple((label, text) for label, text in facts if text)
    return ResolvedTerm(term.id, term.term, for_nation(term.meaning, view), found, read_more(term.section, view))
