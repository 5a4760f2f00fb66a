"""The site as readers get it: made by the real command, served over loopback, opened in Debian's Chromium."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from playwright.sync_api import Browser, Page, Request, ViewportSize, sync_playwright

from ketaguide.commands.site import write_site
from ketaguide.model.guide import Guide
from ketaguide.render.changes import Change, read_changes
from ketaguide.render.html import site
from tests.site.words import parsed

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
PHONE: ViewportSize = {"width": 390, "height": 844}


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder with the headers of its `_headers` file, as a static host does, without a log."""

    def log_message(self, format: str, *args: Any) -> None:
        """Write no log."""

    def end_headers(self) -> None:
        """Add the headers of the site."""
        for line in (Path(self.directory) / "_headers").read_text().splitlines()[1:]:
            name, _, value = line.strip().partition(": ")
            self.send_header(name, value)
        super().end_headers()


@contextmanager
def served(folder: Path, handler: type[SimpleHTTPRequestHandler] = Quiet) -> Iterator[str]:
    """The address of a folder, ending in a slash."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def folder(shipped: Guide, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the shipped guide."""
    out = tmp_path_factory.mktemp("site") / "shipped"
    write_site(out, site(shipped, changes=changes()))
    return out


def changes() -> tuple[Change, ...]:
    """Changes of what the guide says, from the changelog."""
    return read_changes((Path(__file__).parents[2] / "CHANGELOG.md").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def sink(guide: Guide, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the kitchen sink."""
    out = tmp_path_factory.mktemp("site") / "sink"
    write_site(out, site(guide))
    return out


@pytest.fixture(scope="session")
def second(ect: Guide, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the second guide."""
    out = tmp_path_factory.mktemp("site") / "ect"
    write_site(out, site(ect))
    return out


Trees = dict[str, dict[str, Element]]


@pytest.fixture(scope="session")
def trees(folder: Path, sink: Path, second: Path) -> Trees:
    """Every page of the three sites, parsed once: an error in one of them fails whatever asks for them."""
    return {
        where.name: {name: parsed((where / name).read_text(encoding="utf-8")) for name in names(where)}
        for where in (folder, sink, second)
    }


@pytest.fixture(scope="package")
def address(folder: Path) -> Iterator[str]:
    """Address of the shipped site."""
    with served(folder) as found:
        yield found


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Chromium; closed before the tests of other folders, whose event loops it would disturb."""
    if not CHROMIUM.exists():
        pytest.skip("Debian's chromium is not installed")
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield found
        found.close()


_BLOCKED = "Service Worker registration blocked by Playwright"
"""Console message in tests without the service worker, which would fetch the whole site for each of them."""


class Watch:
    """Errors of a page, and its requests to other hosts."""

    def __init__(self, page: Page, address: str | tuple[str, ...]) -> None:
        self.said: list[str] = []
        page.on("console", lambda message: self._heard(message.text))
        page.on("pageerror", lambda error: self.said.append(f"{page.url}: {error}"))
        page.on("requestfailed", self._failed)
        page.context.on(
            "request", lambda request: None if request.url.startswith(address) else self.said.append(f"asked for {request.url}")
        )

    def _heard(self, text: str) -> None:
        if text != _BLOCKED:
            self.said.append(text)

    def _failed(self, request: Request) -> None:
        """Record a failed request, unless it was cancelled by leaving the page."""
        if request.failure != "net::ERR_ABORTED":
            self.said.append(f"failed {request.url}: {request.failure}")


@pytest.fixture
def phone(browser: Browser, address: str) -> Iterator[Page]:
    """A phone with the start page open; errors and requests to other hosts fail the test."""
    context = browser.new_context(viewport=PHONE, has_touch=True, reduced_motion="reduce", service_workers="block")
    page = context.new_page()
    watch = Watch(page, address)
    page.goto(address)
    yield page
    context.close()
    assert watch.said == []


def names(folder: Path) -> list[str]:
    """Every page of a site, as a path from its root, but those at former addresses."""
    return sorted({path.relative_to(folder).as_posix() for path in folder.rglob("*.html")} - {*former_names(folder)})


def former_names(folder: Path) -> list[str]:
    """Every page of a site at a former address, which sends the reader on: test_moved.py."""
    return sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*.html") if 'class="moved"' in path.read_text("utf-8")
    )
