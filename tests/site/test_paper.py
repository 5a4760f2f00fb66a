"""Pages on paper: few sheets, none half empty; nothing whole is torn apart; every link can be read."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.site.paper import Sheet, count, printed
from tests.site.test_browser import NUMBERS

FEW = 8
BOOKLET = 160
"""Sheets of the whole guide in one file."""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    made = browser.new_page(service_workers="block")
    yield made
    made.close()


@pytest.fixture(scope="module", params=["does-it-help", "get-help"])
def long_page(request: pytest.FixtureRequest, page: Page, address: str) -> tuple[str, list[Sheet]]:
    """One of the pages that people print most, and its sheets."""
    page.goto(f"{address}{request.param}.html")
    return request.param, printed(page)


def test_a_page_that_people_print_has_few_sheets_of_which_none_but_the_last_is_half_empty(
    long_page: tuple[str, list[Sheet]],
) -> None:
    name, sheets = long_page
    assert len(sheets) <= FEW, name
    assert all(sheet.empty < 0.5 for sheet in sheets[:-1]), [round(sheet.empty, 2) for sheet in sheets]


def test_no_heading_is_parted_from_what_it_is_of_and_no_box_from_itself(
    long_page: tuple[str, list[Sheet]], page: Page, address: str
) -> None:
    name, sheets = long_page
    page.goto(f"{address}{name}.html")
    titles = page.locator("main").locator("h1, h2, h3, h4, summary").all_inner_texts()
    last = [sheet.squeezed for sheet in sheets]
    assert not [title for title in map(_squeezed, titles) if title and any(text.endswith(title) for text in last)]
    boxes = page.locator(":is(.card, .figure, .fact-box, .contact, .in-short, .callout):visible")
    parts = boxes.evaluate_all(_PARTS)
    for box in parts:
        wanted = [text for text in map(_squeezed, box) if text]
        assert any(all(text in sheet for text in wanted) for sheet in last), box
    assert len(parts) > 10


_PARTS = "(boxes) => boxes.map((box) => [...box.querySelectorAll('h2, h3, th, p, li, b')].map((one) => one.innerText))"


def _squeezed(text: str) -> str:
    return "".join(text.split())


def test_the_whole_guide_in_one_file_is_a_booklet(page: Page, single: Path) -> None:
    page.goto(single.as_uri())
    assert count(page) <= BOOKLET


def test_every_printed_page_has_who_to_call_and_every_fold_is_open(page: Page, address: str) -> None:
    for name in ("questions-people-ask", "take-away"):
        page.goto(f"{address}{name}.html")
        sheets = printed(page)
        assert len(sheets) > 1
        assert all(number in sheet.text for number in NUMBERS for sheet in sheets), name
        folds = page.evaluate("[...document.querySelectorAll('details > .in > p')].map((one) => one.textContent)")
        text = "".join(sheet.squeezed for sheet in sheets)
        assert all(_squeezed(fold)[:32] in text for fold in folds), name
        assert "Hide this page" not in sheets[0].text


def test_the_address_of_each_source_is_printed_once_beside_it(page: Page, address: str) -> None:
    page.goto(f"{address}risks-how-we-know.html")
    links = page.locator("main a[href^='https:']").evaluate_all("(links) => links.map((one) => one.getAttribute('href'))")
    text = "".join(sheet.squeezed for sheet in printed(page))
    assert not [href for href in links if href not in text]
    assert text.count("https://") == len(set(links)) < len(links)


def test_no_button_is_printed_that_paper_cannot_press(page: Page, address: str) -> None:
    page.emulate_media(media="print")
    for name in ("index", "get-help", "nhs-and-private", "getting-ready", "quiz", "search", "take-away"):
        page.goto(f"{address}{name}.html")
        assert page.evaluate(_PRESSED) == [], name
    page.emulate_media(media="screen")


_PRESSED = """[...document.querySelectorAll('a, button, summary, input:not([type=checkbox])')].filter((one) => {
    const style = getComputedStyle(one);
    const boxed = parseFloat(style.borderTopWidth) > 0 || style.boxShadow !== 'none'
        || !['rgba(0, 0, 0, 0)', 'rgb(255, 255, 255)'].includes(style.backgroundColor);
    return one.checkVisibility() && (boxed || !['A', 'SUMMARY'].includes(one.tagName));
}).map((one) => one.outerHTML)"""
