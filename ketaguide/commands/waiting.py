"""`ketaguide --kiosk`: the guide for a waiting room. It is started again by the service manager whenever it ends."""

import gc
import sys
import traceback
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from textwrap import wrap
from time import sleep
from typing import TYPE_CHECKING

from ketaguide import crisis, streams
from ketaguide.commands import load, settings_of
from ketaguide.commands.open import choose_view
from ketaguide.devices.supervisor import Supervisor
from ketaguide.errors import ContentError, Exit, KetaguideError, UsageError
from ketaguide.splash import splash

if TYPE_CHECKING:
    from ketaguide.model.guide import Guide
    from ketaguide.session.idle import Hours
    from ketaguide.settings import Settings

HOLD_SECONDS = 1.5
"""How long the crisis card stands after a fault before the process ends and is started again: within 3 seconds in all."""

Stamp = frozenset[tuple[str, int, int]]
"""Every file of a content folder: its path, when it was changed in nanoseconds, its size in bytes."""


def run(args: Namespace) -> int:
    """Show the guide until SIGTERM. Whatever goes wrong, who to call stands on the screen until it starts again."""
    hours = _hours(args.hours)
    if choose_view(plain=False) != "screen":
        raise UsageError("--kiosk needs a terminal with a screen")
    gc.disable()  # as in `open`: the app turns collection on again once it has painted
    supervisor = Supervisor()
    with last_resort(supervisor, args.nation), splash(args.nation):
        settings = settings_even_without_site(args, supervisor.note)
        stamp = stamp_of(settings.content)
        guide = first_guide(settings, supervisor.note)
        from ketaguide.session.idle import LEAST_SECONDS, Limits
        from ketaguide.tui.outside import Outside
        from ketaguide.tui.run import run_kiosk

        renew = Renewal(settings, stamp, supervisor.note)
        limits = Limits(least=max(LEAST_SECONDS, settings.site.idle_seconds or 0))  # a site may give more time, never less
        outside = Outside(renew=renew, ready=supervisor.ready, alive=supervisor.alive, hours=hours, limits=limits)
        code = run_kiosk(settings, guide, outside)
    supervisor.stopping()
    return code


@contextmanager
def last_resort(supervisor: Supervisor, nation: str | None, hold: Callable[[float], None] = sleep) -> Iterator[None]:
    """After a fault: who to call and what a GP can do, for long enough to be read until the program is back."""
    try:
        yield
    except Exception as fault:
        supervisor.note(f"restarting after a fault: {describe(fault)}")
        width = streams.columns()
        streams.say("\n".join(["\x1b[2J\x1b[H", *crisis.lines(nation, width), "", *wrap(crisis.SORRY, width)]))
        hold(HOLD_SECONDS)
        sys.exit(Exit.PROBLEMS)


def describe(fault: BaseException) -> str:
    """A fault's kind and place, and never a value: it could be what somebody typed."""
    frames = traceback.extract_tb(fault.__traceback__)
    places = [f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames[-3:]]
    return f"{type(fault).__name__} at {' > '.join(places) or 'an unknown place'}"


def settings_even_without_site(args: Namespace, note: Callable[[str], None]) -> "Settings":
    """The settings asked for; where the site file has faults, those without it: a guide without a site is better than none."""
    try:
        return settings_of(args)
    except ContentError as error:
        note(f"the site file cannot be used, the guide is shown without it: {error.lines[0]}")
        args.site = None
        return settings_of(args)


def first_guide(settings: "Settings", note: Callable[[str], None]) -> "Guide":
    """The guide asked for; where its content has faults, the one that was installed with the program."""
    from ketaguide.paths import content_dir

    try:
        return load(settings)
    except ContentError as error:
        if settings.content == content_dir():
            raise
        note(f"the content in {settings.content} cannot be read, the shipped content is shown: {error.lines[0]}")
        return load(replace(settings, content=content_dir()))


def stamp_of(folder: Path) -> Stamp:
    """What the files of a content folder look like from outside; empty where there is none."""
    found = set()
    for path in folder.rglob("*.yaml"):
        try:
            state = path.stat()
        except OSError:
            continue  # just being replaced
        found.add((str(path), state.st_mtime_ns, state.st_size))
    return frozenset(found)


class Renewal:
    """Called at each reset: the content when it was replaced and has no fault, else None; the journal says why not."""

    def __init__(self, settings: "Settings", stamp: Stamp, note: Callable[[str], None]) -> None:
        self._settings = settings
        self._stamp = stamp
        self._note = note

    def __call__(self) -> "Guide | None":
        """Look, and read what has changed."""
        folder = self._settings.content
        stamp = stamp_of(folder)
        if stamp == self._stamp:
            return None
        self._stamp = stamp
        from ketaguide.checking import check_guide
        from ketaguide.loading.reader import read_guide

        loaded = read_guide(folder)
        faults = list(loaded.problems)
        if loaded.draft is not None:
            faults += [problem for problem in check_guide(loaded.draft, loaded.places) if problem.level == "error"]
        if loaded.guide is None or faults:
            self._note(f"replaced content is not used, the old one stays ({len(faults)} faults): {faults[0]}")
            return None
        if stamp_of(folder) != stamp:
            self._stamp = frozenset()  # replaced while it was read: look again at the next reset
            return None
        try:
            guide = load(self._settings)
        except KetaguideError as error:
            self._note(f"replaced content is not used, the old one stays: {error}")
            return None
        self._note("replaced content is in use")
        return guide


def _hours(text: str | None) -> "Hours | None":
    if not text:
        return None
    from ketaguide.session.idle import Hours

    try:
        return Hours.parse(text)
    except ValueError as error:
        raise UsageError(f"--hours: {error}") from None
