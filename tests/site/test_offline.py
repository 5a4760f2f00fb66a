"""Offline: little is fetched unasked, all when asked, a page that was not kept says so; and the page for addresses of none."""

import gzip
import json
import re
from pathlib import Path

from playwright.sync_api import Page, expect

from ketaguide.commands.site import write_site
from ketaguide.model.guide import Guide
from ketaguide.render.html import site
from ketaguide.render.html_style import ALONE, style
from tests.site.conftest import URL, pages, served
from tests.site.test_worker import Host, host, kept, sees_help, visit
from tests.site.words import NAMESPACE, parsed

__all__ = ["host"]
UNASKED = 300_000
NUMBERS = ["tel:999", "tel:111", "tel:08088088000", "tel:116123"]


def core_of(folder: Path) -> list[str]:
    found = re.search(r"const CORE = (\[.*?\]);", (folder / "sw.js").read_text(), re.DOTALL)
    assert found
    return list(json.loads(found[1]))


def test_at_most_300_kb_are_fetched_unasked_with_help_and_what_ketamine_may_do_and_its_risks(folder: Path) -> None:
    core = core_of(folder)
    sizes = [(folder / name).read_bytes() for name in (*core, "sw.js")]
    assert sum(map(len, sizes)) <= UNASKED, "on a host that compresses nothing"
    assert sum(len(gzip.compress(data)) for data in sizes) <= UNASKED / 3
    assert {
        "index.html", "get-help.html", "see-your-gp.html", "does-it-help.html", "risks.html", "offline.html",
        "cover.html", "short/index.html", "short/get-help.html", "assets/style.css", "assets/page.js",
    } <= {*core}  # fmt: skip


def test_the_worker_fetches_its_core_and_no_more(folder: Path, address: str, page: Page) -> None:
    visit(page, address)
    (urls,) = kept(page).values()
    assert {url.removeprefix(address) for url in urls} == {*core_of(folder)}


def test_offline_a_page_that_was_not_kept_says_so_at_its_address_with_numbers_that_ring(address: str, page: Page) -> None:
    visit(page, address)
    page.context.set_offline(True)
    for name in ("research.html", "short/research.html", "a/page/of/old.html", "risks-how-we-know.html"):
        page.goto(address + name)
        expect(page).to_have_url(address + name)
        expect(page.locator("main h1")).to_have_text("This page could not be fetched")
        assert [one.get_attribute("href") for one in page.locator(".help-now li a").all()] == NUMBERS
        expect(page.locator(".help-now")).to_have_css("background-color", "rgb(171, 10, 20)")
    page.get_by_role("link", name="Side effects and risks").click()
    expect(page).to_have_url(f"{address}risks.html")
    page.goto(f"{address}short/research.html")
    page.locator("main").get_by_role("link", name="Get help now").click()
    expect(page).to_have_url(f"{address}get-help.html")
    page.goto(f"{address}research.html")
    page.get_by_role("link", name="Hide this page").click()
    expect(page).to_have_title("Health information")
    page.go_back()
    page.context.set_offline(False)
    page.get_by_role("link", name="Try this page again").click()
    expect(page.locator("main h1")).to_have_text("Research, and what may come")
    page.context.set_offline(True)
    page.goto(f"{address}research.html")  # read, and so kept
    expect(page.locator("main h1")).to_have_text("Research, and what may come")


def test_the_whole_guide_is_kept_when_asked_and_then_it_is_said_how_much(folder: Path, address: str, page: Page) -> None:
    visit(page, f"{address}about.html")
    button = page.get_by_role("button", name=re.compile(r"^Keep the whole guide for when you are offline: [1-9]\.[0-9] MB$"))
    status = page.locator(".keep [role=status]")
    page.evaluate(
        "new MutationObserver(([one]) => (window.said ??= []).push(one.target.textContent))"
        ".observe(document.querySelector('.keep [role=status]'), { childList: true })"
    )
    button.click()
    expect(status).to_have_text(re.compile(r"^The whole guide is kept on this device: [1-9]\.[0-9] MB\."), timeout=60_000)
    expect(button).to_be_hidden()
    *said, _ = page.evaluate("window.said")
    wanted = r"The guide is being fetched: [0-9]+ of [0-9]+ files so far\. This can take some minutes\."
    assert len(said) >= 4
    assert all(re.fullmatch(wanted, one) for one in said), said
    page.context.set_offline(True)
    for name, title in (
        ("research", "Research, and what may come"),
        ("short/risks-how-we-know", "How we know: Side effects and risks"),
    ):
        page.goto(f"{address}{name}.html")
        expect(page.locator("main h1")).to_have_text(title)
    page.goto(f"{address}search.html")
    page.get_by_label("Search the guide").fill("bladder")
    expect(page.locator(".found li").first).to_be_visible()
    page.goto(f"{address}about.html")
    expect(status).to_have_text(re.compile(r"^The whole guide is kept on this device"))
    (urls,) = kept(page).values()
    size = sum((folder / url.removeprefix(address)).stat().st_size for url in urls if not url.endswith("/kept-all"))
    expect(status).to_contain_text(f"{size / 1e6:.1f} MB")


def test_a_fetch_that_fails_and_a_device_without_room_are_said_and_help_stays(host: Host, page: Page) -> None:
    visit(page, f"{host.address}about.html")
    status, button = page.locator(".keep [role=status]"), page.get_by_role("button", name="Keep the whole guide")
    host.says = 503
    button.click()
    expect(status).to_have_text("Not all of the guide could be fetched. Try again when you have a connection. "
                                "It goes on where it stopped.")  # fmt: skip
    host.says = None
    session = page.context.new_cdp_session(page)
    origin = host.address.rstrip("/")
    session.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 1000})
    button.click()
    expect(status).to_contain_text("There is not enough room on this device")
    session.send("Storage.overrideQuotaForOrigin", {"origin": origin})
    button.click()
    expect(status).to_contain_text("The whole guide is kept on this device")
    page.context.set_offline(True)
    sees_help(page, f"{host.address}get-help.html")


def test_a_reader_who_asked_for_all_has_all_of_a_new_edition_too(guide: Guide, host: Host, page: Page) -> None:
    visit(page, f"{host.address}about.html")
    page.get_by_role("button", name="Keep the whole guide").click()
    expect(page.locator(".keep [role=status]")).to_contain_text("is kept on this device")
    (before,) = kept(page)
    write_site(host.folder, site(guide, nation="scotland"))
    page.evaluate("navigator.serviceWorker.getRegistration().then((it) => it.update())")
    page.wait_for_function("(was) => caches.keys().then((names) => names.length === 1 && names[0] !== was)", arg=before)
    page.context.set_offline(True)
    page.goto(f"{host.address}every-kind.html")
    expect(page.locator("main h1")).to_have_text(re.compile("^(?!This page could not be fetched)"))


def test_the_page_for_no_page_names_who_to_call_and_leads_into_the_guide_from_any_depth(guide: Guide, sink: Path) -> None:
    for url, base in (("https://example.org", "/"), (f"{URL}/", "/guide/")):
        tree = parsed(pages(site(guide, url))["404.html"])
        hrefs = [one.get("href", "") for one in tree.iter(f"{NAMESPACE}a")]
        assert [href for href in hrefs if href.startswith("tel:")] == NUMBERS
        assert all(href.startswith((base, "tel:", "#main")) for href in hrefs), hrefs
        assert {f"{base}{name}" for name in ("search.html", "index.html", "index.html#all-pages", "get-help.html")} <= {*hrefs}
        links = [one.get("href", "") for one in tree.iter(f"{NAMESPACE}link")]
        assert all(link.startswith(base) for link in links), links
    text = (sink / "404.html").read_text()
    tree = parsed(text)
    assert [one.get("href") for one in tree.iter(f"{NAMESPACE}a")] == [*NUMBERS, "/"]
    assert style(ALONE) in text, "it carries its looks, for it does not know where the guide begins"


def test_without_an_address_the_page_for_no_page_keeps_its_red_under_the_headers_of_the_site(
    folder: Path, page: Page, tmp_path: Path
) -> None:
    for name in ("_headers", "404.html"):
        (tmp_path / name).write_bytes((folder / name).read_bytes())
    with served(tmp_path) as address:
        page.goto(f"{address}404.html")
        expect(page.locator(".help-now")).to_have_css("background-color", "rgb(171, 10, 20)")
