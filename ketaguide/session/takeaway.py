"""The takeaway: picked questions, the GP checklist, local contacts and review data."""

from collections.abc import Iterable
from dataclasses import dataclass

from ketaguide.model.ask import Ask
from ketaguide.model.block import BulletList, Heading
from ketaguide.model.contact import Contact, Nation
from ketaguide.model.guide import STANDARD, EditionId, Guide, Meta
from ketaguide.model.prose import Prose

GP_PAGE = "see-your-gp"
BRINGS = "gp-what-to-bring"
"""Id of the claim that the GP checklist cites; it identifies the list in every edition, anywhere on the page."""


@dataclass(frozen=True)
class Checklist:
    """The list of things to bring, with its heading on the page."""

    title: str
    items: tuple[Prose, ...]


@dataclass(frozen=True)
class Takeaway:
    """Contents of the takeaway. Views add the crisis numbers of `nation` and the review state of `meta`."""

    meta: Meta
    nation: Nation | None
    questions: tuple[Ask, ...]
    checklist: Checklist | None
    local: tuple[Contact, ...]
    """Contacts that the site added."""


def takeaway(guide: Guide, edition_id: EditionId, nation: Nation | None, ask_ids: Iterable[str]) -> Takeaway:
    """Build the takeaway for one edition and nation; unknown question ids are ignored."""
    asks = tuple(ask for ask_id in dict.fromkeys(ask_ids) if (ask := guide.ask(ask_id, edition_id)))
    local = tuple(contact for contact in guide.contacts.values() if contact.added_by and contact.serves(nation))
    return Takeaway(guide.meta, nation, asks, checklist(guide, edition_id), local)


def checklist(guide: Guide, edition_id: EditionId = STANDARD) -> Checklist | None:
    """The checklist on the page about seeing a GP; None if no list there cites the `BRINGS` claim."""
    page = guide.section(GP_PAGE, edition_id)
    title = ""
    for block in page.blocks if page else ():
        if isinstance(block, Heading):
            title = block.text
        elif isinstance(block, BulletList) and BRINGS in block.cites:
            return Checklist(title, block.items)
    return None
