"""Measures the program beside an empty Textual app, in rotation: `python -m benchmarks.speed [NAME...]`.

Names: start, scroll, focus, page, help, search, idle, memory, crisis, read, check, site; without one, all of them.
"""

import argparse
import os
import sys

from benchmarks.speed.budgets import BENCHMARKS, Row
from benchmarks.speed.measures import Effort, opened
from benchmarks.speed.programs import EMPTY, GUIDE, Program, programs
from benchmarks.speed.report import Rounds, lines, machine, markdown, overrun, put

FULL, SHORT = Effort(rounds=10, keys=15, idle=3), Effort(rounds=1, keys=5, idle=1)
EVERY_ROUND = "start"
"""Measured in every round; the others, which take longer, in half of them."""
AGAIN = 2
"""Further rounds that a short run gives to what is far beyond its budget: other work of the machine passes."""
TOLERANCE = 1.5
"""Times a budget that a short run allows, on a machine that does other things too."""


def main() -> int:
    """Run the benchmarks, print their figures, and with --write put them into docs/performance.md."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("names", nargs="*", choices=[*BENCHMARKS, []], metavar="NAME", help=", ".join(BENCHMARKS))
    parser.add_argument("--rounds", type=int, default=FULL.rounds, help="starts of every program (default %(default)s)")
    parser.add_argument("--others", nargs="*", default=["hike", "frogmouth"], help="readers of Markdown, on PATH or as a path")
    parser.add_argument("--short", action="store_true", help=f"few rounds; fail on more than {TOLERANCE} times a budget")
    parser.add_argument("--write", action="store_true", help="write the table into docs/performance.md")
    asked = parser.parse_args()
    if asked.write and (asked.names or asked.short):
        parser.error("the table has the full form of every benchmark: --write alone")
    effort = SHORT if asked.short else FULL._replace(rounds=asked.rounds)
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    compared = programs([] if asked.short else asked.others)
    for program in compared:
        with opened(program, {}):
            pass  # compiles its modules, and brings its files into memory
    table: dict[Row, Rounds] = {}
    with_budget = [name for name, one in BENCHMARKS.items() if any(row.ratio or row.most is not None for row in one.rows)]
    for name in asked.names or (with_budget if asked.short else BENCHMARKS):
        fewer = effort._replace(rounds=max(effort.rounds // 2, 1))
        rounds = run(name, compared, effort if name == EVERY_ROUND else fewer)
        for _ in range(AGAIN if asked.short else 0):
            if any(is_over(row, rounds) for row in BENCHMARKS[name].rows):
                for which, more in run(name, compared, effort).items():
                    rounds[which] += more
        for row in BENCHMARKS[name].rows:
            table[row] = rounds
            print("\n".join(lines(row, rounds)), flush=True)
    if asked.write:
        measured = (
            f"{effort.rounds} rounds of the start, half as many of the rest, {effort.keys} keys in each. "
            "In brackets the ratio to the empty app: median, and range over the rounds."
        )
        put("speed", f"{machine()}\n{measured}\n\n{markdown(table, [program.name for program in compared])}")
    over = [row.title for row, rounds in table.items() if asked.short and is_over(row, rounds)]
    if over:
        print(f"more than {TOLERANCE} times the budget: {'; '.join(over)}", file=sys.stderr)
    return int(bool(over))


def is_over(row: Row, rounds: Rounds) -> bool:
    """True if a figure is far beyond its budget."""
    return (overrun(row, rounds) or 0) > TOLERANCE


def run(name: str, compared: list[Program], effort: Effort) -> Rounds:
    """Measure in rotation every program that has what is measured: keys for it, or the command."""
    is_of_all = name in ("start", "idle", "memory")
    fitting = [one for one in compared if is_of_all or name in one.keys or one.name in (EMPTY, GUIDE)]
    rounds: Rounds = {program.name: [] for program in fitting}
    for number in range(effort.rounds):
        at = number % len(fitting)
        for program in fitting[at:] + fitting[:at]:
            rounds[program.name].append(BENCHMARKS[name].measure(program, effort))
    return rounds


if __name__ == "__main__":
    sys.exit(main())
