"""Resolves a page for one reader: length, notes, blocks, claims and links."""

from collections.abc import Iterable
from math import ceil
from typing import NamedTuple

from ketaguide.crisis import HELP_PAGE
from ketaguide.model.ask import Ask
from ketaguide.model.block import Faq, Heading
from ketaguide.model.contact import Nation
from ketaguide.model.guide import Section
from ketaguide.model.prose import Prose, Scheme
from ketaguide.model.walk import cites_in, links_in, texts, word_count
from ketaguide.resolve.block import Resolved, ResolvedCareCard, resolve_blocks
from ketaguide.resolve.nation import shown, summary_for
from ketaguide.resolve.view import GuideView
from ketaguide.resolve.wording import as_of, counted, date_words, for_nations, overdue_words, review_words, write_to_words

READING_SPEED = 200
"""Adult reading speed in words a minute (field-notes: time paths)."""
LOOKED_UP = 5
"""Minimum questions for a page to count as reference rather than reading."""


class ReadMore(NamedTuple):
    """The way to a page with more detail."""

    label: str
    """"Read more: How long does it last?"."""
    page: str


class ResolvedSection(NamedTuple):
    """A page, resolved for a reader."""

    id: str
    place: str
    """Its part of the guide and its place in the order: "About the syrup · Page 7 of 20"; may be empty."""
    title: str
    how_long: str
    where: str
    """"In Scotland:" for a page of some nations only, or empty."""
    notes: tuple[str, ...]
    """Notes before the text: the guide is overdue, or the page is missing from this edition or older in it."""
    summary: tuple[Prose, ...]
    blocks: tuple[Resolved, ...]
    asks: tuple[Ask, ...]
    cites: tuple[str, ...]
    updated: str
    """The review state, the dates of the guide, of the page and of its facts that may change, and where to write."""


def resolve_section(section: Section, view: GuideView) -> ResolvedSection:
    """Resolve a page for a view."""
    labels = view.labels
    updated = f"{labels.updated.format(date=date_words(section.updated, view))}."
    cites = tuple(section_cites(section, view))
    if dated := as_of(cites, view):
        updated = f"{updated} {labels.may_change.format(as_of=dated)}"
    return ResolvedSection(
        section.id,
        place_words(section.id, view),
        section.title,
        how_long(section, view, view.nation),
        for_nations(section.nations, view) if section.nations else "",
        tuple(filter(None, (overdue_words(view) if section.id == HELP_PAGE else "", edition_note(section.id, view)))),
        summary_for(section, view),
        resolve_blocks(section.blocks, view),
        tuple(view.asks(section.questions)),
        cites,
        " ".join(filter(None, (review_words(view), updated, write_to_words(view)))),
    )


def place_words(section_id: str, view: GuideView) -> str:
    """The part of the guide that a page belongs to, and its place among the pages."""
    part = next((part.title for part in view.guide.meta.parts if section_id in part.sections), "")
    return " · ".join(filter(None, (part, view.page_of(section_id))))


def read_more(section_id: str, view: GuideView) -> ReadMore | None:
    """The way to a page; None if there is no such page."""
    page = view.section(section_id)
    return ReadMore(view.labels.read_more.format(title=page.title), page.id) if page else None


def edition_note(section_id: str, view: GuideView) -> str:
    """A note if a page is missing from the chosen edition, or made from an older page of its base; else empty."""
    meta = view.edition.meta
    if not meta.base:
        return ""
    own, base = view.edition.sections.get(section_id), view.guide.section(section_id, meta.base)
    if own is None:
        return meta.missing
    return meta.older if base and own.made_from < base.updated else ""


def section_cites(section: Section, view: GuideView) -> list[str]:
    """Ids of the claims that a page cites and the guide has, in reading order, without duplicates."""
    found = dict.fromkeys([*section.cites, *cites_in(section.blocks), *cites_in(view.edition.grid_of(section))])
    return [claim for claim in found if claim in view.guide.claims]


def link_targets(section: Section, scheme: Scheme, view: GuideView) -> list[str]:
    """Targets of a page's links of one scheme, without duplicates: in reading order, those of the options grid last."""
    blocks = tuple(shown(section.blocks, view.nation))
    return list(dict.fromkeys(links_in((section.summary, blocks, view.edition.grid_of(section)), scheme)))


def linked_heading(section: Section, target: str, view: GuideView) -> str:
    """The heading of another page at which a page's links to it open; empty for its top."""
    page, parts = view.section(target), (section.summary, tuple(shown(section.blocks, view.nation)))
    spans = (span for text in texts(parts) if isinstance(text, Prose) for span in text.spans if span.target == target)
    return next((page.places[span.place] for span in spans if span.place in page.places), "") if page else ""


def headings(blocks: Iterable[Resolved]) -> list[str]:
    """Headings of a page for its list of headings: no cards, and no title right below a heading."""
    listed, below_heading = [], False
    for block in blocks:
        if block.heading and not below_heading and not isinstance(block.body, ResolvedCareCard):
            listed.append(block.heading)
        below_heading = isinstance(block.body, Heading)
    return listed


def how_long(section: Section, view: GuideView, nation: Nation | None) -> str:
    """ "3 min read", or for a reference page the number of questions it answers for a nation."""
    asked = sum(isinstance(block, Faq) for block in shown(section.blocks, nation))
    labels, is_listed = view.labels, asked >= LOOKED_UP
    return counted(labels.questions if is_listed else labels.minutes, asked if is_listed else minutes(section), view)


def minutes(section: Section) -> int:
    """Reading time of the text outside folds, in whole minutes, at least 1."""
    return max(1, ceil(word_count(section) / READING_SPEED))
