"""The pictures of README.md, made by the program itself: screens as SVG, a web page on a phone as PNG.

    python -m tests.pictures

writes docs/pictures/. tests/tui/test_pictures.py fails when a screen has changed, tests/site/test_phone_picture.py when the
web page has: run this again then, and look at what came out.
"""

import asyncio
import re
import struct
import sys
import tempfile
import zlib
from collections.abc import Awaitable, Callable, Iterable
from html import unescape
from pathlib import Path

from playwright.sync_api import Page, sync_playwright
from textual.pilot import Pilot

from ketaguide.loading.reader import read_guide
from ketaguide.model.guide import Guide
from ketaguide.paths import content_dir
from ketaguide.settings import Settings
from ketaguide.tui import actions as a
from ketaguide.tui.app import GuideApp

FOLDER = Path(__file__).parents[1] / "docs" / "pictures"
SIZE = (100, 30)
PHONE = FOLDER / "web-phone.png"
WORDS = b"Description"
"""The chunk of the PNG that holds its words."""

Show = Callable[[GuideApp, Pilot[None]], Awaitable[None]]


async def _home(app: GuideApp, pilot: Pilot[None]) -> None:
    app.main.open("home")


async def _figure(app: GuideApp, pilot: Pilot[None]) -> None:
    app.main.perform(a.SetTheme("night"))
    app.main.open("section:does-it-help")
    await pilot.pause()
    lines = [line.plain for line in app.main.page._layout.lines]
    app.main.page.scroll_row = next(row for row, line in enumerate(lines) if "●●" in line) - 4


SCREENS: dict[str, Show] = {"home-day": _home, "page-night": _figure}
"""Name of the file and the way to the screen."""


async def shown(guide: Guide, show: Show) -> tuple[str, list[str]]:
    """A screen as SVG, and its rows."""
    app = GuideApp(Settings(), guide)
    async with app.run_test(size=SIZE) as pilot:
        app.main.perform(a.SetTheme("day"))
        await show(app, pilot)
        await pilot.pause()
        width, height = app.size
        rows = [strip.text.ljust(width)[:width].rstrip() for strip in app.screen._compositor.render_strips()][:height]
        return _alone(app.export_screenshot(title="ketaguide")), rows


def _alone(svg: str) -> str:
    """An SVG that loads nothing, with the fonts of the reader's computer and names that do not change."""
    svg = re.sub(r"\s*@font-face \{.*?\}", "", svg, flags=re.DOTALL)
    svg = re.sub(r"\s*<!-- .*? -->", "", svg)
    svg = svg.replace("Fira Code, monospace", "ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace")
    svg = re.sub(r"terminal-\d+-", "screen-", svg)
    return "\n".join(line.strip() for line in svg.splitlines() if line.strip()) + "\n"


def words_of(rows: Iterable[str]) -> list[str]:
    """The words of each row that has any: no frames, and no numbers in brackets, which change with each new claim."""
    found = (re.findall(r"\w[^ ]*\w|\w", re.sub(r"\[\d+\]", "", row.replace("\u00a0", " "))) for row in rows)
    return [" ".join(words) for words in found if words]


def rows_of(svg: str) -> list[str]:
    """The rows of text of a picture."""
    found: dict[int, str] = {}
    for row, text in re.findall(r'<text [^>]*clip-path="url\(#screen-line-(\d+)\)"[^>]*>([^<]*)</text>', svg):
        found[int(row)] = found.get(int(row), "") + " " + unescape(text)
    return [found[row] for row in sorted(found)]


def words_of_page(page: Page) -> str:
    """The words of the web page that the picture shows."""
    return " ".join(page.locator("main").inner_text().split())


def with_words(png: bytes, words: str) -> bytes:
    """A PNG that holds the words of its page, before its last chunk."""
    data = WORDS + b"\0" + words.encode("latin-1", "replace")
    chunk = b"tEXt" + data
    return png[:-12] + struct.pack(">I", len(data)) + chunk + struct.pack(">I", zlib.crc32(chunk)) + png[-12:]


def words_in(png: bytes) -> str:
    """The words that a PNG holds."""
    at = png.index(b"tEXt" + WORDS)
    (length,) = struct.unpack(">I", png[at - 4 : at])
    return png[at + 4 : at + 4 + length].partition(b"\0")[2].decode("latin-1")


def _phone(guide: Guide) -> bytes:
    """The first web page on a phone."""
    from ketaguide.commands.site import write_site
    from ketaguide.render.html import site
    from tests.site.conftest import CHROMIUM, FLAGS, served
    from tests.site.conftest import PHONE as PIXELS

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        write_site(out := Path(folder) / "site", site(guide))
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_context(viewport=PIXELS, color_scheme="light", service_workers="block").new_page()
        with served(out) as address:
            page.goto(address)
            page.locator("form.search").wait_for()
            png = with_words(page.screenshot(), words_of_page(page))
        browser.close()
    return png


def main() -> int:
    """Write every picture."""
    guide = read_guide(content_dir()).guide
    assert guide is not None
    FOLDER.mkdir(exist_ok=True)
    for name, show in SCREENS.items():
        (FOLDER / f"{name}.svg").write_text(asyncio.run(shown(guide, show))[0], encoding="utf-8")
    PHONE.write_bytes(_phone(guide))
    for path in sorted(FOLDER.iterdir()):
        print(f"{path.name}: {path.stat().st_size // 1000} KB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
