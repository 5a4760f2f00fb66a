"""`ketaguide doctor`: what of this machine is right for the guide, what is wrong, and what a person must look at."""

import json
from argparse import Namespace
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from ketaguide import streams
from ketaguide.commands import load, settings_of
from ketaguide.devices.doctor import Machine, Row, look
from ketaguide.errors import ContentError, Exit

if TYPE_CHECKING:
    from ketaguide.settings import Settings

SAID = {"pass": "pass", "fail": "FAIL", "look": "a person must look"}


def run(args: Namespace) -> int:
    """Print every row; the exit code says whether one failed."""
    settings = settings_of(args)
    in_kiosk = args.kiosk or args.rows == "kiosk"
    rows = [*content(settings, date.today()), *look(Machine(), settings.site.printer, in_kiosk=in_kiosk)]
    if args.format == "json":
        streams.say(json.dumps([row._asdict() for row in rows], indent=2, ensure_ascii=False))
    else:
        streams.say(table(rows))
    return Exit.PROBLEMS if any(row.state == "fail" for row in rows) else Exit.FINE


def content(settings: "Settings", today: date) -> Iterator[Row]:
    """Whether the content can be read, passes the checker, and is not older than it says it may be."""
    from ketaguide.checking import check_guide
    from ketaguide.loading.reader import read_guide

    loaded = read_guide(settings.content)
    faults = len(loaded.problems)
    if loaded.draft is not None:
        faults += sum(problem.level == "error" for problem in check_guide(loaded.draft, loaded.places))
    yield Row("content", "fail" if faults else "pass", f"{faults} faults: ketaguide check" if faults else str(settings.content))
    try:
        meta = load(settings).meta
    except ContentError:
        return
    late = str(meta.next_update) < today.isoformat()
    yield Row("content age", "fail" if late else "pass", f"{'was' if late else 'is'} to be checked by {meta.next_update}")
    if not meta.review.role:
        yield Row("clinical review", "look", "no clinician has reviewed this content; the guide says so")


def table(rows: list[Row]) -> str:
    """Name, state in words, and what was found, in columns."""
    wide, states = max(len(row.name) for row in rows), max(map(len, SAID.values()))
    return "\n".join(f"{row.name:{wide}}  {SAID[row.state]:{states}}  {row.said}" for row in rows)
