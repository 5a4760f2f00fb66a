"""`ketaguide doctor`: reports on this machine and the content: passes, failures, and checks for a person."""

import json
from argparse import Namespace
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from ketaguide import clock, crisis, streams
from ketaguide.commands.loader import checked, load_undated, settings_of, shipped_bundle
from ketaguide.devices.doctor import DoctorRow, Machine, kiosk, machine_rows, row
from ketaguide.errors import ContentError, Exit
from ketaguide.loading.bundle import has_bundle
from ketaguide.loading.installed import read_installed
from ketaguide.model.guide import Guide
from ketaguide.paths import CURRENT, content_dir
from ketaguide.resolve.overdue import as_of_day, newest_day, next_check
from ketaguide.settings import Settings

STATE_WORDS = {"pass": "pass", "fail": "FAIL", "look": "a person must look"}


def run(args: Namespace) -> int:
    """Print every row; exit code 1 if one failed."""
    settings, today = settings_of(args), clock.today()
    rows = [*content(settings, today), *updates(settings.content, today), *machine_rows(Machine(), settings.site.printer)]
    if args.kiosk or args.rows == "kiosk":
        rows += kiosk(Machine())
    if args.format == "json":
        streams.say(json.dumps([one._asdict() for one in rows], indent=2, ensure_ascii=False))
    else:
        streams.say(table(rows))
    return Exit.PROBLEMS if any(one.state == "fail" for one in rows) else Exit.FINE


def content(settings: Settings, today: date) -> Iterator[DoctorRow]:
    """Yield rows on the content: readable, free of errors, bundle intact, dates, country, clinical review."""
    faults = sum(problem.level == "error" for problem in checked(settings.content)[1])
    yield row("content", not faults, str(settings.content), f"{faults} faults: ketaguide check")
    if settings.content == content_dir() and has_bundle(settings.content) and not shipped_bundle(settings):
        yield DoctorRow("bundle", "fail", "guide.bundle is not what was made of the content: install the program again")
    try:
        guide = load_undated(settings)
    except ContentError:
        return
    yield from dates(guide, today)
    if guide.meta.profile != crisis.PROFILE:
        said = f"the guide is for {guide.profile.name}; the built-in crisis card, for when it cannot be read, is for the UK"
        yield DoctorRow("country", "look", said)
    if not guide.meta.review.role:
        yield DoctorRow("clinical review", "look", "no clinician has reviewed this content; the guide says so")


def dates(guide: Guide, today: date) -> Iterator[DoctorRow]:
    """Yield rows on the clock and on overdue dates of content and contacts."""
    newest = newest_day(guide)
    wrong = f"it shows {today}, but the content was written on {newest}: set the clock"
    yield row("clock", today >= newest, str(today), wrong)
    overdue, by = as_of_day(guide, today).overdue, next_check(guide)
    yield row("content age", not overdue.guide, f"is to be checked by {by}", f"was to be checked by {by}")
    late = sorted(overdue.contacts)
    some = ", ".join([*late[:3], *(["..."] if late[3:] else [])])
    yield row("contacts", not late, "all in date", f"{len(late)} not checked in time ({some}): ketaguide check --due")


def updates(content: Path, today: date) -> Iterator[DoctorRow]:
    """Yield rows on content that `ketaguide update` installs: version and signatures, the next update due, the last try."""
    if content.name != CURRENT:
        return
    had = read_installed(content.parent)
    if had.version:
        signed = f"signed by {', '.join(had.editors)} as editor and {', '.join(had.clinicians)} as clinician"
        yield DoctorRow("installed version", "pass", f"{had.version} of {had.date}, {signed}; installed {had.installed[:10]}")
        due = f"the last one that ended well: {had.verified_day}, from {had.source}; the next is due by {had.due[:10]}"
        yield row("updates", not had.lapsed(today.isoformat()), due, f"{due}: the guide says that it is not updated")
    else:
        yield DoctorRow("installed version", "fail", f"nothing is installed in {content.parent}: ketaguide update")
    if had.tried or had.failure:
        yield row("last update", not had.failure, had.tried, f"{had.tried}: {had.failure}")


def table(rows: list[DoctorRow]) -> str:
    """Format rows as columns: name, state in words, finding."""
    wide, states = max(len(one.name) for one in rows), max(map(len, STATE_WORDS.values()))
    return "\n".join(f"{one.name:{wide}}  {STATE_WORDS[one.state]:{states}}  {one.said}" for one in rows)
