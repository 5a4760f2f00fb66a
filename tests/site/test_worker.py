"""The service worker against hosts that misbehave: what is kept to be read offline is this edition, and nothing else."""

import shutil
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from ketaguide.commands.site import write_site
from ketaguide.model.guide import Guide
from ketaguide.render.html import site
from ketaguide.render.html_takeaway import takeaway_html
from ketaguide.resolve.takeaway import takeaway
from ketaguide.resolve.view import GuideView
from tests.serving import serving
from tests.site.conftest import SiteHandler, Watch, served

MAINTENANCE = b"<!doctype html><title>Maintenance</title><h1>Back soon</h1>"
KEPT = """async () => {
    const found = {};
    for (const name of await caches.keys()) found[name] = (await (await caches.open(name)).keys()).map((one) => one.url);
    return found;
}"""


class Host:
    """A web server with configurable faults."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.says: int | None = None
        """Status of a "Maintenance" page that answers every request."""
        self.short = False
        """True if pages are served without .html and other addresses redirect there."""
        self.moved = ""
        """Address of another host to which every request is redirected."""
        self.open = threading.Event()
        """While cleared, every response is delayed."""
        self.open.set()
        self.address = ""


class _Handler(SiteHandler):
    def __init__(self, host: Host, *args: Any, **kwargs: Any) -> None:
        self.host = host
        super().__init__(*args, directory=str(host.folder), **kwargs)

    def do_GET(self) -> None:
        """Serve a file, with the configured faults."""
        self.host.open.wait()
        path = self.path.partition("?")[0]
        if self.host.says:
            self._answer(self.host.says, "Content-Type", "text/html; charset=utf-8", MAINTENANCE)
        elif self.host.moved:
            self._answer(301, "Location", self.host.moved + path[1:])
        elif self.host.short and path.endswith(".html"):
            self._answer(301, "Location", path.removesuffix(".html"))
        else:
            if self.host.short and (self.host.folder / f"{path[1:]}.html").is_file():
                self.path = f"{path}.html"
            super().do_GET()

    def _answer(self, status: int, header: str, value: str, body: bytes = b"") -> None:
        self.send_response(status)
        self.send_header(header, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture
def host(sink: Path, tmp_path: Path) -> Iterator[Host]:
    shutil.copytree(sink, tmp_path / "host")
    found = Host(tmp_path / "host")
    with serving(partial(_Handler, found)) as found.address:
        yield found
        found.open.set()


def visit(page: Page, address: str) -> None:
    """Open the first page, and wait until the worker has kept what it keeps and answers for this page."""
    page.goto(address)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.wait_for_function("navigator.serviceWorker.controller")


def kept(page: Page) -> dict[str, list[str]]:
    found: dict[str, list[str]] = page.evaluate(KEPT)
    return found


def sees_help(page: Page, address: str) -> None:
    """Open a page and expect the guide's help page."""
    page.goto(address)
    expect(page.locator(".help-now")).to_contain_text("116 123")
    expect(page.locator("main h1")).to_have_text("Get help now")


@pytest.mark.parametrize("status", [200, 404, 503])
def test_get_help_now_is_shown_and_kept_though_the_host_says_maintenance(host: Host, page: Page, status: int) -> None:
    visit(page, host.address)
    host.says = status
    for name in ("get-help.html", "get-help.html?again"):
        sees_help(page, host.address + name)
    page.context.set_offline(True)
    sees_help(page, f"{host.address}get-help.html")


def test_a_host_under_maintenance_at_the_first_visit_leaves_nothing_behind(host: Host, page: Page) -> None:
    page.goto(f"{host.address}icon.svg")
    (host.folder / "get-help.html").write_bytes(MAINTENANCE)
    page.goto(host.address)
    state = page.evaluate(
        "navigator.serviceWorker.register('sw.js').then((it) => new Promise((done) => {"
        " const worker = it.installing ?? it.waiting ?? it.active;"
        " if (!worker || worker.state === 'redundant') done('redundant');"
        " worker?.addEventListener('statechange', () => done(worker.state)); }))"
    )
    assert state == "redundant"
    assert f"{host.address}get-help.html" not in [url for urls in kept(page).values() for url in urls]


def test_a_host_that_hands_out_pages_without_html_shows_get_help_now_offline_and_when_it_is_slow(
    host: Host, page: Page
) -> None:
    host.short = True
    visit(page, host.address)
    for name in ("get-help.html", "get-help"):
        sees_help(page, host.address + name)
    host.open.clear()
    for name in ("get-help.html", "get-help"):
        sees_help(page, host.address + name)
    host.open.set()
    page.context.set_offline(True)
    for name in ("get-help.html", "get-help"):
        sees_help(page, host.address + name)


def test_two_guides_on_one_host_keep_their_pages_and_a_new_edition_clears_away_its_own_alone(
    guide: Guide, host: Host, page: Page
) -> None:
    one, other = (f"{host.address}{name}/" for name in ("one", "other"))
    write_site(host.folder / "one", site(guide))
    write_site(host.folder / "other", site(guide, nation="wales"))
    visit(page, one)
    visit(page, other)
    before = kept(page)
    assert len(before) == 2
    write_site(host.folder / "one", site(guide, nation="scotland"))
    page.goto(one)
    page.evaluate("navigator.serviceWorker.getRegistration().then((it) => it.update())")
    page.wait_for_function("(was) => caches.keys().then((names) => names.some((name) => !was.includes(name)))", arg=[*before])
    page.wait_for_function("caches.keys().then((names) => names.length === 2)")
    assert {name for name in before if "/other/" in name} < kept(page).keys()
    page.context.set_offline(True)
    for address in (one, other):
        sees_help(page, f"{address}get-help.html")


def test_addresses_with_a_question_mark_and_files_of_others_are_not_kept(host: Host, page: Page) -> None:
    (host.folder / "theirs.html").write_text("<title>Theirs</title>")
    visit(page, host.address)
    for name in ("get-help.html?1", "get-help.html?2", "?3", "theirs.html", "sw.js"):
        page.goto(host.address + name)
    (urls,) = kept(page).values()
    assert f"{host.address}get-help.html" in urls
    assert not any("?" in url or url.endswith(("theirs.html", "sw.js")) for url in urls)
    assert len(urls) == len(set(urls))


def test_a_page_put_right_on_the_host_is_shown_at_once_before_its_edition_is_known(host: Host, page: Page) -> None:
    visit(page, host.address)
    path = host.folder / "get-help.html"
    path.write_text(path.read_text().replace("</main>", "<p>Put right today.</p></main>"))
    page.goto(f"{host.address}get-help.html")
    expect(page.locator("main")).to_contain_text("Put right today.")
    page.context.set_offline(True)
    sees_help(page, f"{host.address}get-help.html")
    expect(page.locator("main")).not_to_contain_text("Put right today.")


def test_a_guide_that_has_moved_to_another_host_is_followed_there(host: Host, page: Page, folder: Path) -> None:
    visit(page, host.address)
    with served(folder) as new:
        host.moved = new
        page.goto(f"{host.address}get-help.html")
        expect(page).to_have_url(f"{new}get-help.html")


def test_one_file_and_a_takeaway_keep_their_looks_and_scripts_under_the_headers_of_the_site(
    shipped: Guide, folder: Path, single: Path, browser: Browser, tmp_path: Path
) -> None:
    view = GuideView(shipped)
    (tmp_path / "home.html").write_text(takeaway_html(takeaway(view, []), view), encoding="utf-8")
    shutil.copy(single, tmp_path / "guide.html")
    shutil.copy(folder / "_headers", tmp_path)
    page = browser.new_page(service_workers="block")
    with served(tmp_path) as address:
        watch = Watch(page, address)
        page.goto(f"{address}guide.html")
        expect(page.locator(".help-now")).to_have_css("position", "sticky")
        page.locator("a.term").first.click()
        expect(page.get_by_role("dialog")).to_be_visible()
        page.goto(f"{address}home.html")
        expect(page.locator(".help")).to_have_css("font-weight", "700")
    page.close()
    assert [said for said in watch.said if "favicon" not in said and "404" not in said] == []
