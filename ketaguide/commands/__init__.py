"""Commands, one a module: `run(args)` returns the exit code. Heavy imports stay inside functions."""

import signal
import sys
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ketaguide import fallback, streams
from ketaguide.errors import ContentError, Exit, UsageError
from ketaguide.signals import END_SIGNALS

if TYPE_CHECKING:
    from pathlib import Path

    from ketaguide.model.guide import Guide
    from ketaguide.model.overlay import Overlay
    from ketaguide.resolve.view import GuideView
    from ketaguide.settings import Settings


@contextmanager
def stop_on_exit(stop: Callable[[], object]) -> Iterator[None]:
    """Ensure `stop` runs on any exit or signal while a child process may be running.

    Later signals are ignored: a second one would end the program before the child, with a traceback.
    """
    ended = False

    def end(number: int, _: object) -> None:
        nonlocal ended
        ended = True
        _ignore()
        stop()
        if number == signal.SIGINT:
            raise KeyboardInterrupt
        sys.exit(128 + number)

    before = {number: signal.signal(number, end) for number in END_SIGNALS}
    try:
        yield
    finally:
        _ignore()
        stop()
        for number, handler in before.items() if not ended else ():
            signal.signal(number, handler)


def _ignore() -> None:
    for number in END_SIGNALS:
        signal.signal(number, signal.SIG_IGN)


def need_descriptions() -> None:
    """Require docstrings, from which manuals are made. UsageError under PYTHONOPTIMIZE=2 or -OO."""
    if sys.flags.optimize > 1:
        raise UsageError("Python was told to leave out all descriptions: run this again without PYTHONOPTIMIZE and -OO.")


def need_fleet() -> None:
    """Require the packages of signed updates, which the guide itself never needs. UsageError says what to install."""
    from importlib.util import find_spec

    if missing := [name for name in ("tuf", "securesystemslib", "cryptography", "bcrypt") if not find_spec(name)]:
        raise UsageError(
            f"signed updates need more packages ({', '.join(missing)}): install ketaguide[fleet] in place of ketaguide"
        )


def settings_of(args: Namespace) -> "Settings":
    """Build the settings from the command line and the site file."""
    from pathlib import Path

    from ketaguide import clock
    from ketaguide.paths import content_dir
    from ketaguide.settings import Settings

    if wrong := clock.complaint():
        streams.eprint(wrong)
    content = Path(args.content) if args.content else content_dir()
    site = _site(args, content)
    nation = args.nation or site.nation
    edition_id = "short" if args.short else args.edition or ""
    return Settings(content=content, nation=nation, edition_id=edition_id, theme=args.theme, site=site)


def _site(args: Namespace, content: "Path") -> "Overlay":
    """Read the site file. ContentError lists every fault in it; --printer overrides its printer."""
    from pathlib import Path

    from msgspec.structs import replace

    from ketaguide.model.overlay import NO_SITE

    site = NO_SITE
    if args.site:
        from ketaguide.loading.overlay import read_site

        path = Path(args.site)
        read = read_site(path, content)
        if read.site is None:
            lines = [str(problem._replace(file=str(path))) for problem in read.problems]
            raise ContentError(lines, Exit.PROBLEMS if path.exists() else Exit.USAGE)
        site = read.site
    return replace(site, printer=args.printer) if args.printer else site


def load(settings: "Settings") -> "Guide":
    """Load the guide for this site and today's date. ContentError lists every fault with its file and line.

    Prints a notice to stderr if its crisis numbers differ from the built-in ones.
    """
    from ketaguide import clock
    from ketaguide.resolve.crisis_notice import crisis_notice
    from ketaguide.resolve.overdue import as_of_day
    from ketaguide.resolve.view import GuideView

    guide = as_of_day(load_undated(settings), clock.today())
    if notice := crisis_notice(GuideView(guide, settings.edition_id, settings.nation)):
        streams.eprint(notice)
    return guide


def view_of(args: Namespace) -> "GuideView":
    """Load the guide as the command line asks for it."""
    from ketaguide.resolve.view import GuideView

    settings = settings_of(args)
    return GuideView(load(settings), settings.edition_id, settings.nation)


def need(view: "GuideView", name: str, what: str) -> None:
    """Require what a guide need not have. UsageError if this one has it not."""
    if name in view.lacks:
        raise UsageError(f"this guide has no {what}.")


def unknown(name: str, kind: str, known: Iterable[str], see: str) -> UsageError:
    """The error for a name that does not exist, with the nearest that does."""
    from difflib import get_close_matches

    close = get_close_matches(name, list(known), n=1, cutoff=0.5)
    return UsageError(
        f"there is no {kind} {name[:40]!r}; " + (f"did you mean {close[0]}?" if close else f"see ketaguide {see}.")
    )


@contextmanager
def writing(what: str, file: str) -> Iterator[None]:
    """Turn a failure to write a file into a UsageError."""
    try:
        yield
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "it is not a file name"
        raise UsageError(f"{what} cannot be written to {file[:200]!r}: {reason}") from None


def load_undated(settings: "Settings") -> "Guide":
    """Load the guide for this site without a date or a notice, for callers that add both themselves.

    UsageError for a nation that its country has not.
    """
    guide = _read(settings)
    opened(guide, settings)
    if settings.nation != guide.profile.known(settings.nation):
        ids = ", ".join(guide.profile.ids)
        hint = f"use one of {ids}" if ids else f"{guide.profile.name} has none: leave it out"
        raise UsageError(f"there is no nation {str(settings.nation)[:40]!r} in this guide; {hint}.")
    return guide


def opened(guide: "Guide", settings: "Settings") -> None:
    """Note whose crisis card a fault shows from now on: that of the guide's country."""
    from ketaguide.resolve.crisis_card import country_of
    from ketaguide.resolve.view import GuideView

    fallback.opened = country_of(GuideView(guide, settings.edition_id))


def _read(settings: "Settings") -> "Guide":
    guide = shipped_bundle(settings)
    if guide is None:
        from ketaguide.loading.reader import read_guide

        loaded = read_guide(settings.content)
        if loaded.guide is None:
            raise ContentError([f"{settings.content}/{problem}" for problem in loaded.problems])
        guide = loaded.guide
    if settings.edition_id not in ("", "short", *guide.editions):
        raise UsageError(f"there is no edition {settings.edition_id[:40]!r}: use one of {', '.join(guide.editions)}")
    return at_site(guide, settings)


def shipped_bundle(settings: "Settings") -> "Guide | None":
    """Return the shipped content from its bundle; None if other content is set or the bundle does not match."""
    from ketaguide.loading.bundle import read_bundle
    from ketaguide.paths import content_dir, shared_dir

    return read_bundle(settings.content, shared_dir()) if settings.content == content_dir() else None


def with_record(guide: "Guide", content: "Path") -> "Guide":
    """Return the guide with the record that `ketaguide update` keeps beside it; unchanged for other content."""
    from ketaguide.paths import CURRENT

    if content.name != CURRENT:
        return guide
    from msgspec.structs import replace

    from ketaguide.loading.installed import read_installed

    return replace(guide, installed=read_installed(content.parent))


def at_site(guide: "Guide", settings: "Settings") -> "Guide":
    """Return the guide merged with the site's contacts and options, and with the record of its updates."""
    from ketaguide.model.overlay import NO_SITE

    guide = with_record(guide, settings.content)
    if settings.site == NO_SITE:
        return guide
    from ketaguide.loading.site_merge import with_site

    return with_site(guide, settings.site)
