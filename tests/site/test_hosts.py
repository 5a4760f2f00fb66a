"""The site on Apache and on nginx, as docs/web.md configures them, below a sub-path."""

import http.client
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from ketaguide.commands.site import write_site
from ketaguide.model.guide import Guide
from ketaguide.render.html import site
from tests.site.conftest import URL, Watch
from tests.site.hosts import HOSTS, installed, running
from tests.site.test_worker import visit

HEADERS = {
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-cache",
}
TYPES = {
    "index.html": "text/html", "assets/style.css": "text/css", "assets/page.js": "javascript", "icon.svg": "image/svg+xml",
    "search.json": "application/json", "sw.js": "javascript",
}  # fmt: skip
RED = "rgb(171, 10, 20)"


class Reply(NamedTuple):
    """An answer of a host; nothing was followed."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes


@pytest.fixture(
    scope="module",
    params=[
        pytest.param(name, marks=pytest.mark.skipif(not installed(name), reason=f"{name} is not installed")) for name in HOSTS
    ],
)
def host(request: pytest.FixtureRequest, guide: Guide) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as made:
        folder, work = Path(made) / "site", Path(made) / "work"
        Path(made).chmod(0o755)
        work.mkdir()
        write_site(folder, site(guide, URL))
        with running(request.param, folder, work) as address:
            yield address


def get(address: str, **headers: str) -> Reply:
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(parts.netloc, timeout=30)
    connection.request("GET", parts.path, headers=headers)
    reply = connection.getresponse()
    found = Reply(reply.status, reply.headers, reply.read())
    connection.close()
    return found


def test_every_file_comes_with_its_type_and_the_headers_and_text_compressed(host: str) -> None:
    for name, type_ in TYPES.items():
        reply = get(f"{host}{name}", **{"Accept-Encoding": "gzip"})
        assert reply.status == 200, name
        assert type_ in reply.headers["Content-Type"], name
        assert {key: reply.headers[key] for key in HEADERS} == HEADERS, name
        assert reply.headers["Content-Security-Policy"].startswith("default-src 'self'; "), name
        assert "frame-ancestors 'none'" in reply.headers["Content-Security-Policy"], name
    assert get(f"{host}index.html", **{"Accept-Encoding": "gzip"}).headers["Content-Encoding"] == "gzip"
    assert "utf-8" in get(f"{host}index.html").headers["Content-Type"].lower()


def test_an_address_of_no_page_is_answered_by_who_to_call_and_one_without_its_slash_is_sent_on(host: str) -> None:
    for name in ("nothing.html", "a/page/of/old.html", "_headers", ".ketaguide-site"):
        reply = get(f"{host}{name}")
        assert reply.status in ((404,) if not name.startswith(("_", ".")) else (403, 404)), name
        if reply.status == 404:
            assert b"There is no page at this address" in reply.body
            assert b'href="tel:116123"' in reply.body
            assert reply.headers["X-Content-Type-Options"] == "nosniff"
    reply = get(host.removesuffix("/"))
    assert reply.status == 301
    assert reply.headers["Location"].endswith("/guide/")
    assert get(host).status == 200


def test_under_the_hosts_own_policy_the_banner_is_red_and_the_worker_keeps_the_pages_of_its_sub_path(
    host: str, page: Page
) -> None:
    watch = Watch(page, host)
    visit(page, host)
    expect(page.locator(".help-now")).to_have_css("background-color", RED)
    assert page.evaluate("navigator.serviceWorker.ready.then((it) => it.scope)") == host
    for name in ("risks.html", "short/get-help.html"):
        page.goto(f"{host}{name}")
        expect(page.locator(".help-now")).to_have_css("background-color", RED)
    assert watch.said == []
    page.goto(f"{host}a/page/of/old.html")
    expect(page.locator("main h1")).to_have_text("There is no page at this address")
    expect(page.locator(".help-now")).to_have_css("background-color", RED)
    page.locator("main").get_by_role("link", name="All pages").click()
    expect(page).to_have_url(f"{host}index.html#all-pages")
    page.context.set_offline(True)
    page.goto(f"{host}short/every-kind-how-we-know.html")
    expect(page.locator("main h1")).to_have_text("This page could not be fetched")
    expect(page.locator(".help-now")).to_have_css("background-color", RED)
