"""Tables of results: medians, spread, ratios to the empty app, budgets; and their place in docs/performance.md."""

import os
import platform
import re
from datetime import date
from importlib.metadata import version
from pathlib import Path
from statistics import median, quantiles
from typing import NamedTuple

from benchmarks.speed.budgets import REFERENCE_MS, Row
from benchmarks.speed.measures import EMPTY_START, Samples
from benchmarks.speed.programs import EMPTY, GUIDE
from tests.system.runs import ROOT

DOCUMENT = ROOT / "docs" / "performance.md"

Rounds = dict[str, list[Samples]]
"""Samples of every round by the name of the program."""


class Figure(NamedTuple):
    """One figure of one program: of all rounds, its range over them, and the same of its ratio to the empty app."""

    value: float
    low: float
    high: float
    ratio: float | None = None
    ratio_low: float = 0
    ratio_high: float = 0


def percentile(values: list[float], share: int) -> float:
    """The median, or another percentile."""
    if share == 50 or len(values) < 2:
        return median(values)
    return quantiles(values, n=100, method="inclusive")[share - 1]


def figure(row: Row, rounds: Rounds, name: str) -> Figure | None:
    """The figure of a row for one program; None if it was not measured."""
    measured = [own[row.sample] for own in rounds[name] if own.get(row.sample)]
    if not measured:
        return None
    each = [percentile(values, row.percentile) for values in measured]
    pooled = percentile([value for values in measured for value in values], row.percentile)
    bases = [percentile(empty[row.sample], row.percentile) for empty in rounds[EMPTY] if empty.get(row.sample)]
    ratios = [one / base for one, base in zip(each, bases, strict=False) if base]
    spread = (median(ratios), min(ratios), max(ratios)) if ratios else ()
    return Figure(pooled, min(each), max(each), *spread)


def slowness(rounds: Rounds) -> float:
    """At least 1; more on a machine slower than that of the budgets, or busier."""
    starts = [start for samples in rounds[EMPTY] for start in samples[EMPTY_START]]
    return max(1, median(starts) / REFERENCE_MS)


def overrun(row: Row, rounds: Rounds) -> float | None:
    """A figure of the guide as a multiple of its budget; None without a budget.

    The best round counts, and the median of its keys: other work of the machine only adds.
    """
    found = figure(row._replace(percentile=50), rounds, GUIDE)
    if found is None:
        return None
    if row.ratio and found.ratio:
        return found.ratio_low / row.ratio
    if row.most is None:
        return None
    return found.low / (row.most * slowness(rounds)) if row.most else found.low


def lines(row: Row, rounds: Rounds) -> list[str]:
    """A row for the terminal: a line for every program."""
    found = [(name, figure(row, rounds, name)) for name in rounds]
    said = [f"{row.title} ({row.unit}); budget {budget(row)}"]
    for name, one in found:
        if one:
            ratio = f"  x {one.ratio:.2f} [{one.ratio_low:.2f} to {one.ratio_high:.2f}]" if one.ratio else ""
            said.append(f"  {name:12}{one.value:9.1f} [{one.low:.1f} to {one.high:.1f}]{ratio}")
    return said


def budget(row: Row) -> str:
    """The budget in words."""
    if row.ratio:
        return f"{row.ratio:g} x empty"
    return "none" if row.most is None else f"{row.most:g} {row.unit}"


def markdown(rows: dict[Row, Rounds], names: list[str]) -> str:
    """All rows as a table, a column for every program."""
    head = ["", "Budget", *names]
    table = [f"| {' | '.join(head)} |", "|---" * len(head) + "|"]
    for row, rounds in rows.items():
        cells = [row.title if row.unit == "ms" else f"{row.title} ({row.unit})", budget(row)]
        for name in names:
            one = figure(row, rounds, name) if name in rounds else None
            ratio = ""
            if one and one.ratio and name != EMPTY:
                ratio = f" (x {one.ratio:.2f}; {one.ratio_low:.2f} to {one.ratio_high:.2f})"
            cells.append(f"{one.value:.{0 if one.value >= 100 else 1}f}{ratio}" if one else "")
        table.append(f"| {' | '.join(cells)} |")
    return "\n".join(table)


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
