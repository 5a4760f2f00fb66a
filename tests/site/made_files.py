"""Files of the site that are made beforehand and committed, in ketaguide/render/assets and, of our guide alone, in content.

    python -m tests.site.made_files

writes the JSON Schema of the open data, and draws the icons and the picture for sharing in Chromium, from icon.svg and the
words of the guide. tests/site/test_open_data.py and test_found.py fail when they are stale.
"""

import re
import sys

from playwright.sync_api import Browser

from ketaguide.loading.schema import formatted, schema_of
from ketaguide.model.guide import Guide
from ketaguide.paths import content_dir
from ketaguide.render.html_env import asset, asset_path
from ketaguide.render.html_head import ICONS, SHARE, SIZES, share_words
from ketaguide.render.open_data import SCHEMA, OpenData
from tests.pictures import with_words
from tests.site.conftest import chromium, shipped_guide

ROUND = re.search(r' rx="\d+"', asset("icon.svg"))
"""The round corners of the icon; phones that cut icons to a shape of their own get it without them."""


def schema_text() -> str:
    """The JSON Schema of the open data, from its types."""
    return formatted(schema_of(OpenData, "evidence.json"))


def icon(name: str) -> str:
    """The icon as the body of a page."""
    drawn = asset("icon.svg")
    whole = name in ("icon-180.png", "icon-mask.png")
    if whole and ROUND:
        drawn = drawn.replace(ROUND[0], "")
    if ICONS.get(name) == "maskable":  # its marks stand within the inner four fifths
        drawn = drawn.replace("<path", '<path transform="translate(3.2 3.2) scale(.8)"')
    return drawn.replace("<svg", f'<svg width="{SIZES[name][0]}" height="{SIZES[name][1]}"', 1)


def share(guide: Guide) -> str:
    """The picture for sharing as the body of a page: the words of the guide."""
    title, _, promise = share_words(guide).partition(". ")
    mark = asset("icon.svg").replace("<svg", '<svg width="150" height="150"', 1)
    return (
        '<div style="box-sizing:border-box;width:1200px;height:630px;padding:90px 100px;background:#fff;color:#1b2a35;'
        'border-bottom:40px solid #003087;font-family:DejaVu Sans,sans-serif;display:grid;align-content:space-between">'
        f'{mark}<div style="font-size:68px;font-weight:700;line-height:1.2">{title}</div>'
        f'<div style="font-size:42px">{promise.removesuffix(".")}</div></div>'
    )


def drawn(browser: Browser, name: str, body: str) -> bytes:
    """A page as a picture, transparent where nothing is drawn."""
    width, height = SIZES[name]
    page = browser.new_page(viewport={"width": width, "height": height})
    page.set_content(f'<body style="margin:0;font-size:0">{body}')
    png = page.screenshot(omit_background=True)
    page.close()
    return png


def main() -> int:
    """Write every file."""
    guide = shipped_guide()
    asset_path(SCHEMA).write_text(schema_text(), encoding="utf-8")
    with chromium() as browser:
        for name in ICONS:
            asset_path(name).write_bytes(drawn(browser, name, icon(name)))
        (content_dir() / SHARE).write_bytes(with_words(drawn(browser, SHARE, share(guide)), share_words(guide)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
