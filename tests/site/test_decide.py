"""Deciding in the browser: three picks at most, kept in the page and its address alone, and taken along on one sheet."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.conftest import PHONE, Watch


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
