"""Glossary, a few words at a time."""

from ketaguide.conversation.moves import Go
from ketaguide.conversation.page import Reading
from ketaguide.conversation.talk import Option, Talk
from ketaguide.conversation.terms import explain
from ketaguide.resolve.glossary import sorted_terms

LIST = 10
"""Number of words in one list."""


def glossary(talk: Talk) -> None:
    """Choose a group of words, then one of them, until the reader goes back."""
    words = talk.view.words
    while True:
        terms = sorted_terms(talk.view)
        groups = [terms[start : start + LIST] for start in range(0, len(terms), LIST)]
        names = [words.words_from.format(first=group[0].term, last=group[-1].term) for group in groups]
        chosen = talk.choose([*map(Option, names, groups), talk.back([])], talk.view.labels.words)
        if not chosen:
            return
        if page_id := explain(talk, [term.id for term in chosen]):
            raise Go(Reading(page_id))
