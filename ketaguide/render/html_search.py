"""The web search index: titles, summaries, questions and terms, small enough for one download."""

import json
from collections.abc import Iterator
from typing import NamedTuple

from ketaguide.model.block import Faq, Heading, Myth
from ketaguide.model.guide import Section
from ketaguide.render.html_links import Links, word_id
from ketaguide.resolve.glossary import sorted_terms
from ketaguide.resolve.place import nation_answer
from ketaguide.resolve.view import GuideView
from ketaguide.resolve.wording import nation_name


class SearchEntry(NamedTuple):
    """One searchable item."""

    kind: str
    title: str
    href: str
    under: str
    """Text shown under the title."""
    more: str = ""
    """Searchable text that is not shown."""


def entries(view: GuideView, links: Links) -> list[SearchEntry]:
    """All pages, questions and glossary terms."""
    return [*_pages(view, links), *_questions(view, links), *_words(view, links)]


def index_json(view: GuideView, links: Links) -> str:
    """The index as JSON for the search script."""
    words = view.edition.search
    rows = [[entry.kind, entry.title, entry.href, entry.under, entry.more] for entry in entries(view, links)]
    lay = [[synonym.means, *synonym.words] for synonym in words.synonyms]
    alone = view.guide.calls_for_help(view.edition_id)
    places = [list(row) for row in _places(view, links)]
    found = {
        "entries": rows, "places": places, "synonyms": lay, "distress": words.distress, "alone": alone,
        "stopWords": words.stop_words,
    }  # fmt: skip
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def _places(view: GuideView, links: Links) -> Iterator[tuple[str, ...]]:
    """Yield title, address and beginning of a nation's answer, the nation's name, and the names of its places."""
    for place in view.edition.search.places:
        if answer := nation_answer(view, place.nation):
            own = nation_name(place.nation, view.labels)
            yield answer.title, links.part(answer.page, place.nation), answer.text, own, *place.itself, *place.names


def _pages(view: GuideView, links: Links) -> Iterator[SearchEntry]:
    for section in view.pages():
        summary = " ".join(item.text for item in section.summary)
        yield SearchEntry("page", section.title, links.place(section.id), summary, " ".join(_topics(section)))


def _topics(section: Section) -> Iterator[str]:
    for block in section.blocks:
        if isinstance(block, Heading):
            yield block.text
        elif isinstance(block, Myth):
            yield block.saying


def _questions(view: GuideView, links: Links) -> Iterator[SearchEntry]:
    for section in view.pages():
        for block in section.blocks:
            if isinstance(block, Faq):
                href = links.part(section.id, block.id)
                yield SearchEntry("question", block.question, href, section.nav_title)


def _words(view: GuideView, links: Links) -> Iterator[SearchEntry]:
    for term in sorted_terms(view):
        href = f"{links.place('glossary')}#{word_id(term.id)}"
        yield SearchEntry("word", term.term, href, term.meaning.text, " ".join(term.also))
