"""Explains words one at a time."""

from collections.abc import Iterable

from ketaguide.conversation.talk import Option, Talk
from ketaguide.model.glossary import Term
from ketaguide.render.plain_words import term_piece
from ketaguide.resolve.section import read_more


def explain(talk: Talk, term_ids: Iterable[str]) -> str:
    """Explain chosen words; returns the id of a page to read more on, or an empty string."""
    words = talk.view.words
    terms = [term for name in term_ids if (term := talk.guide.term(name, talk.session.edition_id))]
    more: list[Option[Term | str]] = []
    while True:
        offered: list[Option[Term | str]] = [Option(term.term, term) for term in terms]
        chosen = talk.choose([*more, *offered, Option(words.back, "")])
        if isinstance(chosen, str):
            return chosen
        talk.show([term_piece(chosen, talk.view, talk.width)])
        found = read_more(chosen.section, talk.view)
        more = [Option(*found)] if found else []
