"""One command a module: `run(args)` does it and returns the exit code. Imports of heavy parts stay inside."""

from argparse import Namespace
from typing import TYPE_CHECKING

from ketaguide.errors import ContentError

if TYPE_CHECKING:
    from ketaguide.model.guide import Guide
    from ketaguide.settings import Settings


def settings_of(args: Namespace) -> "Settings":
    """The settings that the command line asks for."""
    from pathlib import Path

    from ketaguide.model.guide import EASY, STANDARD
    from ketaguide.paths import content_dir
    from ketaguide.settings import Settings

    content = Path(args.content) if args.content else content_dir()
    return Settings(content=content, nation=args.nation, variant=EASY if args.easy else STANDARD)


def load(settings: "Settings") -> "Guide":
    """The guide, or ContentError naming every file and line that is wrong."""
    from ketaguide.loading.bundle import read_bundle
    from ketaguide.paths import content_dir

    if settings.content == content_dir() and (bundled := read_bundle(settings.content)):
        return bundled

    from ketaguide.loading.reader import read_guide

    loaded = read_guide(settings.content)
    if loaded.guide is None:
        raise ContentError([f"{settings.content}/{problem}" for problem in loaded.problems])
    return loaded.guide
