"""Loads the guide that a command line asks for: settings, the site's file, the bundle or the content, and its checks."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from ketaguide import clock, fallback, streams
from ketaguide.errors import ContentError, Exit, UsageError
from ketaguide.loading.bundle import read_bundle
from ketaguide.model.guide import Guide
from ketaguide.model.overlay import NO_SITE, Overlay
from ketaguide.paths import CURRENT, content_dir, shared_dir
from ketaguide.resolve.crisis_card import country_of
from ketaguide.resolve.crisis_notice import crisis_notice
from ketaguide.resolve.overdue import as_of_day
from ketaguide.resolve.view import GuideView
from ketaguide.settings import Settings

if TYPE_CHECKING:
    from ketaguide.loading.problem import Problem
    from ketaguide.loading.reader import Loaded


def settings_of(args: Namespace) -> Settings:
    """Build the settings from the command line and the site file."""
    if wrong := clock.complaint():
        streams.eprint(wrong)
    content = Path(args.content) if args.content else content_dir()
    site = _site(args, content)
    nation = args.nation or site.nation
    edition_id = "short" if args.short else args.edition or ""
    return Settings(content=content, nation=nation, edition_id=edition_id, theme=args.theme, site=site)


def _site(args: Namespace, content: Path) -> Overlay:
    """Read the site file. ContentError lists every fault in it; --printer overrides its printer."""
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


def view_of(args: Namespace) -> GuideView:
    """Load the guide as the command line asks for it."""
    settings = settings_of(args)
    return GuideView(load(settings), settings.edition_id, settings.nation)


def load(settings: Settings) -> Guide:
    """Load the guide for this site and today's date. ContentError lists every fault with its file and line.

    Prints a notice to stderr if its crisis numbers differ from the built-in ones.
    """
    guide = as_of_day(load_undated(settings), clock.today())
    if notice := crisis_notice(GuideView(guide, settings.edition_id, settings.nation)):
        streams.eprint(notice)
    return guide


def load_undated(settings: Settings) -> Guide:
    """Load the guide for this site without a date or a notice, for callers that add both themselves.

    UsageError for a nation that its country has not.
    """
    guide = _read(settings)
    keep_crisis_card(guide, settings)
    if settings.nation != guide.profile.known(settings.nation):
        ids = ", ".join(guide.profile.ids)
        hint = f"use one of {ids}" if ids else f"{guide.profile.name} has none: leave it out"
        raise UsageError(f"there is no nation {str(settings.nation)[:40]!r} in this guide; {hint}.")
    return guide


def _read(settings: Settings) -> Guide:
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


def shipped_bundle(settings: Settings) -> Guide | None:
    """Return the shipped content from its bundle; None if other content is set or the bundle does not match."""
    return read_bundle(settings.content, shared_dir()) if settings.content == content_dir() else None


def with_record(guide: Guide, content: Path) -> Guide:
    """Return the guide with the record that `ketaguide update` keeps beside it; unchanged for other content."""
    if content.name != CURRENT:
        return guide
    from ketaguide.loading.installed import read_installed

    return replace(guide, installed=read_installed(content.parent))


def at_site(guide: Guide, settings: Settings) -> Guide:
    """Return the guide merged with the site's contacts and options, and with the record of its updates."""
    guide = with_record(guide, settings.content)
    if settings.site == NO_SITE:
        return guide
    from ketaguide.loading.site_merge import with_site

    return with_site(guide, settings.site)


def keep_crisis_card(guide: Guide, settings: Settings) -> None:
    """Keep the crisis card of the guide's country, which a fault shows from now on."""
    fallback.country = country_of(GuideView(guide, settings.edition_id))


def checked(content: Path) -> "tuple[Loaded, list[Problem]]":
    """Read a guide and run every rule on it. The problems are those of reading, then those of the rules."""
    from ketaguide.checking import check_guide
    from ketaguide.loading.reader import read_guide

    loaded = read_guide(content)
    return loaded, [*loaded.problems, *(check_guide(loaded.draft, loaded.places) if loaded.draft is not None else ())]
