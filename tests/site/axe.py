"""axe-core in Chromium, and the colour schemes that a device can request."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import axe_playwright_python  # type: ignore[import-untyped]
from playwright.sync_api import Page

AXE = re.sub(
    r",minThreshold:[\d.]+", "", (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
)
"""axe whose rule for 7 to 1 also finds what is below 4.5 to 1, so that contrast is calculated once, not by two rules."""
TAGS = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ALL = {"runOnly": {"type": "tag", "values": TAGS}}
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast-enhanced", "link-in-text-block"]}}
SLOW = (*COLOURS["runOnly"]["values"], "color-contrast", "region", "target-size")
QUICK = {**ALL, "preload": False, "iframes": False, "rules": {rule: {"enabled": False} for rule in SLOW}}
"""All rules but those that take nine tenths of the time: colours, and what the frame that all pages share decides."""

SCHEMES: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "light, more contrast": {"color_scheme": "light", "contrast": "more"},
    "dark, more contrast": {"color_scheme": "dark", "contrast": "more"},
    "light, less motion": {"color_scheme": "light", "reduced_motion": "reduce"},
    "light, forced colours": {"color_scheme": "light", "forced_colors": "active"},
    "dark, forced colours": {"color_scheme": "dark", "forced_colors": "active"},
}
_USUAL = {"color_scheme": "light", "contrast": "no-preference", "reduced_motion": "no-preference", "forced_colors": "none"}


ONE_OF_EACH = ("risks-how-we-know", "short/get-help", "short/does-it-help", "short/index", "short/quiz")
"""Of pages made alike, those that axe looks at every day: it looks at the others in axe_everything."""


def is_one_of_each(name: str) -> bool:
    """True for a page of standard words, and for one of each kind of the others."""
    return name.removesuffix(".html") in ONE_OF_EACH or not (name.startswith("short/") or name.endswith("-how-we-know.html"))


def emulate_scheme(page: Page, scheme: str) -> None:
    """Emulate a device that requests a colour scheme; the page stays open."""
    page.emulate_media(**{**_USUAL, **SCHEMES[scheme]})


def prepare(page: Page) -> None:
    """Load axe into the page, and open it."""
    page.evaluate(AXE)
    unfold(page)


def unfold(page: Page) -> None:
    """Open every fold, and choose an answer to each question of a quiz."""
    page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
    page.evaluate("document.querySelectorAll('.choice:last-of-type input').forEach((one) => one.click())")


def violations(page: Page, options: Mapping[str, Any] = ALL) -> list[str]:
    """axe's violations on a prepared page; fails if axe has passed no check at all."""
    found = page.evaluate("(options) => axe.run(document, {resultTypes: ['violations'], ...options})", dict(options))
    assert found["passes"], f"axe looked at nothing on {page.url}"
    return [f"{page.url} {one['id']}: {node['html'][:160]}" for one in found["violations"] for node in one["nodes"]]
