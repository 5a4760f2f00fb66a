"""`ketaguide update`: fetches content that an editor and a clinician have signed, checks it, and installs it beside the old."""

import os
from argparse import Namespace
from contextlib import suppress
from pathlib import Path

from ketaguide import streams
from ketaguide.commands import need_fleet
from ketaguide.commands.kiosk_content import vet
from ketaguide.errors import Exit, UsageError
from ketaguide.paths import CONTENT_PLACE, ROOT_FILE


def run(args: Namespace) -> int:
    """Update once; exit code 0 if the content is current now, 1 if not: then the installed content stays."""
    need_fleet()
    os.umask(0o022)  # waiting rooms read it as another user
    from ketaguide.fleet import update
    from ketaguide.fleet.sources import source_of
    from ketaguide.settings import Settings

    place = Path(args.into or CONTENT_PLACE).absolute()
    asked = update.Update(
        open_source=lambda is_behind: source_of(args.source, clock_is_behind=is_behind),
        source=args.source,
        root=_root(Path(args.root or ROOT_FILE)),
        place=place,
        refused=lambda pack: vet(Settings(content=pack)).reason,
        guide=args.guide or "",
        known=_known(),
    )
    record, is_new = update.run(asked)
    signed = f"signed by {_listed(record.editors)} as editor and {_listed(record.clinicians)} as clinician"
    if is_new:
        streams.say(f"Version {record.version} of {record.date} is installed in {place}, {signed}.")
        streams.say("A waiting room shows it at its next reset.")
    else:
        streams.say(f"Version {record.version} of {record.date} is current, {signed}. Nothing was changed.")
    streams.say(f"Another update must end well before {record.due[:10]}.")
    return Exit.FINE


def _root(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UsageError(
            f"{path} cannot be read ({error.strerror}): it is the root.json that the publisher gave you; trust begins with it"
        ) from None


def _known() -> str:
    """The newest date of the content that came with the program: it is known to have passed."""
    from ketaguide.commands import shipped_bundle
    from ketaguide.errors import ContentError
    from ketaguide.loading.reader import read_guide
    from ketaguide.resolve.overdue import newest_day
    from ketaguide.settings import Settings

    with suppress(ContentError, ValueError):
        settings = Settings()
        guide = shipped_bundle(settings) or read_guide(settings.content).guide
        return newest_day(guide).isoformat() if guide else ""
    return ""


def _listed(names: tuple[str, ...]) -> str:
    return " and ".join(names)
