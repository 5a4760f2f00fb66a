"""Download size of pages, and reproducible output."""

import gzip
import re
from pathlib import Path
from xml.etree.ElementTree import Element

from playwright.sync_api import Browser

from ketaguide.commands import site_folder
from ketaguide.commands.site import MARKER
from ketaguide.model.guide import Guide
from ketaguide.render.html import one_file, site
from ketaguide.render.html_env import asset
from ketaguide.render.html_style import FILES, ONE_FILE, PAPER, squeezed
from ketaguide.resolve.view import GuideView
from tests.site.conftest import Trees, changes, names
from tests.site.words import NAMESPACE

HOME, ANY = 60 * 1024, 120 * 1024
INDEX = 150 * 1024
"""Limit of the index and its script, compressed as hosts send them."""
STYLE = 8 * 1024
"""Limit of the styles that a page waits for, compressed."""


def test_home_weighs_60_kb_at_most_and_any_page_120_with_all_it_loads_and_8_percent_to_spare(
    folder: Path, trees: Trees
) -> None:
    heaviest = 0
    for name in names(folder):
        path = folder / name
        tree = trees["shipped"][name]
        loaded = [path, *((path.parent / each).resolve() for each in _loads(tree))]
        weight = sum(file.stat().st_size for file in loaded)
        assert weight <= (HOME if path.stem == "index" else ANY), f"{name} weighs {weight} bytes"
        heaviest = max(heaviest, weight)
    assert heaviest <= ANY * 0.92, f"the heaviest page, of {heaviest} bytes, has little room to grow"


def test_the_search_fetches_150_kb_at_most(folder: Path) -> None:
    script = gzip.compress((folder / "assets/finder.js").read_bytes())
    for name in ("search.json", "short/search.json"):
        assert len(gzip.compress((folder / name).read_bytes())) + len(script) <= INDEX, name


def _loads(tree: Element) -> list[str]:
    """Everything a page names that a browser fetches to show it."""
    found = [one.get("src") for one in tree.iter() if one.get("src")]
    shown = ("icon", "stylesheet")
    linked = (one for one in tree.iter(f"{NAMESPACE}link") if one.get("rel") in shown and one.get("media") != "print")
    found += [one.get("href") for one in linked]
    return [str(each).partition("?")[0] for each in found if each != "data:,"]


def test_the_first_paint_waits_for_nothing_but_the_page_and_8_kb_of_style(folder: Path, trees: Trees) -> None:
    for name, tree in trees["shipped"].items():
        sheets = [one for one in tree.iter(f"{NAMESPACE}link") if one.get("rel") == "stylesheet"]
        waited = [Path(one.get("href", "").partition("?")[0]).name for one in sheets if one.get("media") != "print"]
        assert sum(len(gzip.compress((folder / "assets" / sheet).read_bytes())) for sheet in waited) <= STYLE, name
        assert not {*waited} & {*PAPER}, name
        kinds = {one.get("type") for one in tree.iter(f"{NAMESPACE}script")}
        assert kinds <= {"module", "application/ld+json"}, name  # which never stop a page


def test_the_same_guide_makes_the_same_bytes(shipped: Guide, folder: Path, single: Path) -> None:
    made = {file.path: file.data for file in site(shipped, changes=changes())}
    assert made == {name: (folder / name).read_bytes() for name in site_folder.files_of(folder) if name != MARKER}
    assert one_file(shipped, GuideView(shipped)) == single.read_text("utf-8")


_RULES = """(texts) => texts.map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return [...sheet.cssRules].map((rule) => rule.cssText);
})"""


def test_squeezing_a_style_sheet_changes_no_rule_of_it(browser: Browser) -> None:
    page = browser.new_page()
    for name in {*ONE_FILE, *(part for parts in FILES.values() for part in parts)}:
        whole, less = asset(name), squeezed(asset(name))
        read = page.evaluate(_RULES, [whole, less])
        assert read[0], name
        full, short = ([re.sub(r" ?([,:]) ?", r"\1", rule) for rule in rules] for rules in read)
        assert full == short, name
        assert len(less) < 0.95 * len(whole), name
    page.close()
