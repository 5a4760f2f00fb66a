"""Hostile text in any field of the model is shown as text, in a real browser, even without the security policy."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from playwright.sync_api import Browser, Page

from ketaguide.commands.site import write_site
from ketaguide.loading.overlay import read_site
from ketaguide.loading.site_merge import with_site
from ketaguide.model.guide import Guide
from ketaguide.render.html import one_file, site
from ketaguide.resolve.view import GuideView
from tests.editions import EDITIONS
from tests.site.conftest import names, served
from tests.site.hostile import PAYLOAD, Change, harm, hostile_site, spoiled
from tests.site.words import parsed

EXAMPLE = Path(__file__).parents[2] / "docs" / "site-example.yaml"

Shape = tuple[str, ...]
"""The name of an element, then of its attributes."""


def shapes(tree: Element) -> Iterator[Shape]:
    for one in tree.iter():
        yield (str(one.tag), *sorted(one.attrib))


def elm_tree(guide: Guide) -> Guide:
    near = read_site(EXAMPLE).site
    assert near is not None
    return with_site(guide, near)


def harmful(guide: Guide, change: Change) -> Guide:
    """The guide, and the site that shows it, changed in every field."""
    found = spoiled(elm_tree(guide), change)
    assert isinstance(found, Guide)
    return with_site(found, hostile_site(change))


def texts(guide: Guide) -> dict[str, str]:
    """Every page, and the guide of each edition in one file."""
    made = {file.path: file.text for file in site(guide, "https://example.org/") if file.path.endswith((".html", ".json"))}
    return {**made, **{f"one-{edition_id}.html": one_file(guide, GuideView(guide, edition_id)) for edition_id in EDITIONS}}


def test_no_text_in_any_field_is_executed_or_breaks_the_markup(browser: Browser, guide: Guide, tmp_path: Path) -> None:
    bad = harmful(guide, harm(guide))
    pages = texts(bad)
    assert sum(text.count("&lt;script&gt;pwned()") for text in pages.values()) > 1000
    known = {shape for path, text in texts(elm_tree(guide)).items() if path.endswith(".html") for shape in shapes(parsed(text))}
    for path, text in pages.items():
        if path.endswith(".html"):
            assert set(shapes(parsed(text))) <= known, path
    out = tmp_path / "out"
    write_site(out, site(bad, "https://example.org/"))
    for edition_id in EDITIONS:
        (out / f"one-{edition_id}.html").write_text(pages[f"one-{edition_id}.html"], encoding="utf-8")
    context = browser.new_context(bypass_csp=True, service_workers="block")
    context.expose_function("pwned", lambda: ran.append(tab.url))
    ran: list[str] = []
    tab = context.new_page()
    with served(out) as address:
        for name in (name for name in names(out) if not name.startswith("short/")):  # made of the same templates
            tab.goto(f"{address}{name}#{PAYLOAD}")
            use_page(tab)
            assert tab.evaluate(_ODD) == [], name
    tab.wait_for_load_state("networkidle")
    context.close()
    assert ran == []


def test_the_detector_notices_executed_scripts(browser: Browser) -> None:
    context = browser.new_context(bypass_csp=True)
    ran: list[str] = []
    context.expose_function("pwned", lambda: ran.append("ran"))
    tab = context.new_page()
    tab.set_content(f"<title>x</title>{PAYLOAD}")
    tab.wait_for_function("document.images.length && document.images[0].complete")
    tab.evaluate("pwned()")
    assert len(ran) >= 2
    assert len(tab.evaluate(_ODD)) >= 2
    context.close()


_ODD = """() => [...document.querySelectorAll('*')].flatMap((one) => [
    ...[...one.attributes].filter((each) => each.name.startsWith('on') || each.name === 'style').map((each) => each.name),
    ...(/^(img|iframe|object|embed|base|textarea)$/.test(one.localName) ? [one.localName] : []),
    ...(one.localName === 'a' && !/^(https?|tel|sms):$/.test(one.protocol) ? [one.href] : []),
    ...(one.matches(':root:not(:has(.one-file)) script:not([src], [type="application/ld+json"])') ? ['script'] : []),
    ...(one.matches('[type="application/ld+json"]') && !JSON.parse(one.text)['@context'] ? ['data'] : []),
])"""


def use_page(tab: Page) -> None:
    """Use the page as a reader does: open folds, explain a word, search, pick a question, so that our scripts write text."""
    tab.evaluate(
        """() => {
            for (const fold of document.querySelectorAll('details')) fold.open = true;
            document.querySelector('a.term')?.click();
            document.querySelector('[data-ask] input')?.click();
        }"""
    )
    if tab.locator("#q").count():
        tab.locator("#q").fill("pwned script")
        tab.locator(".found li").first.wait_for()
