"""Style sheets of the web pages, minified, and the Content-Security-Policy."""

import re
from functools import cache

from ketaguide.render.html_env import asset, digest

FILES = {
    "style.css": ("base.css", "frame.css"),
    "parts.css": ("blocks.css", "places.css", "decide.css"),
    "print.css": ("print.css",),
    "sheet.css": ("sheet.css",),
}
"""Style files of the site → what each is made of. Files, not inline: a host's own `default-src 'self'` lets them in."""
PAPER = ("print.css", "sheet.css")
"""Style files for paper alone, for which the first paint does not wait."""
PLAIN = ("style.css", "print.css")
"""Style files of evidence pages, which are the longest and plainest."""
PARTS = ("style.css", "parts.css", "print.css")
"""Style files of any other page."""
SHEET = (*PARTS, "sheet.css")
"""Style files of the page to take home."""
ONE_FILE = ("base.css", "frame.css", "blocks.css", "places.css", "decide.css", "one-file.css", "print.css")
ALONE = ("base.css", "frame.css", "print.css")
"""Inline styles of the page that does not know where the guide's files are."""
TAKEAWAY = ("takeaway-file.css",)
"""Inline styles of the takeaway as a file."""

_CLOSED = "base-uri 'none'; form-action 'none'"
POLICY = f"default-src 'self'; object-src 'none'; frame-src 'none'; {_CLOSED}"
"""The Content-Security-Policy of every page of the site: its own files only."""


@cache
def style(sheets: tuple[str, ...]) -> str:
    """Concatenate and minify style sheets."""
    return squeezed("".join(map(asset, sheets)))


def squeezed(sheet: str) -> str:
    """Minify a style sheet. It must not contain a brace, comma or colon within quotes."""
    plain = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    plain = re.sub(r"\s+", " ", plain)
    plain = re.sub(r" ?([{};,>]) ?", r"\1", plain)
    return re.sub(r"(?<=[a-z]): ", ":", plain).replace(";}", "}").strip()


def header_policy(*styles: str, script: str) -> str:
    """The policy that a host sends: lets in inline styles and the script of pages that stand alone beside the site."""
    own = f"style-src 'self' {' '.join(map(digest, styles))}; script-src 'self' {digest(script)}; img-src 'self' data:"
    return f"{POLICY}; {own}; frame-ancestors 'none'"


def alone_policy(style: str, script: str = "") -> str:
    """The policy of a page that stands alone: its own inline style, its script if it has one, and its empty icon."""
    own = f"script-src {digest(script)}; " if script else ""
    return f"default-src 'none'; style-src {digest(style)}; {own}img-src data:; {_CLOSED}"
