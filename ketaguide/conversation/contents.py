"""Contents in two steps, parts and then pages, so that no list is long."""

from ketaguide.conversation.page import read_pages
from ketaguide.conversation.talk import Option, Talk


def from_the_start(talk: Talk) -> None:
    """Read pages, beginning with the first."""
    if pages := talk.view.pages():
        read_pages(talk, pages[0].id, talk.view.words.main_menu)


def contents(talk: Talk) -> None:
    """Choose a part, then a page, until the reader returns to the main menu."""
    words = talk.view.words
    while True:
        parts = [Option(part.title, part.id) for part, _ in talk.view.parts()]
        chosen = talk.choose([*parts, Option(words.main_menu, "")], talk.view.labels.contents)
        if not chosen:
            return
        _part(talk, chosen)


def _part(talk: Talk, part_id: str) -> None:
    """Choose a page of one part and read from there."""
    words = talk.view.words
    part, pages = next(found for found in talk.view.parts() if found[0].id == part_id)
    back = words.back_to.format(title=talk.view.labels.contents)
    chosen = talk.choose([*(Option(page.title, page.id) for page in pages), Option(back, "")], part.title)
    if chosen:
        read_pages(talk, chosen, back)
