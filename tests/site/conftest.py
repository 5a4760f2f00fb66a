"""The site as readers get it: made by the real command, served over loopback, opened in Debian's Chromium."""

import fcntl
import os
import pickle
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, TypeVar
from xml.etree.ElementTree import Element

import pytest
from playwright.sync_api import Browser, Page, Request, ViewportSize, sync_playwright

from ketaguide.commands.site import write_site
from ketaguide.loading.overlay import read_site
from ketaguide.loading.reader import read_guide
from ketaguide.loading.site_merge import with_site
from ketaguide.model.guide import Guide
from ketaguide.paths import content_dir
from ketaguide.render.changes import Change, read_changes
from ketaguide.render.html import File, one_file, site
from ketaguide.render.html_head import SHARE
from ketaguide.resolve.view import GuideView
from tests.serving import Quiet, serving
from tests.site.words import parsed
from tests.system.runs import EXAMPLE, ROOT

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
PHONE: ViewportSize = {"width": 390, "height": 844}
NARROW: ViewportSize = {"width": 320, "height": 640}


class SiteHandler(Quiet):
    """Serves a folder with the headers of its `_headers` file, as a static host does."""

    def end_headers(self) -> None:
        """Add the headers of the site."""
        for line in (Path(self.directory) / "_headers").read_text().splitlines()[1:]:
            name, _, value = line.strip().partition(": ")
            self.send_header(name, value)
        super().end_headers()


@contextmanager
def served(folder: Path, handler: type[Quiet] = SiteHandler) -> Iterator[str]:
    """The address of a folder, ending in a slash."""
    with serving(partial(handler, directory=str(folder))) as address:
        yield address


URL = "https://example.org/guide"
Trees = dict[str, dict[str, Element]]


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """A file or folder that is made once in a run of the tests, by the worker that comes first, and shared by all."""
    own = factory.getbasetemp()
    path = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / name
    with Path(f"{path}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not path.exists():
            make(part := Path(f"{path}.part"))
            part.rename(path)
    return path


T = TypeVar("T")


def kept(factory: pytest.TempPathFactory, name: str, make: Callable[[], T]) -> T:
    """A value that is made once in a run of the tests."""
    path = made_once(factory, name, lambda out: out.write_bytes(pickle.dumps(make())))
    read: T = pickle.loads(path.read_bytes())
    return read


def shipped_guide() -> Guide:
    """The shipped guide, for programs that are no tests."""
    guide = read_guide(content_dir()).guide
    assert guide is not None
    return guide


def elm_tree(guide: Guide) -> Guide:
    """A guide as the surgery of the example shows it."""
    near = read_site(EXAMPLE).site
    assert near is not None
    return with_site(guide, near)


def pages(made: Iterable[File]) -> dict[str, str]:
    """The pages among the files of a site, by path."""
    return {file.path: file.text for file in made if file.path.endswith(".html")}


def changes() -> tuple[Change, ...]:
    """Changes of what the guide says, from the changelog."""
    return read_changes((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def folder(shipped: Guide, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the shipped guide."""
    return made_once(tmp_path_factory, "shipped", lambda out: write_site(out, site(shipped, changes=changes())))


@pytest.fixture(scope="session")
def single(shipped: Guide, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped guide in one file."""
    text = partial(one_file, shipped, GuideView(shipped))
    return made_once(tmp_path_factory, "single.html", lambda out: out.write_text(text(), encoding="utf-8"))


@pytest.fixture(scope="session")
def sink(guide: Guide, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the kitchen sink."""
    return made_once(tmp_path_factory, "sink", lambda out: write_site(out, site(guide)))


@pytest.fixture(scope="session")
def second(ect: Guide, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the second guide."""
    return made_once(tmp_path_factory, "ect", lambda out: write_site(out, site(ect)))


@pytest.fixture(scope="session")
def trees(folder: Path, sink: Path, second: Path, tmp_path_factory: pytest.TempPathFactory) -> Trees:
    """Every page of the three sites, parsed once: an error in one of them fails whatever asks for them."""
    sites = (folder, sink, second)
    return kept(
        tmp_path_factory, "trees",
        lambda: {one.name: {name: parsed((one / name).read_text("utf-8")) for name in names(one)} for one in sites},
    )  # fmt: skip


@pytest.fixture(scope="session")
def files(shipped: Guide, tmp_path_factory: pytest.TempPathFactory) -> dict[str, File]:
    """The files of the shipped guide's site at a known address, by path."""
    share = (content_dir() / SHARE).read_bytes()
    made = kept(tmp_path_factory, "files", lambda: site(shipped, URL, changes=changes(), share=share))
    return {file.path: file for file in made}


@pytest.fixture(scope="package")
def address(folder: Path) -> Iterator[str]:
    """Address of the shipped site."""
    with served(folder) as found:
        yield found


@contextmanager
def chromium() -> Iterator[Browser]:
    """Debian's Chromium."""
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield found
        found.close()


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Chromium; closed before the tests of other folders, whose event loops it would disturb."""
    if not CHROMIUM.exists():
        pytest.skip("Debian's chromium is not installed")
    with chromium() as found:
        yield found


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


@contextmanager
def tab(browser: Browser, address: str = "", **options: Any) -> Iterator[Page]:
    """A page of a phone in a window of its own; with an address, errors and requests to other hosts fail the test."""
    context = browser.new_context(**{"viewport": PHONE, "service_workers": "block", "reduced_motion": "reduce", **options})
    page = context.new_page()
    watch = Watch(page, address) if address else None
    try:
        yield page
    finally:
        context.close()
    assert watch is None or watch.said == []


@pytest.fixture
def phone(browser: Browser, address: str) -> Iterator[Page]:
    """A phone with the start page open; errors and requests to other hosts fail the test."""
    with tab(browser, address, has_touch=True) as page:
        page.goto(address)
        yield page


@contextmanager
def private_tab(browser: Browser, address: str, *secrets: str) -> Iterator[Page]:
    """A tab of which nothing is kept; no address with one of the secrets in it is asked for."""
    asked = list[str]()
    with tab(browser, address, has_touch=True) as page:
        page.on("request", lambda request: asked.append(request.url.partition("#")[0]))
        yield page
        stored = page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
        assert (page.context.cookies(), stored) == ([], [])
    assert not [url for url in asked if any(secret in url for secret in secrets)]


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A phone that keeps pages to be read offline."""
    with tab(browser, service_workers="allow") as page:
        yield page


@pytest.fixture
def without_scripts(browser: Browser) -> Iterator[Page]:
    """A phone on which no script runs."""
    with tab(browser, java_script_enabled=False) as page:
        yield page


def names(folder: Path) -> list[str]:
    """Every page of a site, as a path from its root, but those at former addresses."""
    return sorted({path.relative_to(folder).as_posix() for path in folder.rglob("*.html")} - {*former_names(folder)})


def former_names(folder: Path) -> list[str]:
    """Every page of a site at a former address, which sends the reader on: test_moved.py."""
    return sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*.html") if 'class="moved"' in path.read_text("utf-8")
    )
