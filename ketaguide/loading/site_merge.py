"""Merges a site's contacts into a guide: known to every view, and near the top of the help page."""

from collections.abc import Container

from msgspec.structs import replace

from ketaguide.crisis import HELP_PAGE
from ketaguide.model.block import Block, CareCard, Contacts, Heading, Paragraph
from ketaguide.model.guide import Edition, Guide
from ketaguide.model.overlay import Overlay
from ketaguide.model.prose import Prose, Span

REPLACEABLE = "gp"
"""The only contact of the guide that a site may replace."""


def with_site(guide: Guide, site: Overlay) -> Guide:
    """Merge a site into a guide; its contacts are known everywhere and stand near the top of the help page."""
    site = replace(site, contacts=tuple(one for one in site.contacts if one.id == REPLACEABLE or one.id not in guide.contacts))
    ours = {one.id: replace(one, added_by=site.name) for one in site.contacts}
    editions = guide.editions
    if site.contacts or site.hours:
        editions = {edition_id: _near(_apart(edition, ours), site) for edition_id, edition in editions.items()}
    return replace(guide, contacts={**guide.contacts, **ours}, editions=editions, site=site)


def _apart(edition: Edition, ours: Container[str]) -> Edition:
    """Remove the site's contacts from urgent and emergency care cards, even if the content names them."""

    def without(block: Block) -> Block:
        if not isinstance(block, CareCard) or block.urgency == "non_urgent":
            return block
        return replace(block, contacts=tuple(one for one in block.contacts if one not in ours))

    sections = {name: replace(page, blocks=tuple(map(without, page.blocks))) for name, page in edition.sections.items()}
    return replace(edition, sections=sections)


def _near(edition: Edition, site: Overlay) -> Edition:
    """Insert the site's contacts after the leading care cards of the help page."""
    page, words = edition.sections.get(HELP_PAGE), edition.interface.take
    if page is None:
        return edition
    cards = next((at for at, block in enumerate(page.blocks) if not isinstance(block, CareCard)), len(page.blocks))
    near: list[Block] = [Heading(text=words.near.format(site=site.name))]
    if site.hours:
        near.append(Paragraph(text=Prose((Span(words.open_hours.format(hours=site.hours)),))))
    if site.contacts:
        near.append(Contacts(ids=tuple(one.id for one in site.contacts)))
    rest = (_not_twice(block) for block in page.blocks[cards:])
    page = replace(page, blocks=(*page.blocks[:cards], *near, *rest))
    return replace(edition, sections={**edition.sections, HELP_PAGE: page})


def _not_twice(block: Block) -> Block:
    """Remove the kind `local` from a contacts block: those contacts already stand near the top."""
    if not isinstance(block, Contacts):
        return block
    return replace(block, kinds=tuple(kind for kind in block.kinds if kind != "local"))
