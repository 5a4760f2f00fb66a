"""`ketaguide doctor`: reports on this machine and the content: passes, failures, and checks for a person."""

import json
from argparse import Namespace
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from ketaguide import clock, crisis, streams
from ketaguide.commands import load_undated, settings_of, shipped_bundle
from ketaguide.devices.doctor import Machine, Row, examine
from ketaguide.errors import ContentError, Exit

if TYPE_CHECKING:
    from pathlib import Path

    from ketaguide.model.guide import Guide
    from ketaguide.settings import Settings

STATE_WORDS = {"pass": "pass", "fail": "FAIL", "look": "a person must look"}


def run(args: Namespace) -> int:
    """Print every row; exit code 1 if one failed."""
    settings = settings_of(args)
    in_kiosk = args.kiosk or args.rows == "kiosk"
    installed = updates(settings.content, clock.today())
    rows = [*content(settings, clock.today()), *installed, *examine(Machine(), settings.site.printer, in_kiosk=in_kiosk)]
    if args.format == "json":
        streams.say(json.dumps([row._asdict() for row in rows], indent=2, ensure_ascii=False))
    else:
        streams.say(table(rows))
    return Exit.PROBLEMS if any(row.state == "fail" for row in rows) else Exit.FINE


def content(settings: "Settings", today: date) -> Iterator[Row]:
    """Yield rows on the content: readable, free of errors, bundle intact, dates, country, clinical review."""
    from ketaguide.checking import check_guide
    from ketaguide.loading.bundle import has_bundle
    from ketaguide.loading.reader import read_guide
    from ketaguide.paths import content_dir

    loaded = read_guide(settings.content)
    faults = len(loaded.problems)
    if loaded.draft is not None:
        faults += sum(problem.level == "error" for problem in check_guide(loaded.draft, loaded.places))
    yield Row("content", "fail" if faults else "pass", f"{faults} faults: ketaguide check" if faults else str(settings.content))
    if settings.content == content_dir() and has_bundle(settings.content) and not shipped_bundle(settings):
        yield Row("bundle", "fail", "guide.bundle is not what was made of the content: install the program again")
    try:
        guide = load_undated(settings)
    except ContentError:
        return
    yield from dates(guide, today)
    if guide.meta.profile != crisis.PROFILE:
        said = f"the guide is for {guide.profile.name}; the built-in crisis card, for when it cannot be read, is for the UK"
        yield Row("country", "look", said)
    if not guide.meta.review.role:
        yield Row("clinical review", "look", "no clinician has reviewed this content; the guide says so")


def dates(guide: "Guide", today: date) -> Iterator[Row]:
    """Yield rows on the clock and on overdue dates of content and contacts."""
    from ketaguide.resolve.overdue import as_of_day, newest_day, next_check

    newest = newest_day(guide)
    wrong = today < newest
    said = f"it shows {today}, but the content was written on {newest}: set the clock" if wrong else str(today)
    yield Row("clock", "fail" if wrong else "pass", said)
    overdue, by = as_of_day(guide, today).overdue, next_check(guide)
    yield Row("content age", "fail" if overdue.guide else "pass", f"{'was' if overdue.guide else 'is'} to be checked by {by}")
    late = sorted(overdue.contacts)
    some = ", ".join([*late[:3], *(["..."] if late[3:] else [])])
    said = f"{len(late)} not checked in time ({some}): ketaguide check --due" if late else "all in date"
    yield Row("contacts", "fail" if late else "pass", said)


def updates(content: "Path", today: date) -> Iterator[Row]:
    """Yield rows on content that `ketaguide update` installs: version and signatures, the next update due, the last try."""
    from ketaguide.loading.installed import read_installed
    from ketaguide.paths import CURRENT

    if content.name != CURRENT:
        return
    had = read_installed(content.parent)
    if had.version:
        signed = f"signed by {', '.join(had.editors)} as editor and {', '.join(had.clinicians)} as clinician"
        yield Row("installed version", "pass", f"{had.version} of {had.date}, {signed}; installed {had.installed[:10]}")
        late = had.lapsed(today.isoformat())
        due = f"the last one that ended well: {had.verified_day}, from {had.source}; the next is due by {had.due[:10]}"
        yield Row("updates", "fail" if late else "pass", due + (": the guide says that it is not updated" if late else ""))
    else:
        yield Row("installed version", "fail", f"nothing is installed in {content.parent}: ketaguide update")
    if had.failure:
        yield Row("last update", "fail", f"{had.tried}: {had.failure}")
    elif had.tried:
        yield Row("last update", "pass", had.tried)


def table(rows: list[Row]) -> str:
    """Format rows as columns: name, state in words, finding."""
    wide, states = max(len(row.name) for row in rows), max(map(len, STATE_WORDS.values()))
    return "\n".join(f"{row.name:{wide}}  {STATE_WORDS[row.state]:{states}}  {row.said}" for row in rows)
