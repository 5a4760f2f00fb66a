"""Explains words one at a time."""

from collections.abc import Iterable

from ketaguide.conversation.choices import Option
from ketaguide.conversation.talk import Talk
from ketaguide.model.glossary import Term
from ketaguide.render.plain_guide import term_piece
from ketaguide.resolve.section import read_more


def explain(talk: Talk, term_ids: Iterable[str]) -> str:
    """Explain chosen words; returns the id of a page to read more on, or an empty string.

    The way to more comes after all other choices, so that no number changes.
    """
    terms = [term for name in term_ids if (term := talk.guide.term(name, talk.session.edition_id))]
    offered: list[Option[Term | str]] = [Option(term.term, term) for term in terms]
    offered.append(talk.back_here(""))
    more: list[Option[Term | str]] = []
    while True:
        chosen = talk.choose([*offered, *more])
        if isinstance(chosen, str):
            return chosen
        talk.show([term_piece(chosen, talk.view, talk.width)])
        found = read_more(chosen.section, talk.view)
        more = [Option(*found)] if found else []


def explain_typed(talk: Talk, term_id: str) -> None:
    """Explain a word that was typed, and name the page with more about it."""
    if term := talk.guide.term(term_id, talk.session.edition_id):
        talk.show([term_piece(term, talk.view, talk.width)])
        if page := talk.view.section(term.section):
            talk.lines(talk.view.interface.typed.read_more.format(title=page.nav_title))
