"""Every page on the narrowest phone: it opens without errors, fits, and has large targets."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.site.axe import is_one_of_each, unfold
from tests.site.conftest import NARROW, PHONE, Watch, names, served, tab

SIZES = [(640, 450), (1280, 900)]
"""A laptop at 200 % zoom, and without."""
SHOWN = ("index", "get-help", "does-it-help", "next-steps", "quiz", "quiz-what-trd-means", "take-away", "search")


@dataclass
class Found:
    """Faults, by the effect on a reader."""

    pages: int = 0
    complaints: list[str] = field(default_factory=list)
    sideways: list[str] = field(default_factory=list)
    small: list[str] = field(default_factory=list)
    covered: list[str] = field(default_factory=list)
    kept: list[object] = field(default_factory=list)

    def look(self, page: Page, width: int) -> None:
        """Check the page at its current size."""
        if page.evaluate("document.documentElement.scrollWidth") > width:
            self.sideways.append(f"{page.url} at {width}")
        self.small += [f"{page.url} at {width}: {said}" for said in page.evaluate(_SMALL)]


_SMALL = """() => {
  const said = (one) => one.textContent.trim();
  const around = (one) => one.parentElement.closest(":not([data-nation])");
  const alone = (one) => said(around(one)).length === said(one).length && !one.matches('.term');
  const inSentence = (one) => getComputedStyle(one).display === 'inline' && !alone(one);
  return [...document.querySelectorAll('a, summary, button, input')]
  .filter((one) => one.checkVisibility() && !one.matches('.skip') && !inSentence(one))
  .map((one) => [said(one) || one.id, (one.closest('.doors li, label') ?? one).getBoundingClientRect()])
  .filter(([, box]) => box.height < 43.5 || box.width < 43.5)
  .map(([name]) => name);
}"""
"""Targets of less than 44 by 44 pixels; links in prose are as tall as its line (WCAG 2.5.8, inline), a word of a list too."""

_COVERED = """() => {
  const bar = document.querySelector('.help-now');
  const all = [...document.querySelectorAll('main a, main summary, main button, main input, .foot a')];
  return all.filter((one) => one.checkVisibility()).filter((one) => {
    scrollTo({top: document.body.scrollHeight, behavior: 'instant'});
    one.focus();
    const box = one.getBoundingClientRect();
    return box.top < bar.getBoundingClientRect().bottom - 1 || box.top > innerHeight;
  }).map((one) => one.textContent.trim());
}"""
"""Focused elements hidden by the banner when tabbing backwards from the end of the page (WCAG 2.4.11)."""


@pytest.fixture(scope="module")
def walked(browser: Browser, folder: Path, address: str, sink: Path) -> Found:
    """Both sites from end to end."""
    found = Found()
    with served(sink) as other, tab(browser, viewport=NARROW) as page:
        watch = Watch(page, (address, other))
        for place in [*(address + name for name in names(folder)), *(other + name for name in names(sink) if "every" in name)]:
            _visit(page, place, found, thorough=is_one_of_each(place.removeprefix(address)))
            if place.startswith(other) or place.removeprefix(address).removesuffix(".html") in SHOWN:
                _resize(page, found)
        found.kept += page.context.cookies()
        found.complaints += watch.said
    return found


def _visit(page: Page, place: str, found: Found, *, thorough: bool) -> None:
    response = page.goto(place)
    assert response
    assert response.ok, place
    found.pages += 1
    found.look(page, NARROW["width"])
    if thorough:
        unfold(page)
        found.look(page, NARROW["width"])
    found.kept += page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")


def _resize(page: Page, found: Found) -> None:
    """Check for focus under the banner at the narrowest width; then other sizes, and text at 200 %."""
    found.covered += [f"{page.url}: {said}" for said in page.evaluate(_COVERED)]
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        found.look(page, width)
    page.set_viewport_size(PHONE)
    page.evaluate("document.documentElement.style.fontSize = '225%'")
    found.look(page, PHONE["width"])
    page.set_viewport_size(NARROW)


def test_every_page_opens_without_a_complaint_or_a_request_to_anywhere_else(walked: Found) -> None:
    assert walked.complaints == []
    assert walked.pages > 90


def test_nothing_is_kept_about_the_reader(walked: Found) -> None:
    assert walked.kept == []


def test_nothing_scrolls_sideways_on_the_narrowest_phone_at_200_percent_or_on_a_desk(walked: Found) -> None:
    assert walked.sideways == []


def test_every_target_is_44_pixels_tall_and_wide(walked: Found) -> None:
    assert walked.small == []


def test_what_has_the_focus_is_never_beneath_who_to_call(walked: Found) -> None:
    assert walked.covered == []
