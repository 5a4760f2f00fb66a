"""The second guide's pages in a browser: nothing in them is of the shipped one."""

from pathlib import Path

from playwright.sync_api import Browser, expect

from ketaguide.model.guide import Guide
from tests.site.conftest import served, tab


def test_its_pages_open_without_a_complaint_and_its_search_answers(browser: Browser, second: Path, ect: Guide) -> None:
    with served(second) as address, tab(browser, address) as page:
        for name in ("index", *ect.meta.order, "quiz-ect", "take-away"):
            response = page.goto(f"{address}{name}.html")
            assert response
            assert response.ok, name
        page.goto(f"{address}search.html")
        page.get_by_label("Search the guide").fill("memory loss")
        result = page.locator(".found li", has_text="Page").first
        expect(result.locator("mark").first).to_be_visible()
        assert "Side effects of ECT, and memory" in result.inner_text()
