"""Former addresses of the short pages, below /easy/, lead to the pages below /short/."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from ketaguide.render.html import File
from ketaguide.render.html_links import take_away
from tests.site.axe import QUICK, prepare, violations
from tests.site.conftest import URL, former_names, names, pages, tab
from tests.site.test_worker import visit
from tests.site.words import NAMESPACE, parsed


def test_every_short_page_is_found_at_its_former_address_too(folder: Path) -> None:
    short = {name.removeprefix("short/") for name in names(folder) if name.startswith("short/")}
    former = {name.removeprefix("easy/") for name in former_names(folder) if name.startswith("easy/")}
    assert former == short | {"about-this-guide.html"}
    assert len(short) > 40


def test_a_former_address_names_the_new_one_and_who_to_call_and_stays_out_of_search_engines(files: dict[str, File]) -> None:
    assert "/easy/" not in files["sitemap.xml"].text
    assert '"easy/risks' not in files["sw.js"].text, "a page that only sends on is not kept to be read offline"
    for path, text in pages(files.values()).items():
        if not path.startswith("easy/"):
            continue
        name = path.removeprefix("easy/")
        tree = parsed(text)
        links = {one.get("rel"): one.get("href") for one in tree.iter(f"{NAMESPACE}link")}
        name = name.replace("about-this-guide.html", "about.html")
        assert links["canonical"] == f"{URL}/short/{name}"
        (main,) = tree.iter(f"{NAMESPACE}main")
        assert [one.get("href") for one in main.iter(f"{NAMESPACE}a")] == [f"../short/{name}"]
        assert f'<noscript><meta http-equiv="refresh" content="0; url=../short/{name}"></noscript>' in text
        assert re.search(r'class="help-now".*tel:999.*tel:116123', text, re.DOTALL)
        assert 'content="noindex"' in text


@pytest.mark.parametrize("place", ["", "short/"])
def test_how_this_guide_was_made_and_about_are_one_page_and_the_other_address_leads_to_it(
    phone: Page, address: str, place: str
) -> None:
    phone.goto(f"{address}{place}about-this-guide.html#on-your-privacy", wait_until="commit")
    phone.wait_for_url(f"{address}{place}about.html#on-your-privacy")
    expect(phone.get_by_role("heading", name="Who can use it")).to_be_visible()
    expect(phone.locator(".foot").get_by_role("link", name="How this guide was made")).to_have_attribute("aria-current", "page")


@pytest.mark.parametrize("name", ["index.html", "risks.html", "does-it-help-how-we-know.html", "quiz.html", ""])
def test_a_bookmark_opens_the_short_page(phone: Page, address: str, name: str) -> None:
    phone.goto(f"{address}easy/{name}", wait_until="commit")
    phone.wait_for_url(f"{address}short/{name or 'index.html'}")
    expect(phone.locator("main h1")).to_be_visible()
    phone.go_back()
    assert "/easy/" not in phone.url, "Back does not lead into the page that sends on"


def test_questions_in_an_old_code_from_a_waiting_room_arrive(phone: Page, address: str) -> None:
    old = take_away(f"{address}take-away.html", ("ask-gp-not-tried",), "short").replace("/short/", "/easy/")
    phone.goto(old, wait_until="commit")
    phone.wait_for_url(f"{address}short/take-away.html#ask-gp-not-tried")
    expect(phone.locator(".picked li")).to_have_text(["What have I not tried yet?"])


def test_a_bookmark_opens_the_short_page_without_scripts(without_scripts: Page, address: str) -> None:
    without_scripts.goto(f"{address}easy/risks.html", wait_until="commit")
    without_scripts.wait_for_url(f"{address}short/risks.html")


def test_a_bookmark_opens_the_short_page_offline(page: Page, address: str) -> None:
    visit(page, f"{address}short/index.html")
    page.goto(f"{address}short/risks.html")
    page.context.set_offline(True)
    page.goto(f"{address}easy/risks.html#main")
    expect(page).to_have_url(f"{address}short/risks.html#main")
    expect(page.locator(".help-now")).to_contain_text("116 123")


def test_axe_finds_nothing_wrong_with_a_page_that_sends_on(browser: Browser, address: str) -> None:
    with tab(browser, bypass_csp=True) as page:
        page.route("**/moved.js*", lambda route: route.fulfill(body="", content_type="text/javascript"))
        page.goto(f"{address}easy/risks.html")
        prepare(page)
        assert violations(page, QUICK) == []
        box = page.locator("a.moved").bounding_box()
        assert box
        assert box["height"] >= 44
