"""The web search index: the tables of the search, with the address at which each passage opens and the words of results."""

import json
from collections.abc import Iterator

from ketaguide.crisis import HELP_PAGE
from ketaguide.model.block import Faq
from ketaguide.render.html_links import Links
from ketaguide.render.html_writer import HtmlWriter
from ketaguide.resolve.block import ResolvedCareCard, ResolvedContacts, ResolvedOptions
from ketaguide.resolve.glossary import sorted_terms
from ketaguide.resolve.options import ResolvedGrid
from ketaguide.resolve.section import resolve_section
from ketaguide.resolve.view import GuideView
from ketaguide.search.passages import tables

_WORDS = (
    "section", "faq", "term", "contact", "myth", "nation", "instead", "as_typed", "also", "place_in", "place_both", "near",
    "most_asked",
)  # fmt: skip
"""Names of the words of results (FindWords)."""


def index_json(view: GuideView, links: Links) -> str:
    """The index as JSON for the search script."""
    found = tables(view.guide, view.edition_id, view.nation)
    there = _Places(view, links)
    found["hrefs"] = [there.of(*row[:3], head=row[5]) for row in found["passages"]]
    found["there"] = {nation: links.part(row[0], nation) for nation, row in found["nations"].items()}
    found["pages"] = {page.id: page.nav_title for page in view.pages()}
    found["words"] = {name: getattr(view.interface.find, name) for name in _WORDS} | {"they_say": view.labels.they_say}
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


class _Places:
    """Addresses of the parts of every page."""

    def __init__(self, view: GuideView, links: Links) -> None:
        self._links = links
        self._parts: dict[tuple[str, str], str] = {}
        """(page, heading or name of an option) → the id that it has there."""
        self._services: dict[str, str] = {}
        """Service → the first place that lists it."""
        for page in view.pages():
            for name, id_ in self._anchors(page.id, view):
                self._parts.setdefault((page.id, name), id_)

    def of(self, kind: str, id_: str, page: str, *, head: str) -> str:
        """The address of a passage."""
        if kind == "term":
            return self._links.glossary(id_)
        if kind == "contact":
            return self._services.get(id_, self._links.place(HELP_PAGE))
        if kind != "section":
            return self._links.part(page, id_)
        part = self._parts.get((page, head), "")
        return f"{self._links.place(page)}#{part}" if part else self._links.place(page)

    def _anchors(self, page_id: str, view: GuideView) -> Iterator[tuple[str, str]]:
        """Yield each heading of a page, as its passages name it, with its id; the ids are given out as the page does."""
        page, writer, last = view.section(page_id), HtmlWriter(view, self._links, page_id), ""
        for block in resolve_section(page, view).blocks if page else ():
            body = block.body
            last = writer.anchor(block.heading) if block.heading else last
            if block.heading:
                yield (body.heading if isinstance(body, ResolvedCareCard) else block.heading), last
            for option in body.options if isinstance(body, ResolvedOptions) else ():
                yield option.name, self._links.anchor(page_id, option.nation) if option.nation else last
            for choice in body.options if isinstance(body, ResolvedGrid) else ():
                yield choice.name, last
            for service in body.contacts if isinstance(body, ResolvedContacts) else ():
                self._services.setdefault(service.id, self._links.place(page_id) + (f"#{last}" if last else ""))


def everything(view: GuideView, links: Links) -> list[tuple[str, list[tuple[str, str]]]]:
    """Everything in the guide, for a reader without scripts: (heading, [(title, address)])."""
    html = view.interface.html
    pages = [(page.title, links.place(page.id)) for page in view.pages()]
    questions = ((page.id, block) for page in view.pages() for block in page.blocks if isinstance(block, Faq))
    asked = [(block.question, links.part(page, block.id)) for page, block in questions]
    explained = [(term.term, links.glossary(term.id)) for term in sorted_terms(view)]
    return [(name, rows) for name, rows in ((html.pages, pages), (html.questions, asked), (html.terms, explained)) if rows]
