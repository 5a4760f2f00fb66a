"""The benchmarks: their measurements, and the rows they print, each with its budget."""

from typing import NamedTuple

from benchmarks.speed.measures import SEARCH_QUIET, Measure, command, idle, keys, memory, start

REFERENCE_MS = 210
"""An empty app's first paint on the machine for which budgets in milliseconds are written; a slower one has more time."""


class Row(NamedTuple):
    """A figure with its budget: at most `ratio` times an empty app's, or at most `most`."""

    title: str
    sample: str
    ratio: float = 0
    most: float | None = None
    unit: str = "ms"
    percentile: int = 50


class Benchmark(NamedTuple):
    """A measurement with its rows."""

    measure: Measure
    rows: tuple[Row, ...]


def _keys(what: str, title: str, most: float, settled: float, percentile: int = 95) -> Benchmark:
    rows = (
        Row(f"{title}: first paint, 95th percentile", what, most=most, percentile=95),
        Row(f"{title}: last paint, {percentile}th percentile", f"{what} settled", most=settled, percentile=percentile),
    )
    return Benchmark(keys(what), rows)


def _command(line: str, most: float | None = None, *, with_imports: bool = False) -> Benchmark:
    name, over = line.partition(" {")[0], "`python -c pass`" if with_imports else "its imports"
    rows = (Row(f"`{name}`, all of it", "whole"), Row(f"`{name}`, over {over}", "work", most=most))
    return Benchmark(command(*line.split(), with_imports=with_imports), rows)


BENCHMARKS = {
    "start": Benchmark(start, (
        Row("First words: the crisis numbers", "words", most=40),
        Row("First real page, all its words", "page", ratio=0.35),
        Row("Page alive: the first key answered", "alive", ratio=1.5),
        Row("Settled: last output", "settled", ratio=1.7),
        Row("CPU until settled", "cpu", ratio=1.7),
    )),
    "scroll": _keys("scroll", "Scroll a line", 12, 12),
    "focus": _keys("focus", "Move the focus", 12, 12),
    "page": _keys("page", "Open a page", 30, 45, 50),
    "help": _keys("help", "Get help now (F1)", 30, 45, 50),
    "search": Benchmark(keys("search", SEARCH_QUIET), (
        Row("Results after a letter: last paint, median", "search settled", most=50),
    )),
    "idle": Benchmark(idle, (
        Row("Idle: CPU", "idle", ratio=1.5, unit="% of a core"),
        Row("Idle: output", "written", most=0, unit="characters"),
    )),
    "memory": Benchmark(memory, (Row("Memory (RSS)", "memory", ratio=1.4, unit="MB"),)),
    "crisis": _command("crisis", 60, with_imports=True),
    "read": _command("read all", 150),
    "check": _command("check", 500),
    "site": _command("site {folder}/site"),
}  # fmt: skip
"""Every benchmark by its name."""
