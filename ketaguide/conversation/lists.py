"""Contents and glossary: a part or a group of words is chosen first, so that no list is long."""

from ketaguide.conversation.choices import Option, in_groups
from ketaguide.conversation.page import PageReader
from ketaguide.conversation.talk import Talk
from ketaguide.conversation.terms import explain
from ketaguide.conversation.trail import go
from ketaguide.resolve.glossary import sorted_terms

LIST = 10
"""Number of words in one list."""


def contents(talk: Talk) -> None:
    """Choose a part, then a page to read, until the reader goes back."""
    while True:
        parts = [Option(part.title, (part.title, pages)) for part, pages in talk.view.parts()]
        part = talk.choose([*parts, talk.back(None)], talk.view.labels.contents)
        if part is None:
            return
        title, pages = part
        back = Option(talk.view.words.back_to.format(title=talk.view.labels.contents), "", "back")
        if chosen := talk.choose([*(Option(page.title, page.id) for page in pages), back], title):
            go(PageReader(chosen))


def glossary(talk: Talk) -> None:
    """Choose a group of words, then one of them, until the reader goes back."""
    while True:
        groups = in_groups(sorted_terms(talk.view), LIST)
        names = [talk.view.words.words_from.format(first=group[0].term, last=group[-1].term) for group in groups]
        chosen = talk.choose([*map(Option, names, groups), talk.back(None)], talk.view.labels.words)
        if not chosen:
            return
        if page_id := explain(talk, [term.id for term in chosen]):
            go(PageReader(page_id))
