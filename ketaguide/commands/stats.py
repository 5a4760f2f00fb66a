"""Table of `ketaguide check --stats`."""

import sys
from collections.abc import Sequence
from importlib import import_module

from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table

from ketaguide import streams
from ketaguide.checking.stats import short_stats, stats
from ketaguide.loading.problem import Places
from ketaguide.model.guide import Guide

SHORT_COLUMNS = ("short page", "standard words", "short words", "share", "longest sentence", "mean")
COLUMNS = ("edition", "page", "words", "longest sentence", "mean", "grade", "claims", "oldest fact")


def print_stats(guide: Guide, places: Places) -> None:
    """Print a row for every page, then the short pages beside the standard ones; grades need textstat and its word list."""
    rows = list(stats(guide, places))
    grades, missing = _grades([row.prose for row in rows])
    table = Table(*COLUMNS, box=SIMPLE)
    for column in table.columns[2:7]:
        column.justify = "right"
    for row, grade in zip(rows, grades, strict=True):
        counts = (str(row.words), str(row.longest), f"{row.mean:.1f}", grade, str(row.claims))
        table.add_row(row.edition_id, row.page, *counts, row.oldest)
    short = Table(*SHORT_COLUMNS, box=SIMPLE)
    for column in short.columns[1:]:
        column.justify = "right"
    for page in short_stats(guide, places):
        share = f"{100 * page.short / max(page.standard, 1):.0f} in 100"
        short.add_row(page.page, str(page.standard), str(page.short), share, str(page.longest), f"{page.mean:.1f}")
    width = None if streams.is_terminal(sys.stdout) else 120
    Console(file=streams.stdout(), width=width, highlight=False, markup=False).print(table, *([short] if short.rows else []))
    if missing:
        streams.eprint(f"Reading grades need {missing}")


def _grades(texts: Sequence[str]) -> tuple[list[str], str]:
    """Return the Flesch-Kincaid grade of each text (add five for the age), and the missing package if there are none."""
    try:
        textstat = import_module("textstat")
        return [f"{textstat.flesch_kincaid_grade(text):.1f}" if text else "" for text in texts], ""
    except ImportError:
        missing = 'textstat: pip install "ketaguide[author]"'
    except LookupError:
        missing = "textstat's list of words: python -m nltk.downloader cmudict"
    return [""] * len(texts), missing
