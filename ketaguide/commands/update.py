"""`ketaguide update`: fetches content that an editor and a clinician have signed, checks it, and installs it beside the old."""

import os
from argparse import Namespace
from contextlib import suppress
from pathlib import Path

from ketaguide import streams
from ketaguide.commands import need_fleet
from ketaguide.commands.kiosk_content import vet
from ketaguide.commands.loader import shipped_bundle
from ketaguide.errors import ContentError, UsageError
from ketaguide.loading.reader import read_guide
from ketaguide.paths import CONTENT_PLACE, ROOT_FILE
from ketaguide.resolve.overdue import newest_day
from ketaguide.settings import Settings


def run(args: Namespace) -> None:
    """Update once; exit code 0 if the content is current now, 1 if not: then the installed content stays."""
    need_fleet()
    os.umask(0o022)  # waiting rooms read it as another user
    from ketaguide.fleet import update

    place, root = Path(args.into or CONTENT_PLACE).absolute(), Path(args.root or ROOT_FILE)
    try:
        anchor = root.read_bytes()
    except OSError as error:
        hint = "it is the root.json that the publisher gave you; trust begins with it"
        raise UsageError(f"{root} cannot be read ({error.strerror}): {hint}") from None
    asked = update.Update(
        source=args.source,
        root=anchor,
        place=place,
        refused=lambda pack: vet(Settings(content=pack)).reason,
        guide=args.guide or "",
        known=_known(),
    )
    record, is_new = update.run(asked)
    signed = f"signed by {' and '.join(record.editors)} as editor and {' and '.join(record.clinicians)} as clinician"
    if is_new:
        streams.say(f"Version {record.version} of {record.date} is installed in {place}, {signed}.")
        streams.say("A waiting room shows it at its next reset.")
    else:
        streams.say(f"Version {record.version} of {record.date} is current, {signed}. Nothing was changed.")
    streams.say(f"Another update must end well before {record.due[:10]}.")


def _known() -> str:
    """The newest date of the content that came with the program: it is known to have passed."""
    with suppress(ContentError, ValueError):
        settings = Settings()
        guide = shipped_bundle(settings) or read_guide(settings.content).guide
        return newest_day(guide).isoformat() if guide else ""
    return ""
