"""Deciding in the browser: three picks at most, kept in the page and its address alone, and taken along on one sheet."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.conftest import PHONE, Trees, Watch
from tests.site.words import NAMESPACE, said, with_class


@pytest.fixture(scope="module")
def open_page(browser: Browser, address: str) -> Iterator[Page]:
    """One browser window for the whole file; whatever it kept or sent elsewhere fails at its end."""
    context = browser.new_context(viewport=PHONE, has_touch=True, reduced_motion="reduce", service_workers="block")
    page = context.new_page()
    watch = Watch(page, address)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.partition("#")[0]))
    yield page
    kept = page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
    assert (context.cookies(), kept) == ([], [])
    assert not [url for url in asked if "matter-" in url or "option-" in url]
    assert watch.said == []
    context.close()


def test_a_part_of_a_page_and_picks_go_together_in_one_address(open_page: Page, address: str) -> None:
    open_page.goto(f"{address}nhs-and-private.html#scotland,matter-memory")
    expect(open_page.locator(":target")).to_contain_text("Scotland")
    expect(open_page.locator(":target")).to_be_in_viewport()
    open_page.get_by_role("link", name="All pages").first.click()
    open_page.wait_for_url("**/index.html#all-pages")
    open_page.locator(".parts a").first.click()
    open_page.wait_for_url("**/*.html#matter-memory")


def test_the_tables_say_what_the_cards_say_with_a_header_for_every_row_and_column(trees: Trees) -> None:
    found = 0
    for made in trees.values():
        for grid in (one for tree in made.values() for one in with_class(tree, "grid")):
            (cards,), (tables,) = with_class(grid, "cards"), with_class(grid, "tables")
            answers = {_text(card[0]).partition(": ")[2]: [[_text(one) for one in row] for row in card[1]] for card in cards}
            for table in tables:
                head, *rows = table.iter(f"{NAMESPACE}tr")
                names = [_text(cell) for cell in head[1:]]
                assert names[0] == next(iter(answers)), "carrying on as now stands first in every table"
                assert 2 <= len(names) <= 4
                assert {cell.get("scope") for cell in head[1:]} == {"col"}
                assert {row[0].get("scope") for row in rows} == {"row"}
                for at, name in enumerate(names, 1):
                    assert [[_text(row[0]), _text(row[at])] for row in rows] == answers[name]
                    found += 1
    assert found


def _text(element: Element) -> str:
    return " ".join(said(element).split())
