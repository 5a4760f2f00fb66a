"""The nation that a reader of the pages chooses: its own parts alone, its numbers and its row first, and kept nowhere."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, Page, expect

from ketaguide.model.contact import Nation
from ketaguide.model.guide import Guide
from ketaguide.render.html import site
from ketaguide.render.html_links import Links
from ketaguide.render.html_pages import section_page
from ketaguide.resolve.view import GuideView
from tests.editions import STANDARD
from tests.nations import NATIONS
from tests.render.compared import without_option_numbers
from tests.site.conftest import PHONE, pages, private_tab
from tests.site.words import page_words

SCREENS = 8
"""Phone screens that Get help may take."""


@pytest.fixture(scope="module")
def page(browser: Browser, address: str) -> Iterator[Page]:
    """One window for the whole file; whatever it kept, or sent elsewhere, fails at its end."""
    with private_tab(browser, address, "in-", "bladder") as found:
        yield found


def banner(page: Page) -> list[str]:
    """The numbers of the banner, in order."""
    return page.locator(".help-now li b").all_inner_texts()


def test_with_a_nation_chosen_every_page_reads_as_the_site_of_that_nation(shipped: Guide, page: Page, address: str) -> None:
    for section in GuideView(shipped).pages():
        page.goto("about:blank")
        page.goto(f"{address}{section.id}.html")
        page.evaluate("document.querySelectorAll('main .with-script').forEach((one) => one.remove())")  # not on paper either
        before = shown_words(page)
        for nation in NATIONS:
            page.locator("select.nation").select_option(nation)
            view = GuideView(shipped, nation=nation)
            shown, alone = shown_words(page), shown_words(page, str(section_page(section, view, Links()).body))
            assert _comparable(shown, view) == _comparable(alone, view), (section.id, nation)
        page.locator("select.nation").select_option("")
        assert shown_words(page) == before, section.id


def shown_words(page: Page, html: str = "") -> list[str]:
    """The words of the open page, or of HTML as the browser reads it."""
    return page_words(ElementTree.fromstring(page.evaluate(_AS_XML, html)))


_AS_XML = """(html) => new XMLSerializer().serializeToString(
    html ? new DOMParser().parseFromString(html, "text/html").documentElement : document.documentElement)"""


def _comparable(words: list[str], view: GuideView) -> str:
    """Words without dates of several blocks together, and without the heading of the card with a number in it."""
    text = re.sub(r"\((as of|source undated)[^)]*\)", "", without_option_numbers(" ".join(words), view))
    return " ".join(re.sub(r"Urgent advice: Call [^:]* if:", "Urgent advice:", text).split())


def test_the_choice_goes_along_from_page_to_page_and_back_and_forward(page: Page, address: str) -> None:
    page.goto(f"{address}nhs-and-private.html")
    chooser, first = (
        page.get_by_role("combobox", name="Where do you live?"),
        page.locator(".options").first.locator(".option").first,
    )
    chooser.select_option("Wales")
    expect(first).to_contain_text("Wales (your nation)")
    page.locator(".pager .after").click()
    page.wait_for_url("**/research.html#in-wales")
    expect(chooser).to_have_value("wales")
    page.go_back()
    expect(chooser).to_have_value("wales")
    expect(first).to_contain_text("Wales (your nation)")
    page.go_forward()
    expect(chooser).to_have_value("wales")
    page.reload()
    expect(chooser).to_have_value("wales")
    chooser.select_option("All UK nations")
    page.locator(".pager .before").click()
    page.wait_for_url("**/nhs-and-private.html")
    expect(page.locator(".option.own")).to_have_count(0)


def test_a_nation_a_part_of_a_page_and_picks_go_together_in_one_address(page: Page, address: str) -> None:
    page.goto("about:blank")
    page.goto(f"{address}next-steps.html#matter-memory,in-scotland")
    page.locator(".seek input").fill("bladder, 50% & more")
    page.locator(".seek input").press("Enter")
    page.wait_for_url("**/search.html#in-scotland,q=bladder*")
    expect(page.locator("#q")).to_have_value("bladder, 50% & more")
    page.goto(f"{address}nhs-and-private.html#scotland,matter-memory,in-scotland")
    expect(page.locator(".option.aimed")).to_be_in_viewport()
    page.reload()
    expect(page.locator(".option.aimed")).to_contain_text("Scotland (your nation)")
    page.goto(f"{address}take-away.html#in-scotland,ask-gp-refer")
    page.locator("[data-ask] input").nth(3).check()
    page.wait_for_url("**/take-away.html#ask-gp-refer,*,in-scotland")
    expect(page.get_by_role("combobox", name="Where do you live?")).to_have_value("scotland")


def test_its_own_numbers_lead_in_the_banner_and_no_number_is_lost(page: Page, address: str) -> None:
    page.goto("about:blank")
    page.goto(f"{address}risks.html")
    usual = banner(page)
    page.get_by_role("combobox", name="Where do you live?").select_option("Northern Ireland")
    assert banner(page) == [usual[0], "0808 808 8000", "111", usual[-1]]
    page.get_by_role("combobox", name="Where do you live?").select_option("Scotland")
    assert banner(page) == usual


def test_a_link_to_what_is_for_another_nation_shows_it(page: Page, address: str) -> None:
    page.goto("about:blank")
    page.goto(f"{address}get-help.html#on-urgent-help-in-northern-ireland,in-scotland")
    expect(page.get_by_role("heading", name="Urgent help in Northern Ireland")).to_be_visible()


def test_get_help_takes_eight_screens_of_a_phone_in_every_nation(page: Page, address: str) -> None:
    page.goto("about:blank")
    page.goto(f"{address}get-help.html")
    for nation in NATIONS:
        page.locator("select.nation").select_option(nation)
        assert page.evaluate("document.documentElement.scrollHeight") <= SCREENS * PHONE["height"], nation
        assert page.locator("main").get_by_role("link", name=re.compile("^Call 116 123")).is_visible()


def test_a_site_of_one_nation_and_one_without_scripts_have_no_chooser(
    without_scripts: Page, guide: Guide, address: str
) -> None:
    alone = pages(site(guide, nation="wales"))
    assert not [text for text in alone.values() if "<select" in text or 'data-nation="wales' in text]
    page = without_scripts
    page.goto(f"{address}nhs-and-private.html#in-wales")
    expect(page.locator("select.nation")).to_be_hidden()
    expect(page.locator(".top").get_by_role("link", name="Search")).to_be_visible()
    assert page.locator("main [hidden]:not(.with-script, .due, [data-only])").count() == 0


def test_in_get_help_the_words_999_and_111_can_be_called_but_not_where_they_are_to_be_texted(shipped: Guide) -> None:
    text = _get_help(shipped)
    for called in ('call <a href="tel:999">999</a> or go to A&amp;E', '<strong><a href="tel:999">999</a>.</strong> Say what'):
        assert called in text
    assert re.search(r'Call <span[^>]*><a href="tel:111">111</a>', text)
    for texted in ("You can reach 999 in British", "To text 999 you", "to 999, read the reply", "instead of 111."):
        assert texted in re.sub("<[^>]*>", "", text)
        assert texted in text
    assert "tel:111" not in _get_help(shipped, "northern-ireland")


def _get_help(guide: Guide, nation: Nation | None = None) -> str:
    found = guide.section("get-help", STANDARD)
    assert found
    return str(section_page(found, GuideView(guide, nation=nation), Links()).body)
