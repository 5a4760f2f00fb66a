"""Writes the table of results and the machine into docs/performance.md."""

import os
import platform
import re
from datetime import date
from importlib.metadata import version
from pathlib import Path

from benchmarks.speed.budgets import Row
from benchmarks.speed.measures import Effort
from benchmarks.speed.report import Rounds, markdown
from tests.system.terminal import ROOT

DOCUMENT = ROOT / "docs" / "performance.md"


def write(table: dict[Row, Rounds], names: list[str], effort: Effort) -> None:
    """Replace the table of speed."""
    rounds = (
        f"{effort.rounds} rounds of the start, half as many of the rest, {effort.keys} keys in each. "
        "In brackets the ratio to the empty app: median, and range over the rounds."
    )
    put("speed", f"{machine()}\n{rounds}\n\n{markdown(table, names)}")


def put(name: str, text: str) -> None:
    """Replace what stands between the marks of a name."""
    begin, end = f"<!-- {name}: begin -->\n", f"<!-- {name}: end -->"
    before = DOCUMENT.read_text("utf-8")
    head, _, rest = before.partition(begin)
    _, found, tail = rest.partition(end)
    if not found:
        raise SystemExit(f"{DOCUMENT.name} has lost the marks of its {name} table")
    DOCUMENT.write_text(f"{head}{begin}{text}\n{end}{tail}", "utf-8")


def machine() -> str:
    """The machine, without its name: cores, processor, Python, Textual, load."""
    cpu = re.search(r"^model name\s*:\s*(.+)$", Path("/proc/cpuinfo").read_text(), re.MULTILINE)
    parts = [
        f"{date.today():%-d %B %Y}",
        f"{os.cpu_count()} cores of {cpu[1] if cpu else platform.machine()}",
        f"{platform.system()} {platform.release().partition('-')[0]}",
        f"Python {platform.python_version()}",
        f"Textual {version('textual')}",
        f"load {os.getloadavg()[0]:.1f} when it ended",
    ]
    return ", ".join(parts) + "."
