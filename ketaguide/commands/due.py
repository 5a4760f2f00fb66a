"""Review dates of content: problems for passed ones, and `check --due`, the reviewer's worksheet."""

import csv
import io
from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date

from ketaguide import clock, streams
from ketaguide.errors import Exit
from ketaguide.loading.problem import Places, Problem
from ketaguide.model.guide import Guide
from ketaguide.resolve.evidence import source_words
from ketaguide.resolve.overdue import Due, believable, due

RULE = "past-due"
"""Id of these problems; only `check` reports them, since they depend on the date: a start or a build never fails on them."""
COLUMNS = ("due", "kind", "id", "what", "last checked", "where to look", "file", "still right?", "checked on", "by whom")
_HOW = "check it again, correct it, and change both dates: docs/review.md"


def passed(guide: Guide, places: Places) -> Iterator[Problem]:
    """Yield a problem for each passed date, and for each contact that was checked on a day that has not come yet."""
    today = believable(guide, clock.today()).isoformat()
    yield from _future(guide, places)
    for one in due(guide):
        if one.by < today and one.kind != "fact":  # all facts share the guide's date
            file, path = _place(one, guide)
            if file in places.files:
                name = repr(one.id) if one.kind == "contact" else f"the {one.kind}"
                yield places.problem(file, path, RULE, f"{name} was to be checked again by {one.by}", _HOW)


def _future(guide: Guide, places: Places) -> Iterator[Problem]:
    latest = max(date.today().isoformat(), guide.meta.facts_checked)
    for at, contact in enumerate(guide.contacts.values()):
        if contact.checked > latest and "contacts.yaml" in places.files:
            message = f"{contact.id!r} was checked on {contact.checked}, which has not come yet"
            hint = "write the day on which it was checked; if it is right, set this computer's clock"
            yield places.problem("contacts.yaml", ("contacts", at, "checked"), RULE, message, hint)


def print_due(guide: Guide, places: Places, months: int | None, format_: str) -> int:
    """Print what falls due within `months` (None: all), soonest first; exit code 1 if a date has passed."""
    day = believable(guide, clock.today())
    last = _later(day, months).isoformat() if months is not None else "9999-12-31"
    rows = [one for one in due(guide) if one.by <= last]
    streams.say(_csv(rows, guide, places) if format_ == "csv" else _table(rows, guide, places, day))
    passed_ = sum(one.by < day.isoformat() for one in rows)
    streams.eprint(f"{len(rows)} to check again, {passed_} of them past their day")
    return Exit.PROBLEMS if passed_ else Exit.FINE


def _later(day: date, months: int) -> date:
    """Add months to a date, keeping the day or taking the last of the month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _place(one: Due, guide: Guide) -> tuple[str, tuple[str | int, ...]]:
    """Return the file of a due item and its path in that file."""
    match one.kind:
        case "contact":
            return "contacts.yaml", ("contacts", list(guide.contacts).index(one.id), "check_by")
        case "fact":
            return "evidence.yaml", ("claims", list(guide.claims).index(one.id), "as_of")
        case "guide":
            return "guide.yaml", ("next_update",)
        case "review":
            return "guide.yaml", ("review", "next_date")


def _csv(rows: Sequence[Due], guide: Guide, places: Places) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for one in rows:
        sources = [guide.sources[source] for source in one.sources if source in guide.sources]
        where = " | ".join(f"{source_words(source)} {source.url}".strip() for source in sources)
        writer.writerow([one.by, one.kind, one.id, one.what, one.checked, where, _line(one, guide, places), "", "", ""])
    return text.getvalue().rstrip("\n")


def _line(one: Due, guide: Guide, places: Places) -> str:
    """Return "contacts.yaml:15", the place in the content folder of the line to change."""
    file, path = _place(one, guide)
    return f"{file}:{places.problem(file, path, RULE, '').line}"


def _table(rows: Sequence[Due], guide: Guide, places: Places, day: date) -> str:
    from rich.box import SIMPLE
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    if not rows:
        return "Nothing falls due."
    table = Table("due", "last checked", "what", "where it stands", box=SIMPLE)
    for one in rows:
        by = f"{one.by} PASSED" if one.by < day.isoformat() else one.by
        table.add_row(*map(Text, (by, one.checked, f"{one.id}: {one.what}", _line(one, guide, places))))
    text = io.StringIO()
    Console(file=text, width=max(streams.window_columns(), 100), no_color=True).print(table)
    return text.getvalue().rstrip("\n")
