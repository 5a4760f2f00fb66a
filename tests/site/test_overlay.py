"""A surgery's own services on the pages: beside the national numbers, never in their place."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from ketaguide.commands.site import write_site
from ketaguide.model.guide import Guide
from ketaguide.render.html import File, one_file, site
from ketaguide.resolve.contact import first_way
from ketaguide.resolve.view import GuideView
from ketaguide.resolve.wording import shown_by
from tests.site.conftest import PHONE, elm_tree, names, pages, served, tab
from tests.site.words import NAMESPACE, parsed, said, with_class

OWN = "0131 496 0001"


@pytest.fixture(scope="module")
def elm(shipped: Guide) -> Guide:
    return elm_tree(shipped)


@pytest.fixture(scope="module")
def files(elm: Guide) -> list[File]:
    return site(elm)


@pytest.fixture(scope="module")
def own(files: list[File]) -> dict[str, str]:
    """The pages of the surgery."""
    return pages(files)


@pytest.fixture(scope="module")
def national(folder: Path) -> dict[str, str]:
    """The pages without a surgery, but the cover, which hides the guide."""
    return {
        name: (folder / name).read_text("utf-8") for name in names(folder) if not name.endswith(("cover.html", "changes.html"))
    }


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


def test_every_national_number_of_every_page_is_still_there(
    elm: Guide, shipped: Guide, own: dict[str, str], national: dict[str, str]
) -> None:
    replaced = {called(shipped, one.id) for one in elm.site.contacts if one.id in shipped.contacts}
    crisis = {called(shipped, name) for name in shipped.profile.on_every_screen}
    assert not replaced & crisis
    for name, text in national.items():
        assert numbers(text) - replaced <= numbers(own[name]), name
        assert crisis <= numbers(own[name]), name


def test_the_banner_of_every_page_is_the_national_one(own: dict[str, str], national: dict[str, str]) -> None:
    for name, text in national.items():
        assert banner(text) == banner(own[name]), name
        assert numbers(banner(text)) == {"tel:999", "tel:111", "tel:08088088000", "tel:116123"}


def test_near_you_stands_after_the_national_cards_and_on_what_is_taken_home(elm: Guide, own: dict[str, str]) -> None:
    for folder in ("", "short/"):
        help_page = " ".join(said(parsed(own[f"{folder}get-help.html"])).split())
        assert help_page.index("Call 999") < help_page.index("Near you: Elm Tree Surgery") < help_page.index(OWN)
        home = " ".join(said(parsed(own[f"{folder}take-away.html"])).split())
        assert home.index("Near you: Elm Tree Surgery") < home.index("Northside crisis team")
        assert f'href="{called(elm, "local-crisis-team")}"' in own[f"{folder}take-away.html"]


def test_it_is_said_who_shows_the_guide_on_the_first_page_and_where_it_says_who_answers_for_it(
    elm: Guide, own: dict[str, str]
) -> None:
    shown = shown_by(GuideView(elm))
    assert f"Shown here by {shown}" in " ".join(said(parsed(own["index.html"])).split())
    (main,) = parsed(own["about.html"]).iter(f"{NAMESPACE}main")
    (about,) = with_class(main, "about-it")
    assert f"Shown here by: {shown}" in " ".join(said(about).split())
    assert f"Shown here by {shown}" in " ".join(said(parsed(one_file(elm, GuideView(elm)))).split())


def test_for_one_nation_only_its_own_numbers_are_shown(guide: Guide) -> None:
    page = pages(site(elm_tree(guide), nation="northern-ireland"))["index.html"]
    (banner,) = with_class(parsed(page), "help-now")
    assert "0808 808 8000" in said(banner)
    assert " 111 " not in said(banner)


def test_in_a_browser_the_surgerys_number_rings_and_the_page_fits_a_phone(
    browser: Browser, files: list[File], tmp_path: Path
) -> None:
    write_site(tmp_path / "elm", files)
    with served(tmp_path / "elm") as address, tab(browser, address) as page:
        page.goto(f"{address}get-help.html")
        assert page.get_by_role("link", name=f"Call {OWN}").get_attribute("href") == "tel:01314960001"
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
