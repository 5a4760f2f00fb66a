"""What a reader takes home: the questions picked, what to bring to the GP, who to call, and who answers for it."""

from collections.abc import Iterable
from dataclasses import dataclass

from ketaguide.model.ask import Ask
from ketaguide.model.block import BulletList, Heading
from ketaguide.model.contact import Contact, Nation
from ketaguide.model.guide import STANDARD, Guide, Meta, Variant
from ketaguide.model.prose import Prose

GP_PAGE = "see-your-gp"
BRINGS = "gp-what-to-bring"
"""The claim that the list of what to bring rests on: it marks the list in every variant, wherever on the page it stands."""


@dataclass(frozen=True)
class Checklist:
    """What to bring, under the heading it stands under on the page."""

    title: str
    items: tuple[Prose, ...]


@dataclass(frozen=True)
class Takeaway:
    """What is taken home. Views add the crisis numbers of `nation` and the review state of `meta`."""

    meta: Meta
    nation: Nation | None
    questions: tuple[Ask, ...]
    checklist: Checklist | None
    local: tuple[Contact, ...]
    """Services that the place where this is read has added."""


def takeaway(guide: Guide, variant: Variant, nation: Nation | None, ask_ids: Iterable[str]) -> Takeaway:
    """What a reader of one variant and nation takes home; an id that is no question's is left out."""
    asks = tuple(ask for ask_id in dict.fromkeys(ask_ids) if (ask := guide.ask(ask_id, variant)))
    local = tuple(contact for contact in guide.contacts.values() if contact.added_by and contact.serves(nation))
    return Takeaway(guide.meta, nation, asks, checklist(guide, variant), local)


def checklist(guide: Guide, variant: Variant = STANDARD) -> Checklist | None:
    """The list of what to bring on the page about seeing a GP; None where the page has no list that rests on that claim."""
    page = guide.section(GP_PAGE, variant)
    title = ""
    for block in page.blocks if page else ():
        if isinstance(block, Heading):
            title = block.text
        elif isinstance(block, BulletList) and BRINGS in block.cites:
            return Checklist(title, block.items)
    return None
