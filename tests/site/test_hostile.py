"""Hostile text in any field of the model is shown as text, in a real browser, even without the security policy."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from xml.etree.ElementTree import Element

from playwright.sync_api import Browser, Page

from ketaguide.commands.site import write_site
from ketaguide.loading.site_merge import with_site
from ketaguide.model.guide import Guide
from ketaguide.render.html import File, one_file, site
from ketaguide.resolve.view import GuideView
from tests.editions import EDITIONS
from tests.site.conftest import URL, elm_tree, names, pages, served, tab
from tests.site.hostile import PAYLOAD, Change, harm, hostile_site, spoiled
from tests.site.words import parsed

Shape = tuple[str, ...]
"""The name of an element, then of its attributes."""


def shapes(tree: Element) -> Iterator[Shape]:
    for one in tree.iter():
        yield (str(one.tag), *sorted(one.attrib))


def harmful(guide: Guide, change: Change) -> Guide:
    """The guide, and the site that shows it, changed in every field."""
    found = spoiled(elm_tree(guide), change)
    assert isinstance(found, Guide)
    return with_site(found, hostile_site(change))


def made(guide: Guide) -> list[File]:
    """The site at an address, and the guide of each edition in one file."""
    single = (File(f"one-{edition_id}.html", one_file(guide, GuideView(guide, edition_id))) for edition_id in EDITIONS)
    return [*site(guide, URL), *single]


@contextmanager
def unguarded(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A page without the policy, and a list of every page on which a script of somebody else has run."""
    ran = list[str]()
    with tab(browser, bypass_csp=True) as page:
        page.context.expose_function("pwned", lambda: ran.append(page.url))
        yield page, ran


def test_no_text_in_any_field_is_executed_or_breaks_the_markup(browser: Browser, guide: Guide, tmp_path: Path) -> None:
    bad = made(harmful(guide, harm(guide)))
    assert sum(text.count("&lt;script&gt;pwned()") for text in pages(bad).values()) > 1000
    known = {shape for text in pages(made(elm_tree(guide))).values() for shape in shapes(parsed(text))}
    for path, text in pages(bad).items():
        assert set(shapes(parsed(text))) <= known, path
    out = tmp_path / "out"
    write_site(out, bad)
    with served(out) as address, unguarded(browser) as (page, ran):
        for name in (name for name in names(out) if not name.startswith("short/")):  # made of the same templates
            page.goto(f"{address}{name}#{PAYLOAD}")
            use_page(page)
            assert page.evaluate(_ODD) == [], name
        page.wait_for_load_state("networkidle")
    assert ran == []


def test_the_detector_notices_executed_scripts(browser: Browser) -> None:
    with unguarded(browser) as (page, ran):
        page.set_content(f"<title>x</title>{PAYLOAD}")
        page.wait_for_function("document.images.length && document.images[0].complete")
        page.evaluate("pwned()")
        assert len(ran) >= 2
        assert len(page.evaluate(_ODD)) >= 2


_ODD = """() => [...document.querySelectorAll('*')].flatMap((one) => [
    ...[...one.attributes].filter((each) => each.name.startsWith('on') || each.name === 'style').map((each) => each.name),
    ...(/^(img|iframe|object|embed|base|textarea)$/.test(one.localName) ? [one.localName] : []),
    ...(one.localName === 'a' && !/^(https?|tel|sms):$/.test(one.protocol) ? [one.href] : []),
    ...(one.matches(':root:not(:has(.one-file)) script:not([src], [type="application/ld+json"])') ? ['script'] : []),
    ...(one.matches('[type="application/ld+json"]') && !JSON.parse(one.text)['@context'] ? ['data'] : []),
])"""


def use_page(page: Page) -> None:
    """Use the page as a reader does: open folds, explain a word, search, pick a question, so that our scripts write text."""
    page.evaluate(
        """() => {
            for (const fold of document.querySelectorAll('details')) fold.open = true;
            document.querySelector('a.term')?.click();
            document.querySelector('[data-ask] input')?.click();
        }"""
    )
    if page.locator("#q").count():
        page.locator("#q").fill("pwned script")
        page.locator(".found li").first.wait_for()
