"""`ketaguide site`: writes the guide as static web pages, in a folder or one file."""

import os
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ketaguide import atomic, streams
from ketaguide.commands import load_undated, settings_of
from ketaguide.errors import Exit, UsageError, WriteError

if TYPE_CHECKING:
    from ketaguide.render.html import File

MARKER = ".ketaguide-site"
"""Marker file in every folder that this command wrote; a folder without it is never replaced."""


def run(args: Namespace) -> int:
    """Write the pages; old ones stay until all new ones are written."""
    if bool(args.out) == bool(args.single):
        raise UsageError("say where to write: a folder, or --single FILE.html")
    if args.large and not args.single:
        raise UsageError("--large is for --single FILE.html")
    from ketaguide.render.html import one_file, site
    from ketaguide.resolve.view import GuideView

    settings = settings_of(args)
    guide = load_undated(settings)
    url = _address(args.url)
    if args.single:
        view = GuideView(guide, settings.edition_id, settings.nation)
        text = one_file(guide, view, large=args.large, url=url)
        try:
            atomic.write_file(Path(args.single), text.encode())
        except OSError as error:
            raise WriteError(f"cannot write {args.single}: {error.strerror or error}") from error
        streams.say(f"{args.single}: the whole guide in one file, {_size(len(text.encode()))}")
        return Exit.FINE
    files = site(guide, url, settings.nation)
    write_site(Path(args.out), files)
    pages = sum(file.path.endswith(".html") for file in files)
    streams.say(f"{args.out}: {pages} pages in {len(files)} files, {_size(sum(len(file.data) for file in files))}")
    return Exit.FINE


def write_site(out: Path, files: Sequence["File"]) -> None:
    """Replace the folder `out` atomically with `files`. On WriteError `out` is unchanged."""
    try:
        out = out.resolve()
        if reason := _not_to_be_replaced(out):
            raise UsageError(f"{out} is {reason}, and is not replaced by pages; name a new folder, such as {out / 'guide'}")
        out.parent.mkdir(parents=True, exist_ok=True)
        if atomic.restore_interrupted(out):
            streams.eprint(f"{out}: an earlier run was cut off; the pages that it had moved away are back")
        _check(out)
        atomic.write_folder(out, _with_progress(files))
    except OSError as error:
        reason = error.strerror or str(error)
        raise WriteError(f"cannot write the pages to {out}: {reason}. What stood there still does") from error


def _not_to_be_replaced(out: Path) -> str:
    """Return the reason why a folder may never be replaced; empty if it may."""
    if os.path.ismount(out):
        return "where a disk begins"
    for near, name in ((Path.cwd(), "the folder you are in"), (Path("~").expanduser().resolve(), "your home folder")):
        if out == near or out in near.parents:
            return name if out == near else f"a folder above {name}"
    return ""


def _check(out: Path) -> None:
    """Check that `out` holds only files of this command. UsageError names another."""
    if not out.exists():
        return
    if not out.is_dir():
        raise UsageError(f"{out} is not a folder")
    if not any(out.iterdir()):
        return
    if not (out / MARKER).is_file():
        raise UsageError(f"{out} is not empty and was not made by ketaguide site; choose another folder")
    ours = {MARKER, *(out / MARKER).read_text(encoding="utf-8", errors="replace").splitlines()[1:]}
    present = sorted(path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_symlink() or not path.is_dir())
    if foreign := [name for name in present if name not in ours and len(ours) > 1]:  # version 0.1.0 wrote no list
        more = f" and {len(foreign) - 1} more" if foreign[1:] else ""
        raise UsageError(f"{out} holds {foreign[0]}{more}, which ketaguide site did not write; move it out of the folder first")


def _with_progress(files: Sequence["File"]) -> Iterator[tuple[str, bytes]]:
    """Yield the marker file and then every page, with a progress bar."""
    from rich.console import Console
    from rich.progress import Progress

    said = "Made by ketaguide site, which replaces this folder. It wrote these files, and moves nothing else away:"
    yield MARKER, "\n".join([said, *(file.path for file in files), ""]).encode()
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not streams.is_terminal(sys.stderr)) as progress:
        for file in progress.track(files, description="Writing pages"):
            yield file.path, file.data


def _address(url: str | None) -> str:
    """Validate the address of the site. UsageError if it is not an https address."""
    from ketaguide.resolve.contact import web

    if url and not web(url):
        raise UsageError(f"{url[:60]!r} is not a web address at https; write it like https://example.org/guide")
    return web(url) if url else ""


def _size(count: int) -> str:
    """Format a number of bytes."""
    return f"{count / 1_000_000:.1f} MB" if count >= 1_000_000 else f"{count // 1000} KB"
