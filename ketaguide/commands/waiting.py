"""`ketaguide --kiosk`: the guide for a waiting room. It is started again by the service manager whenever it ends."""

import gc
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from textwrap import wrap
from time import sleep
from typing import TYPE_CHECKING

from ketaguide import crisis, streams
from ketaguide.commands import settings_of
from ketaguide.commands.kiosk_content import Renewal, describe, first_guide, stamp_of
from ketaguide.commands.open import choose_view
from ketaguide.devices.supervisor import Supervisor
from ketaguide.errors import ContentError, Exit, UsageError
from ketaguide.splash import splash

if TYPE_CHECKING:
    from ketaguide.session.idle import Hours
    from ketaguide.settings import Settings

HOLD_SECONDS = 1.5
"""How long the crisis card stands after a fault before the process ends and is started again: within 3 seconds in all."""


def run(args: Namespace) -> int:
    """Show the guide until SIGTERM. Whatever goes wrong, who to call stands on the screen until it starts again."""
    hours = _hours(args.hours)
    if choose_view(plain=False) != "screen":
        return no_screen(args.nation)
    gc.disable()  # as in `open`: the app turns collection on again once it has painted
    supervisor = Supervisor()
    with last_resort(supervisor, args.nation), splash(args.nation):
        settings = settings_even_without_site(args, supervisor.note)
        stamp = stamp_of(settings.content)
        guide = first_guide(settings, supervisor.note)
        from ketaguide.session.idle import LEAST_SECONDS, Limits
        from ketaguide.tui.outside import Outside
        from ketaguide.tui.run import run_kiosk

        renew = Renewal(settings, stamp, guide, supervisor.note)
        limits = Limits(least=max(LEAST_SECONDS, settings.site.idle_seconds or 0))  # a site may give more time, never less
        outside = Outside(renew=renew, ready=supervisor.ready, alive=supervisor.alive, hours=hours, limits=limits)
        code = run_kiosk(settings, guide, outside)
    supervisor.stopping()
    return code


def no_screen(nation: str | None, hold: Callable[[float], None] = sleep) -> int:
    """Where nothing can be drawn: who to call, on every stream that somebody may see, and only then what is missing."""
    term = os.environ.get("TERM") or "not set"
    message = f"--kiosk needs a terminal with a screen, UTF-8 and a TERM such as linux (it is {term})"
    card = "\n".join(crisis.lines(nation, streams.columns()))
    with suppress(OSError):  # a closed or full output: the error stream says it
        streams.say(card)
    if not streams.is_terminal(sys.stdout):
        streams.eprint(card)
    streams.eprint(f"ketaguide: {message}")
    Supervisor().note(message)
    if streams.is_terminal(sys.stdout) or streams.is_terminal(sys.stderr):
        hold(HOLD_SECONDS)  # the service manager starts it again and again: long enough to be read
    return Exit.USAGE


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


def settings_even_without_site(args: Namespace, note: Callable[[str], None]) -> "Settings":
    """The settings asked for; where the site file has faults, those without it: a guide without a site is better than none."""
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
        streams.say("\n".join(crisis.lines(width=streams.columns())))  # it may be a screen in a waiting room
        raise UsageError(f"--hours: {error}") from None
