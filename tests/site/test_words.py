"""Pages that gather from others say what the plain view says, in both editions; for the others: tests/render."""

import json
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from ketaguide.model.edition import EditionId
from ketaguide.model.guide import Guide
from ketaguide.render.flow import text_of
from ketaguide.render.html_links import quiz_round, reading_path
from ketaguide.render.plain import contents_text
from ketaguide.render.plain_evidence import evidence_pieces
from ketaguide.render.plain_takeaway import takeaway_text
from ketaguide.resolve.evidence import source_words
from ketaguide.resolve.section import section_cites
from ketaguide.resolve.takeaway import takeaway
from ketaguide.resolve.view import GuideView
from ketaguide.resolve.wording import review_words
from tests.editions import EDITIONS, STANDARD
from tests.site.conftest import Trees
from tests.site.words import NAMESPACE, said, with_class, words

pytestmark = pytest.mark.parametrize("edition_id", EDITIONS)

PLACES = {"index", "quiz", "take-away", "glossary", "about", "search", "sources", "changes"}
WIDE = 500
"""Columns in which no line of the plain view is broken."""


def place(edition_id: EditionId, name: str) -> str:
    return f"{'' if edition_id == STANDARD else 'short/'}{name}.html"


def main(trees: Trees, edition_id: EditionId, name: str) -> Element:
    (found,) = trees["shipped"][place(edition_id, name)].iter(f"{NAMESPACE}main")
    return found


def addresses(tree: Element) -> list[str]:
    return [link.get("href", "") for link in tree.iter(f"{NAMESPACE}a")]


def test_no_page_is_forgotten_here(shipped: Guide, trees: Trees, edition_id: EditionId) -> None:
    view = GuideView(shipped, edition_id)
    sections = {section.id for section in view.pages()} - {shipped.meta.roles.about}
    evidence = {f"{section.id}-how-we-know" for section in view.pages() if section_cites(section, view)}
    short = edition_id != STANDARD
    found = {Path(name).stem for name in trees["shipped"] if name.startswith("short/") == short}
    rounds = {quiz_round(one.id) for one in view.edition.quiz.rounds}
    rounds |= {reading_path(one.minutes) for one in shipped.meta.paths}
    assert found == PLACES | rounds | sections | evidence | (set() if short else {"cover", "offline", "404"})


def test_how_we_know_each_page_with_every_claim_and_the_address_of_every_source(
    shipped: Guide, trees: Trees, edition_id: EditionId
) -> None:
    view = GuideView(shipped, edition_id)
    for section in view.pages():
        plain = text_of(evidence_pieces(section_cites(section, view), view, WIDE)).splitlines()
        urls = [line.strip() for line in plain if line.startswith("  http")]
        tree = main(trees, edition_id, f"{section.id}-how-we-know")
        kept = "\n".join(line for line in plain if not line.startswith("  http"))
        assert " ".join(map(said, with_class(tree, "claim"))).split() == words(kept.removeprefix(view.labels.how_we_know)), (
            section.id
        )
        assert [href for href in addresses(tree) if href.startswith("http")] == urls, section.id


def test_all_sources(shipped: Guide, trees: Trees, edition_id: EditionId) -> None:
    listed = sorted(shipped.sources.values(), key=source_words)
    (found,) = with_class(main(trees, edition_id, "sources"), "sources")
    assert said(found).split() == " ".join(map(source_words, listed)).split()
    assert addresses(found) == [source.url for source in listed if source.url]


def test_the_contents_on_the_first_page(shipped: Guide, trees: Trees, edition_id: EditionId) -> None:
    view = GuideView(shipped, edition_id)
    tree = main(trees, edition_id, "index")
    (parts,) = with_class(tree, "parts")
    for part in list(with_class(parts, "soft")):
        part.text = ""  # the minutes, which only pages say here
    assert said(parts).replace("Get help now", "Get help").split() == words(contents_text(view, WIDE))
    page = trees["shipped"][place(edition_id, "index")]
    said_all = " ".join(said(page).split())
    assert shipped.meta.title in said_all
    assert review_words(view) in said_all


def test_the_search_page_lists_all_that_the_plain_lists_have(shipped: Guide, trees: Trees, edition_id: EditionId) -> None:
    view = GuideView(shipped, edition_id)
    (index,) = with_class(main(trees, edition_id, "search"), "index")
    listed = [" ".join(said(item).split()) for item in index.iter(f"{NAMESPACE}li")]
    assert {section.title for section in view.pages()} - set(listed) == {"Get help"}  # on the web: Get help now
    assert "Get help now" in listed
    assert {term.term for term in view.edition.glossary.terms} <= set(listed)


def test_what_to_take_along(shipped: Guide, trees: Trees, edition_id: EditionId) -> None:
    view = GuideView(shipped, edition_id)
    tree = main(trees, edition_id, "take-away")
    options = view.edition.options
    named = [json.loads(part.get("data-names", "")) for part in tree.iter() if part.get("data-names")]
    others = {option.id: option.name for option in options.options if not option.always}
    assert named == [{thing.id: thing.text for thing in options.things}, others]
    (sheet,) = with_class(tree, "sheet")
    home = takeaway(view, ())
    printed, text = " ".join(" ".join(sheet.itertext()).split()), takeaway_text(home, view, WIDE)
    parts = (home.matters_title, home.options_title, *home.judgements, home.ask_title, home.tried_title, *home.tried)
    places = [printed.find(title) for title in (*parts, home.bring_title, home.paid_title, home.paid, home.review)]
    assert -1 not in places
    assert places == sorted(places)
    for part in with_class(tree, "bring"):
        assert " ".join(said(part).split()) in " ".join(words(text))
    assert printed.endswith(text.splitlines()[-1])
