"""The table of `ketaguide check --stats`."""

import sys
from collections.abc import Callable
from importlib import import_module

from ketaguide import streams
from ketaguide.checking.stats import stats
from ketaguide.loading.problem import Places
from ketaguide.model.guide import Guide

COLUMNS = ("edition", "page", "words", "longest sentence", "mean", "grade", "claims", "oldest fact")


def print_stats(guide: Guide, places: Places) -> None:
    """Print a row for every page; grades only where textstat is installed."""
    from rich.box import SIMPLE
    from rich.console import Console
    from rich.table import Table

    grade = _grade()
    table = Table(*COLUMNS, box=SIMPLE)
    for column in table.columns[2:7]:
        column.justify = "right"
    for row in stats(guide, places):
        counts = (str(row.words), str(row.longest), f"{row.mean:.1f}", grade(row.prose) if grade else "", str(row.claims))
        table.add_row(row.variant, row.page, *counts, row.oldest)
    Console(file=streams.sink(), width=None if streams.is_terminal(sys.stdout) else 120, highlight=False).print(table)
    if grade is None and sys.stderr is not None:
        print('Reading grades need textstat: pip install "ketaguide[author]"', file=sys.stderr)


def _grade() -> Callable[[str], str] | None:
    """Flesch-Kincaid's school grade of a text (add five for the age), or None without textstat."""
    try:
        textstat = import_module("textstat")
    except ImportError:
        return None
    return lambda text: f"{textstat.flesch_kincaid_grade(text):.1f}" if text else ""
