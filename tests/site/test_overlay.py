"""A surgery's own services on the pages: beside the national numbers, never in their place."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from ketaguide.commands.site import write_site
from ketaguide.loading.overlay import read_site
from ketaguide.loading.site_merge import with_site
from ketaguide.model.guide import Guide
from ketaguide.render.html import one_file, site
from ketaguide.resolve.contact import first_way
from ketaguide.resolve.view import GuideView
from ketaguide.resolve.wording import shown_by
from tests.site.conftest import PHONE, Watch, served
from tests.site.words import NAMESPACE, parsed, said, with_class

EXAMPLE = Path(__file__).parents[2] / "docs" / "site-example.yaml"
OWN = "0131 496 0001"


@pytest.fixture(scope="module")
def elm(shipped: Guide) -> Guide:
    near = read_site(EXAMPLE).site
    assert near is not None
    return with_site(shipped, near)


@pytest.fixture(scope="module")
def pages(elm: Guide) -> dict[str, str]:
    return {file.path: file.text for file in site(elm) if file.path.endswith(".html")}


def numbers(text: str) -> set[str]:
    """Every number that a page links to."""
    return set(re.findall(r'href="(tel:[^"]+)"', text))


def called(guide: Guide, contact_id: str) -> str:
    """The phone link of a contact; empty if it has no phone."""
    contact = guide.contacts[contact_id]
    way = first_way(contact, GuideView(guide).labels) if contact.phone else None
    return way.href if way else ""


def banner(text: str) -> str:
    """The banner of a page."""
    found = re.search(r'<section class="help-now".*?</section>', text, re.DOTALL)
    assert found
    return found[0]


def test_every_national_number_of_every_page_is_still_there(elm: Guide, shipped: Guide, pages: dict[str, str]) -> None:
    replaced = {called(shipped, one.id) for one in elm.site.contacts if one.id in shipped.contacts}
    crisis = {called(shipped, name) for name in shipped.profile.on_every_screen}
    assert not replaced & crisis
    for file in site(shipped):
        if file.path.endswith(".html") and file.path != "cover.html":  # which hides the guide
            assert numbers(file.text) - replaced <= numbers(pages[file.path]), file.path
            assert crisis <= numbers(pages[file.path]), file.path


def test_the_banner_of_every_page_is_the_national_one(shipped: Guide, pages: dict[str, str]) -> None:
    for file in site(shipped):
        if file.path.endswith(".html") and file.path != "cover.html":  # which hides the guide
            assert banner(file.text) == banner(pages[file.path]), file.path
            assert numbers(banner(file.text)) == {"tel:999", "tel:111", "tel:08088088000", "tel:116123"}


def test_near_you_stands_after_the_national_cards_and_on_what_is_taken_home(elm: Guide, pages: dict[str, str]) -> None:
    for folder in ("", "short/"):
        help_page = " ".join(said(parsed(pages[f"{folder}get-help.html"])).split())
        assert help_page.index("Call 999") < help_page.index("Near you: Elm Tree Surgery") < help_page.index(OWN)
        home = " ".join(said(parsed(pages[f"{folder}take-away.html"])).split())
        assert home.index("Near you: Elm Tree Surgery") < home.index("Northside crisis team")
        assert f'href="{called(elm, "local-crisis-team")}"' in pages[f"{folder}take-away.html"]


def test_it_is_said_who_shows_the_guide_on_the_first_page_and_where_it_says_who_answers_for_it(
    elm: Guide, pages: dict[str, str]
) -> None:
    shown = shown_by(GuideView(elm))
    assert f"Shown here by {shown}" in " ".join(said(parsed(pages["index.html"])).split())
    (main,) = parsed(pages["about.html"]).iter(f"{NAMESPACE}main")
    (about,) = with_class(main, "about-it")
    assert f"Shown here by: {shown}" in " ".join(said(about).split())
    assert f"Shown here by {shown}" in " ".join(said(parsed(one_file(elm, GuideView(elm)))).split())


def test_for_one_nation_only_its_own_numbers_are_shown(elm: Guide) -> None:
    (page,) = (file.text for file in site(elm, nation="northern-ireland") if file.path == "risks.html")
    (banner,) = with_class(parsed(page), "help-now")
    assert "0808 808 8000" in said(banner)
    assert " 111 " not in said(banner)


def test_in_a_browser_the_surgerys_number_rings_and_the_page_fits_a_phone(browser: Browser, elm: Guide, tmp_path: Path) -> None:
    write_site(tmp_path / "elm", site(elm))
    page = browser.new_page(viewport=PHONE, service_workers="block")
    with served(tmp_path / "elm") as address:
        watch = Watch(page, address)
        page.goto(f"{address}get-help.html")
        assert page.get_by_role("link", name=f"Call {OWN}").get_attribute("href") == "tel:01314960001"
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    page.close()
    assert watch.said == []
