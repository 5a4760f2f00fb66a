"""Style sheets of each kind of page, minified, and the Content-Security-Policy."""

import re
from functools import cache

from ketaguide.render.html_env import asset, digest

_ROUND = ("base.css", "frame.css")
SECTION = (*_ROUND, "blocks.css", "print.css")
"""Style sheets of a section page."""
DECIDING = (*_ROUND, "blocks.css", "decide.css", "print.css")
"""Style sheets of a section page on which a reader picks."""
SHEET = (*_ROUND, "places.css", "decide.css", "print.css", "sheet.css")
"""Style sheets of the page to take home."""
PLACE = (*_ROUND, "places.css", "print.css")
"""Style sheets of any other page of the site."""
EVIDENCE = (*_ROUND, "print.css")
"""Style sheets of evidence pages, which are the longest and plainest."""
ONE_FILE = (*_ROUND, "blocks.css", "places.css", "decide.css", "one-file.css", "print.css")
KINDS = (SECTION, DECIDING, SHEET, PLACE, EVIDENCE)

CLOSED = "base-uri 'none'; form-action 'none'"


@cache
def style(sheets: tuple[str, ...]) -> str:
    """Concatenate and minify style sheets for inlining, so that the first paint needs no other request."""
    return squeezed("".join(map(asset, sheets)))


def squeezed(sheet: str) -> str:
    """Minify a style sheet. It must not contain a brace, comma or colon within quotes."""
    plain = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    plain = re.sub(r"\s+", " ", plain)
    plain = re.sub(r" ?([{};,>]) ?", r"\1", plain)
    return re.sub(r"(?<=[a-z]): ", ":", plain).replace(";}", "}").strip()


def policy(*styles: str, script: str = "") -> str:
    """The Content-Security-Policy of pages: the site's own files and these inline styles only.

    `script` is the inline script of the one-file guide, which also has an inline icon.
    """
    more, icon = (f" {digest(script)}", " data:") if script else ("", "")
    own = f"script-src 'self'{more}; img-src 'self'{icon}; connect-src 'self'; worker-src 'self'"
    return f"default-src 'none'; style-src {' '.join(map(digest, styles))}; {own}; {CLOSED}"
