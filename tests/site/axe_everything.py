"""All of axe on every page and state of the shipped site, in both editions, in every scheme of colours.

Takes minutes, so the everyday tests look at less (test_axe.py). Run it before a release, or after a change of looks:

    python -m tests.site.axe_everything [--first PAGE] [--last PAGE]     (numbers, to do it in parts)
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page

from ketaguide.commands.site import write_site
from ketaguide.render.html import one_file, site
from ketaguide.resolve.view import GuideView
from tests.editions import EDITIONS
from tests.site.axe import SCHEMES, emulate_scheme, prepare, violations
from tests.site.conftest import PHONE, chromium, elm_tree, names, served, shipped_guide

DESK = {"width": 1280, "height": 900}
BOTH = ("light", "dark")
"""Schemes of the guide in one file, whose parts were all looked at in the others as pages."""


def main() -> int:
    """Run all checks; print violations and counts."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--last", type=int)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        out = Path(folder) / "site"
        guide = shipped_guide()
        write_site(out, site(guide))
        pages = names(out)
        for edition_id in EDITIONS:
            (out / f"one-file-{edition_id}.html").write_text(one_file(guide, GuideView(guide, edition_id)), encoding="utf-8")
        write_site(Path(folder) / "near", site(elm_tree(guide)))
        page = browser.new_context(viewport=PHONE, bypass_csp=True, service_workers="block").new_page()
        looks, wrong = 0, []
        with served(out) as address, served(Path(folder) / "near") as elm:
            places = [address + name for name in pages]
            places += [f"{address}one-file-{edition_id}.html" for edition_id in EDITIONS]
            places += [f"{elm}{name}.html" for name in ("index", "get-help", "about", "take-away", "short/get-help")]
            places = places[asked.first - 1 : asked.last]
            for number, place in enumerate(places, asked.first):
                print(f"page {number}", file=sys.stderr, end="\r")
                page.goto(place)
                for state in _states(page):
                    prepare(page)
                    for scheme in SCHEMES if "one-file" not in place else BOTH:
                        emulate_scheme(page, scheme)
                        found = violations(page)
                        looks += 1
                        wrong += [f"{scheme}{state}: {one}" for one in found]
                        print("\n".join(f"{scheme}{state}: {one}" for one in found), end="\n" if found else "", flush=True)
                    emulate_scheme(page, "light")
    print(f"{len(places)} pages in {len(SCHEMES)} schemes, states of pages included {looks} looks: {len(wrong)} violations")
    return 1 if wrong else 0


def _states(page: Page) -> Iterator[str]:
    """States of a page: opened, on a desktop, with a word explained, with search results, with questions picked."""
    yield ""
    if page.locator("article .this-page").count():
        page.set_viewport_size(DESK)  # type: ignore[arg-type]
        yield ", on a desk"
        page.set_viewport_size(PHONE)
    if (term := page.locator("a.term[href^='#']")).count() and page.url.endswith("does-it-help.html"):
        term.first.evaluate("link => link.click()")
        yield ", a word explained"
    if page.url.endswith("/search.html"):
        page.locator("#q").fill("kill myself special k")
        page.locator(".found .pinned").wait_for()
        yield ", results"
        page.locator("#q").fill("zzzz")
        page.locator(".found .near").wait_for()
        yield ", nothing found"
    if page.url.endswith("take-away.html"):
        page.locator("[data-ask] input").first.check()
        yield ", a question picked"
    if (picks := page.locator("[data-pick] input")).count() > 3:
        for number in range(4):
            picks.nth(number).click()
        yield ", a fourth thing picked"


if __name__ == "__main__":
    sys.exit(main())
