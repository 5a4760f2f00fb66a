"""`ketaguide --kiosk`: runs the guide in a waiting room. The service manager restarts it whenever it exits."""

import gc
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from textwrap import wrap
from time import sleep
from typing import TYPE_CHECKING

from ketaguide import crisis, fallback, streams
from ketaguide.commands.views import choose_view
from ketaguide.devices.supervisor import Supervisor
from ketaguide.errors import ContentError, Exit, UsageError, describe
from ketaguide.splash import splash

if TYPE_CHECKING:
    from ketaguide.session.idle import Hours
    from ketaguide.settings import Settings

HOLD_SECONDS = 1.5
"""Seconds to show the crisis card after a fault before exiting; with the restart under 3 seconds."""


def run(args: Namespace) -> int:
    """Run the kiosk until SIGTERM. After any fault the crisis card stays on the screen until the restart."""
    hours = _hours(args.hours)
    if choose_view(plain=False) != "screen":
        return no_screen(args.nation, args.content)
    gc.disable()  # as in `open`: the app enables collection again after its first paint
    supervisor = Supervisor()
    with last_resort(supervisor, args.nation, args.content), splash(args.nation, is_for=args.content):
        from ketaguide.commands.kiosk_content import ContentReloader, first_guide, stamp_of
        from ketaguide.commands.loader import keep_crisis_card

        settings = settings_even_without_site(args, supervisor.note)
        stamp = stamp_of(settings.content)
        guide = first_guide(settings, supervisor.note)
        keep_crisis_card(guide, settings)
        if settings.nation != guide.profile.known(settings.nation):
            supervisor.note(f"there is no nation {settings.nation!r} in this guide: all are shown")
        from ketaguide.session.idle import LEAST_SECONDS, Limits
        from ketaguide.tui.kiosk_environment import KioskEnvironment
        from ketaguide.tui.run import run_kiosk

        reload = ContentReloader(settings, stamp, guide, supervisor.note)
        limits = Limits(least=max(LEAST_SECONDS, settings.site.idle_seconds or 0))  # a site may give more time, never less
        environment = KioskEnvironment(
            reload=reload, ready=supervisor.ready, alive=supervisor.alive, hours=hours, limits=limits
        )
        code = run_kiosk(settings, guide, environment)
    supervisor.stopping()
    return code


def no_screen(nation: str | None, content: str | None) -> int:
    """Print the crisis card on every visible stream, then report the missing terminal; returns the exit code."""
    term = os.environ.get("TERM") or "not set"
    message = f"--kiosk needs a terminal with a screen, UTF-8 and a TERM such as linux (it is {term})"
    card = "\n".join(fallback.card(nation, streams.columns(), content))
    with suppress(OSError):  # stdout closed or full: stderr has it
        streams.say(card)
    if not streams.is_terminal(sys.stdout):
        streams.eprint(card)
    streams.eprint(f"ketaguide: {message}")
    Supervisor().note(message)
    if streams.is_terminal(sys.stdout) or streams.is_terminal(sys.stderr):
        sleep(HOLD_SECONDS)  # the service manager restarts it in a loop: leave time to read
    return Exit.USAGE


@contextmanager
def last_resort(supervisor: Supervisor, nation: str | None, content: str | None) -> Iterator[None]:
    """On an exception, show the crisis card and GP advice for `HOLD_SECONDS`, then exit."""
    try:
        yield
    except Exception as fault:
        supervisor.note(f"restarting after a fault: {describe(fault)}")
        width = streams.columns()
        streams.say("\n".join(["\x1b[2J\x1b[H", *fallback.card(nation, width, content), "", *wrap(crisis.SORRY, width)]))
        sleep(HOLD_SECONDS)
        sys.exit(Exit.PROBLEMS)


def settings_even_without_site(args: Namespace, note: Callable[[str], None]) -> "Settings":
    """Build the settings; if the site file has faults, without it: a guide without a site is better than none."""
    from ketaguide.commands.loader import settings_of

    try:
        return settings_of(args)
    except ContentError as error:
        note(f"the site file cannot be used, the guide is shown without it: {error.lines[0]}")
        args.site = None
        return settings_of(args)


def _hours(text: str | None) -> "Hours | None":
    if not text:
        return None
    from ketaguide.session.idle import Hours

    try:
        return Hours.parse(text)
    except ValueError as error:
        streams.say("\n".join(crisis.lines(width=streams.columns())))  # this may be a waiting-room screen
        raise UsageError(f"--hours: {error}") from None
