"""Contents in two steps, parts and then pages, so that no list is long."""

from ketaguide.conversation.moves import Go
from ketaguide.conversation.page import Reading
from ketaguide.conversation.talk import Option, Talk


def contents(talk: Talk) -> None:
    """Choose a part, then a page, until the reader goes back."""
    while True:
        parts = [Option(part.title, part.id) for part, _ in talk.view.parts()]
        chosen = talk.choose([*parts, talk.back("")], talk.view.labels.contents)
        if not chosen:
            return
        _part(talk, chosen)


def _part(talk: Talk, part_id: str) -> None:
    """Choose a page of one part and read from there."""
    words = talk.view.words
    part, pages = next(found for found in talk.view.parts() if found[0].id == part_id)
    back = words.back_to.format(title=talk.view.labels.contents)
    chosen = talk.choose([*(Option(page.title, page.id) for page in pages), Option(back, "", "back")], part.title)
    if chosen:
        raise Go(Reading(chosen))
