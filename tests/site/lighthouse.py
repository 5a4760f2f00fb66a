"""Lighthouse on three pages of the site, as a phone sees them: the median of five runs in each category.

    python -m tests.site.lighthouse

needs npx (Node 18 or newer) and Debian's Chromium, and writes only into a temporary folder. Fails under 100 in any category.
Performance depends on how busy the machine is: run it again, alone, before you believe a 99.
"""

import argparse
import gzip
import json
import os
import subprocess
import sys
import tempfile
from io import BytesIO
from pathlib import Path
from statistics import median_low

from ketaguide.commands.site import write_site
from ketaguide.render.html import site
from tests.site.conftest import CHROMIUM, SiteHandler, changes, served, shipped_guide

PACKAGE = "lighthouse@12.8.2"
PAGES = ("index", "does-it-help", "get-help")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
FLAGS = "--headless=new --no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-component-update"


class Compressed(SiteHandler):
    """Serves text compressed, as hosts do, and robots.txt at the root."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Send a file."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        data = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        if path.suffix != ".png":
            data = gzip.compress(data)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.copyfile(BytesIO(data), self.wfile)


def looked_at(address: str, folder: Path) -> tuple[dict[str, int], list[str]]:
    """The scores of one run, and the audits that lost points."""
    out = folder / "report.json"
    command = ["npx", "--yes", PACKAGE, address, "--quiet", "--output=json", f"--output-path={out}", f"--chrome-flags={FLAGS}"]
    env = {**os.environ, "CHROME_PATH": str(CHROMIUM), "npm_config_cache": str(folder / "npm")}
    subprocess.run(command, check=True, cwd=folder, env=env, timeout=300)
    report = json.loads(out.read_text(encoding="utf-8"))
    scores, lost = {}, []
    for name in CATEGORIES:
        scores[name] = round(100 * (report["categories"][name]["score"] or 0))
        for one in report["categories"][name]["auditRefs"]:
            audit = report["audits"][one["id"]]
            if one["weight"] and audit["score"] not in (None, 1):
                lost.append(f"{name}: {audit['title']} ({audit.get('displayValue') or audit['score']})")
    return scores, lost


def main() -> int:
    """Run Lighthouse; print a table of medians, and what cost points."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--runs", type=int, default=5, help="runs a page (5)")
    args = parser.parse_args()
    lowest = 100
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        write_site(folder / "site", site(shipped_guide(), "https://example.org", changes=changes()))
        print(f"{'page':14}", *(f"{name:>15}" for name in CATEGORIES))
        with served(folder / "site", Compressed) as address:
            for page in PAGES:
                runs = [looked_at(f"{address}{page}.html", folder) for _ in range(args.runs)]
                medians = {name: median_low(scores[name] for scores, _ in runs) for name in CATEGORIES}
                lowest = min(lowest, *medians.values())
                print(f"{page:14}", *(f"{medians[name]:>15}" for name in CATEGORIES), flush=True)
                for lost in sorted({one for _, all_lost in runs for one in all_lost}):
                    print(f"    {lost}", flush=True)
    return 0 if lowest == 100 else 1


if __name__ == "__main__":
    sys.exit(main())
