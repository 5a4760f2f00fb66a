"""Resolves the takeaway: numbers to call, what matters, options, questions, what was tried, the GP checklist and contacts."""

from collections.abc import Iterable
from typing import NamedTuple

from ketaguide.model.ask import Ask
from ketaguide.model.block import BulletList, Heading
from ketaguide.model.interface.tools import TakeWords
from ketaguide.model.options import MOST_COMPARED, MOST_MATTERS
from ketaguide.model.prose import Prose
from ketaguide.resolve.contact import ResolvedContact, resolve_contact
from ketaguide.resolve.crisis_card import short
from ketaguide.resolve.view import GuideView
from ketaguide.resolve.wording import review_words

TRIED_ROWS = 4
"""Rows to write in what was tried."""


class Takeaway(NamedTuple):
    """Contents of the takeaway, in its order. Parts to write in always stand; others are left out without items."""

    title: str
    help_title: str
    help: tuple[str, ...]
    """Crisis numbers of the nation, each with its purpose."""
    matters_title: str
    matters: tuple[str, ...]
    """The things picked; with none, an empty text for each line to write on."""
    options_title: str
    options: tuple[str, ...]
    """The options picked; with none, an empty text for each to write in."""
    judgements: tuple[str, str]
    """Labels of the two places to write in beside each option: "Good for me", "Hard for me"."""
    ask_title: str
    asks: tuple[Ask, ...]
    tried_title: str
    tried: tuple[str, ...]
    """Columns of a table to write in, of `TRIED_ROWS` rows."""
    bring_title: str
    bring: tuple[Prose, ...]
    near_title: str
    near: tuple[ResolvedContact, ...]
    """Contacts that the site added."""
    paid_title: str
    paid: str
    """Funding of the studies, in the words of its claim; may be empty."""
    review: str
    """The review state and the date of the facts."""
    blank: str
    """A place to write in, for readers who do not see a line: "(blank)"."""


def takeaway(view: GuideView, ask_ids: Iterable[str]) -> Takeaway:
    """Build the takeaway of a reader's picks; unknown ids are ignored."""
    guide, words, options = view.guide, view.interface.take, view.edition.options
    bring_title, bring = checklist(view)
    local = [one for one in guide.contacts.values() if one.added_by and one.serves(view.nation)]
    help_title, *numbers = short(view, 0)
    paid = guide.claims.get(guide.meta.roles.funding)
    return Takeaway(
        f"{words.home_title}: {guide.meta.title}",
        help_title,
        tuple(numbers),
        words.matters,
        tuple(thing.text for thing in options.picked(view.matters)) or ("",) * MOST_MATTERS,
        words.options,
        tuple(option.name for option in options.known(view.compared)) or ("",) * MOST_COMPARED,
        (words.good, words.hard),
        words.title,
        tuple(view.asks(dict.fromkeys(ask_ids))),
        words.tried,
        (words.tried_what, words.tried_dose, words.tried_long, words.tried_result),
        bring_title or words.bring,
        bring,
        words.near.format(site=local[0].added_by) if local else "",
        tuple(resolve_contact(one, view) for one in local),
        view.edition.home.paid or words.paid,
        " ".join((paid.statement, paid.caveat)).strip() if paid else "",
        review_words(view),
        words.blank,
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


def not_printed(words: TakeWords, reason: str, detail: str) -> str:
    """The message for a failed print, with our reason or else the print system's."""
    why = {"no_program": words.no_program, "no_answer": words.no_answer}.get(reason, detail or words.no_answer)
    return words.not_printed.format(why=why)
