"""`ketaguide site`: the guide as static pages in a folder, or in one file."""

import shutil
import sys
from argparse import Namespace
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from ketaguide import streams
from ketaguide.commands import load_undated, settings_of
from ketaguide.errors import Exit, KetaguideError, UsageError

if TYPE_CHECKING:
    from ketaguide.render.html import File

MARK = ".ketaguide-site"
"""Stands in every folder that this command made; a folder without it is never overwritten."""


class WriteError(KetaguideError):
    """The pages cannot be written where they were asked for; what stood there before still stands there."""


def run(args: Namespace) -> int:
    """Write the pages, the old ones in place until all the new ones are written."""
    if bool(args.out) == bool(args.single):
        raise UsageError("say where to write: a folder, or --single FILE.html")
    if args.large and not args.single:
        raise UsageError("--large is for --single FILE.html")
    from ketaguide.render.html import one_file, site
    from ketaguide.render.reading import Reading

    settings = settings_of(args)
    guide = load_undated(settings)
    url = _address(args.url)
    if args.single:
        reading = Reading(guide, settings.variant, settings.nation)
        text = one_file(guide, reading, large=args.large, url=url)
        write_file(Path(args.single), text)
        streams.say(f"{args.single}: the whole guide in one file, {_size(len(text.encode()))}")
        return Exit.FINE
    files = site(guide, url, settings.nation)
    write_site(Path(args.out), files)
    pages = sum(file.path.endswith(".html") for file in files)
    streams.say(f"{args.out}: {pages} pages in {len(files)} files, {_size(sum(len(file.text.encode()) for file in files))}")
    return Exit.FINE


def write_site(out: Path, files: Iterable["File"]) -> None:
    """Write files to a folder aside and put it in the place of `out`. WriteError where that cannot be: `out` is as it was."""
    out = out.absolute()
    if out.is_symlink():
        out = out.resolve()
    aside, before = out.with_name(f".{out.name}.new"), out.with_name(f".{out.name}.old")
    for folder in (out, aside, before):
        _check(folder)
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        for left in (aside, before):
            shutil.rmtree(left, ignore_errors=True)  # of a run that was cut off
        _fill(aside, list(files))
        _swap(out, aside, before)
    except OSError as error:
        shutil.rmtree(aside, ignore_errors=True)
        raise WriteError(f"cannot write the pages to {out}: {error.strerror or error}") from error
    except KeyboardInterrupt:
        shutil.rmtree(aside, ignore_errors=True)
        raise


def write_file(path: Path, text: str) -> None:
    """Write one file aside and put it in its place. WriteError where that cannot be; what stood there stays then."""
    aside = path.with_name(f".{path.name}.new")
    try:
        aside.write_text(text, encoding="utf-8")
        aside.replace(path)
    except OSError as error:
        with suppress(OSError):
            aside.unlink()
        raise WriteError(f"cannot write {path}: {error.strerror or error}") from error


def _check(folder: Path) -> None:
    """UsageError where something stands that this command did not make."""
    if not folder.exists() and not folder.is_symlink():
        return
    if not folder.is_dir():
        raise UsageError(f"{folder} is not a folder")
    if any(folder.iterdir()) and not (folder / MARK).is_file():
        raise UsageError(f"{folder} is not empty and was not made by ketaguide site; choose another folder")


def _fill(folder: Path, files: list["File"]) -> None:
    """Write every file, the mark first; a bar shows how far it is."""
    from rich.console import Console
    from rich.progress import Progress

    folder.mkdir()
    (folder / MARK).write_text("Made by ketaguide site, which overwrites this folder.\n", encoding="utf-8")
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not streams.is_terminal(sys.stderr)) as progress:
        for file in progress.track(files, description="Writing pages"):
            path = folder / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(file.text, encoding="utf-8", newline="\n")


def _swap(out: Path, new: Path, old: Path) -> None:
    """Put a folder in the place of another; if that fails, the old one is put back."""
    was_there = out.exists()
    if was_there:
        out.rename(old)
    try:
        new.rename(out)
    except OSError:
        if was_there:
            old.rename(out)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _address(url: str | None) -> str:
    """The address of the site, or UsageError."""
    from ketaguide.render.html_links import web

    if url and not web(url):
        raise UsageError(f"{url[:60]!r} is not a web address at https; write it like https://example.org/guide")
    return web(url) if url else ""


def _size(count: int) -> str:
    """Bytes in words."""
    return f"{count / 1_000_000:.1f} MB" if count >= 1_000_000 else f"{count // 1000} KB"
