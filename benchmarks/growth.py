"""Measures guides ten and a hundred times as large: `python -m benchmarks.growth`.

The shipped guide is measured at once and ten times its size; the small test guide, with a page for every kind of block, also
at a hundred times. Prints each figure with its ratio to that of the guide as it is.
"""

import argparse
import os
import re
import sys
import tempfile
from pathlib import Path
from statistics import median

from benchmarks.large_guide import install
from benchmarks.speed.measures import SEARCH_QUIET, Effort, Samples, keys, memory, start
from benchmarks.speed.programs import Program, guide, seconds
from benchmarks.speed.report import machine, put
from ketaguide.paths import content_dir
from tests.system.runs import KITCHEN_SINK

GUIDES = {"shipped guide": (content_dir(), (1, 10)), "small guide": (KITCHEN_SINK, (1, 10, 100))}
EFFORT = Effort(rounds=5, keys=12, idle=0)
START_AT_TEN = 1.3
"""Times as long as before that the first page may take in a guide ten times as large."""
NOISE = 1.2
"""Times the growth of the guide beyond which a figure is worse than linear."""
ROWS = {
    "page": "First real page (ms)",
    "alive": "Page alive (ms)",
    "memory": "Memory (MB)",
    "page key settled": "Open a page (ms)",
    "first search": "Open the search and type a letter, index and all (ms)",
    "search settled": "Results after a letter (ms)",
    "check": "`check` (s)",
    "site": "`site` (s)",
}


def main() -> int:
    """Print the tables, and with --write put them into docs/performance.md; 1 if something grows faster than it may."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.growth", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument(
        "--rounds", type=int, default=EFFORT.rounds, help="of what is measured on the screen (default %(default)s)"
    )
    parser.add_argument("--write", action="store_true", help="write the tables into docs/performance.md")
    asked = parser.parse_args()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    effort, tables, faults = EFFORT._replace(rounds=asked.rounds), [], []
    for name, (base, sizes) in GUIDES.items():
        with tempfile.TemporaryDirectory(prefix="ketaguide-") as folder:
            figures = measured(base, sizes, Path(folder), effort)
        tables.append(table(name, sizes, figures))
        print(tables[-1], flush=True)
        faults += [f"{name}: {fault}" for fault in worse(sizes, figures)]
    if asked.write:
        put("growth", "\n\n".join([f"{machine()}\nMedians of {effort.rounds} rounds; in brackets times the first.", *tables]))
    print("\n".join(faults) or "nothing grows faster than the guide")
    return int(bool(faults))


def measured(base: Path, sizes: tuple[int, ...], folder: Path, effort: Effort) -> dict[int, dict[str, float]]:
    """Medians by size: the screen in rotation, then the commands once."""
    as_it_is = guide(base)
    programs: dict[int, Program] = {}
    for size in sizes:
        page = tuple(words for words in as_it_is.page if not re.search(r"\d", words))  # without counts of pages
        programs[size] = as_it_is._replace(command=install(base, size, folder / str(size)), page=page)
    samples: dict[int, Samples] = {size: {} for size in sizes}
    for _ in range(effort.rounds):
        for size, program in programs.items():
            for name, values in on_screen(program, effort).items():
                samples[size].setdefault(name, []).extend(values)
    figures = {size: {name: median(values) for name, values in found.items()} for size, found in samples.items()}
    for size, program in programs.items():
        figures[size]["check"] = seconds([*program.command, "check"])
        figures[size]["site"] = seconds([*program.command, "site", str(folder / f"site-{size}")])
    return figures


def on_screen(program: Program, effort: Effort) -> Samples:
    """Start, memory, opening pages, searching."""
    pages = keys("page")(program, effort)
    letters = keys("search", SEARCH_QUIET)(program, effort)
    return {
        **start(program, effort),
        **memory(program, effort),
        "page key settled": pages["page settled"],
        "first search": letters["first"],
        "search settled": letters["search settled"],
    }


def table(name: str, sizes: tuple[int, ...], figures: dict[int, dict[str, float]]) -> str:
    """The figures as a table."""
    lines = [f"| {name.capitalize()} | {' | '.join(f'x {size}' for size in sizes)} |", "|---" * (len(sizes) + 1) + "|"]
    for row, title in ROWS.items():
        first = figures[1][row]
        cells = [f"{figures[size][row]:.3g}" + (f" (x {figures[size][row] / first:.2f})" if size > 1 else "") for size in sizes]
        lines.append(f"| {title} | {' | '.join(cells)} |")
    return "\n".join(lines)


def worse(sizes: tuple[int, ...], figures: dict[int, dict[str, float]]) -> list[str]:
    """Figures that grow faster than the guide, and a start that grows beyond its budget."""
    found = []
    for size in sizes[1:]:
        for row, title in ROWS.items():
            ratio = figures[size][row] / figures[1][row]
            most = START_AT_TEN if (row, size) == ("page", 10) else size * NOISE
            if ratio > most:
                found.append(f"{title} at {size} times: x {ratio:.2f}, and at most {most:g}")
    return found


if __name__ == "__main__":
    sys.exit(main())
