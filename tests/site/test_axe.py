"""Each page of standard words satisfies axe, and every kind of block does in any colours.

The whole of axe in every scheme of colours takes minutes: `python -m tests.site.axe_everything`. Here each page of
standard words is held to all rules but the slow ones, and every kind of block to those of colour in each scheme.
"""

from pathlib import Path

from playwright.sync_api import Browser

from tests.site.axe import COLOURS, QUICK, SCHEMES, emulate_scheme, is_one_of_each, prepare, violations
from tests.site.conftest import NARROW, names, served, tab


def test_axe_finds_nothing_wrong_on_any_page_of_standard_words_nor_on_one_of_each_kind_of_the_others(
    browser: Browser, folder: Path, address: str, sink: Path
) -> None:
    wrong = list[str]()
    with served(sink) as other, tab(browser, viewport=NARROW) as page:
        for place in [*(address + name for name in names(folder) if is_one_of_each(name)), f"{other}every-kind.html"]:
            page.goto(place)
            prepare(page)
            wrong += violations(page, QUICK)
    assert wrong == []


def test_axe_finds_nothing_wrong_with_any_kind_of_block_in_any_colours(browser: Browser, sink: Path, address: str) -> None:
    wrong = list[str]()
    with served(sink) as other, tab(browser, bypass_csp=True) as page:
        for place in (f"{other}every-kind.html", address):
            page.goto(place)
            prepare(page)
            for scheme in (each for each in SCHEMES if "motion" not in each):
                emulate_scheme(page, scheme)
                wrong += [f"{scheme}: {one}" for one in violations(page, COLOURS)]
            emulate_scheme(page, "light")
    assert wrong == []


def test_axe_sees_what_is_wrong(browser: Browser) -> None:
    page = browser.new_page()
    pale = "<p style='color:#eee'>Below 4.5 to 1</p><p style='color:#666'>Below 7 to 1</p>"
    page.set_content(f"<html lang=en><title>x</title><h1>x</h1><main><img src='data:,'>{pale}</main>")
    prepare(page)
    assert len(violations(page, COLOURS)) == 2
    assert any("image-alt" in one for one in violations(page, QUICK))
    assert not any("color" in one for one in violations(page, QUICK))
    page.close()
