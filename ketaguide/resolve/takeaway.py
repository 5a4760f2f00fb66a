"""Resolves the takeaway: picked questions, the GP checklist, the site's contacts, numbers to call and the review state."""

from collections.abc import Iterable
from typing import NamedTuple

from ketaguide import crisis
from ketaguide.model.ask import Ask
from ketaguide.model.block import BulletList, Heading
from ketaguide.model.prose import Prose
from ketaguide.resolve.contact import ResolvedContact, resolve_contact
from ketaguide.resolve.view import GuideView
from ketaguide.resolve.wording import review_words


class Takeaway(NamedTuple):
    """Contents of the takeaway; a part without items is left out."""

    title: str
    ask_title: str
    asks: tuple[Ask, ...]
    bring_title: str
    bring: tuple[Prose, ...]
    near_title: str
    near: tuple[ResolvedContact, ...]
    """Contacts that the site added."""
    help_title: str
    help: tuple[str, ...]
    """Crisis numbers of the nation, from the built-in card, each with its purpose."""
    review: str


def takeaway(view: GuideView, ask_ids: Iterable[str]) -> Takeaway:
    """Build the takeaway; unknown question ids are ignored."""
    guide, words = view.guide, view.interface.take
    asks = (guide.ask(ask_id, view.edition_id) for ask_id in dict.fromkeys(ask_ids))
    bring_title, bring = checklist(view)
    local = [one for one in guide.contacts.values() if one.added_by and one.serves(view.nation)]
    help_title, *numbers = crisis.short(view.nation, 0)
    return Takeaway(
        f"{words.home_title}: {guide.meta.title}",
        words.title,
        tuple(ask for ask in asks if ask),
        bring_title or words.bring,
        bring,
        words.near.format(site=local[0].added_by) if local else "",
        tuple(resolve_contact(one, view) for one in local),
        help_title,
        tuple(numbers),
        review_words(guide.meta, view.labels),
    )


def checklist(view: GuideView) -> tuple[str, tuple[Prose, ...]]:
    """The heading and items of the list to bring: on the page about seeing a GP, the list that cites the claim for it."""
    title, page = "", view.gp_page
    for block in page.blocks if page else ():
        if isinstance(block, Heading):
            title = block.text
        elif isinstance(block, BulletList) and view.guide.meta.roles.checklist in block.cites:
            return title, block.items
    return "", ()
