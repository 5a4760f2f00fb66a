"""Pages of reference: how we know, all sources, and what has changed."""

from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from ketaguide.model.guide import Section
from ketaguide.render import html_links as to
from ketaguide.render.changes import Change
from ketaguide.render.html_env import markup, spoken
from ketaguide.render.html_links import Links
from ketaguide.render.html_page import Page, make_page
from ketaguide.resolve.contact import web
from ketaguide.resolve.evidence import ResolvedClaim, resolve_claims, source_words
from ketaguide.resolve.language import lender
from ketaguide.resolve.section import section_cites
from ketaguide.resolve.view import GuideView
from ketaguide.resolve.wording import date_words


def how_we_know(section: Section, view: GuideView, links: Links) -> Page:
    """The evidence page of a section: its claims with their certainty and sources."""
    printed: set[str] = set()
    written = [_claim(claim, printed, view) for claim in resolve_claims(section_cites(section, view), view)]
    name = f"{to.slug(section.id)}-how-we-know"
    return make_page("evidence.html", view, links, name, view.labels.how_we_know, section=section, claims=written)


def _claim(claim: ResolvedClaim, printed: set[str], view: GuideView) -> Markup:
    """A claim; on paper an address stands with the first link to it alone, and is then one of those that were `printed`."""
    facts = []
    for fact in claim.facts:
        facts.append((fact.name, fact.text, web(fact.url), fact.url in printed))
        printed.add(fact.url)
    return markup("claim", statement=claim.statement, facts=facts, lang=spoken(lender("claim", claim.id, view)))


def changed(changes: Sequence[Change], view: GuideView, links: Links) -> Page:
    """The page of what the guide says otherwise since each version."""
    words = view.interface.web
    listed = [(one, change_title(one, view)) for one in changes]
    made = make_page("changes.html", view, links, to.CHANGES, words.changes, changes=listed)
    return replace(made, about=words.changes_note)


def change_title(change: Change, view: GuideView) -> str:
    """ "Version 0.1.0, 21 November 2026"."""
    words, date = view.interface.web, date_words(change.day, view) if change.day else ""
    released = words.changes_version.format(version=change.version, date=date).rstrip(", ")
    return released if change.version else words.changes_since


def sources(view: GuideView, links: Links) -> Page:
    """The sources page, from A to Z; in the one-file guide, every cited claim comes first."""
    listed = sorted(view.guide.sources.values(), key=source_words)
    rows = [(source_words(source), web(source.url)) for source in listed]
    claims = []
    if links.one_file:
        cited = dict.fromkeys(claim for section in view.pages() for claim in section_cites(section, view))
        printed = {source.url for source in listed}
        claims = [_claim(claim, printed, view) for claim in resolve_claims(cited, view)]
    return make_page("sources.html", view, links, "sources", view.interface.tui.all_sources, rows=rows, claims=claims)
