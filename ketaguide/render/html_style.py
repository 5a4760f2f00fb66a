"""The look of the pages: which style sheets a page needs, without a byte that does nothing, and what a page may load."""

import re
from functools import cache

from ketaguide.render.html_env import asset, digest

_ROUND = ("base.css", "frame.css")
SECTION = (*_ROUND, "blocks.css", "print.css")
"""A page of the guide itself."""
PLACE = (*_ROUND, "places.css", "print.css")
"""Any other page of the site."""
EVIDENCE = (*_ROUND, "print.css")
"""How we know what a page says: the longest pages, and the plainest."""
ONE_FILE = (*_ROUND, "blocks.css", "places.css", "one-file.css", "print.css")
KINDS = (SECTION, PLACE, EVIDENCE)

CLOSED = "base-uri 'none'; form-action 'none'"


@cache
def style(sheets: tuple[str, ...]) -> str:
    """Style sheets one after another, to stand within the page: the first paint waits for nothing else."""
    return squeezed("".join(map(asset, sheets)))


def squeezed(sheet: str) -> str:
    """A style sheet of ours with the same rules in fewer bytes. It may hold no brace, comma or colon within quotes."""
    plain = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    plain = re.sub(r"\s+", " ", plain)
    plain = re.sub(r" ?([{};,>]) ?", r"\1", plain)
    return re.sub(r"(?<=[a-z]): ", ":", plain).replace(";}", "}").strip()


def policy(*styles: str, script: str = "") -> str:
    """The Content-Security-Policy of pages: nothing but the site's own files, and these styles within the page.

    `script` is that of the guide in one file, which may stand beside them and has an icon within it.
    """
    more, icon = (f" {digest(script)}", " data:") if script else ("", "")
    own = f"script-src 'self'{more}; img-src 'self'{icon}; connect-src 'self'; worker-src 'self'"
    return f"default-src 'none'; style-src {' '.join(map(digest, styles))}; {own}; {CLOSED}"
