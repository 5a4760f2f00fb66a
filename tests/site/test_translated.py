"""The web pages of an edition in another language, in Chromium: its language, its words, and its search."""

from pathlib import Path

from playwright.sync_api import Browser, expect

from ketaguide.commands.site import write_site
from ketaguide.render.html import site
from tests.conftest import KITCHEN_SINK
from tests.invented import invented, left
from tests.site.conftest import served, tab
from tests.translated import EDITION, imported


def test_a_page_opens_in_the_other_language_and_its_search_finds_words_of_it(browser: Browser, tmp_path: Path) -> None:
    guide = imported(tmp_path / "content", of=KITCHEN_SINK)
    write_site(tmp_path / "out", site(guide))
    with served(tmp_path / "out") as address, tab(browser, address) as page:
        page.goto(f"{address}{EDITION}/risks.html")
        assert page.locator("html").get_attribute("lang") == EDITION
        assert left(page.locator("h1").inner_text()) == []
        page.goto(f"{address}{EDITION}/search.html")
        page.locator("input[type=search]").last.fill(invented("ketamine"))
        expect(page.locator("main").get_by_role("link").first).to_be_visible()
        title = guide.editions[EDITION].sections["risks"].title
        assert left(title) == []
