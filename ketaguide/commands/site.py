"""`ketaguide site`: writes the guide as static web pages, in a folder or one file."""

import errno
import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from rich.console import Console
from rich.progress import Progress

from ketaguide import atomic, streams
from ketaguide.commands import site_folder
from ketaguide.commands.loader import load_undated, settings_of
from ketaguide.errors import UsageError, WriteError
from ketaguide.loading.file_reader import opened
from ketaguide.loading.problem import Fault
from ketaguide.render.changes import Change, read_changes
from ketaguide.render.html import File, one_file, site
from ketaguide.render.html_head import SHARE
from ketaguide.resolve.contact import web
from ketaguide.resolve.view import GuideView

CHANGELOG = "CHANGELOG.md"
MARKER = ".ketaguide-site"
"""Marker file in every folder that this command wrote; a folder without it is never replaced."""


def run(args: Namespace) -> None:
    """Write the pages; old ones stay until all new ones are written."""
    if bool(args.out) == bool(args.single):
        raise UsageError("say where to write: a folder, or --single FILE.html")
    if args.large and not args.single:
        raise UsageError("--large is for --single FILE.html")
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
        return
    files = site(guide, url, settings.nation, _changes(settings.content), _extra(settings.content, SHARE))
    write_site(Path(args.out), files)
    pages = sum(file.path.endswith(".html") for file in files)
    if url and not any(file.path == "robots.txt" for file in files):
        place = f"{url.rstrip('/')}/sitemap.xml"
        streams.eprint(f"no robots.txt is written, which is read at the root of a host alone: there it may name {place}")
    streams.say(f"{args.out}: {pages} pages in {len(files)} files, {_size(sum(len(file.data) for file in files))}")


def _changes(content: Path) -> tuple[Change, ...]:
    """Changes of the content, from the CHANGELOG.md in its folder or pack, or beside the folder in a source checkout."""
    beside = content.parent / CHANGELOG
    data = _extra(content, CHANGELOG) or (beside.read_bytes() if content.is_dir() and beside.is_file() else b"")
    return read_changes(data.decode(errors="replace"))


def _extra(content: Path, name: str) -> bytes:
    """A file that only the web pages use; empty if the folder or pack has none."""
    with suppress(Fault):
        return opened(content).read(name)
    return b""


def write_site(out: Path, files: Sequence[File]) -> None:
    """Replace the folder `out` with `files`, or that which it links to. On WriteError what stood there is unchanged."""
    try:
        out = _resolved(out)
        if reason := _not_to_be_replaced(out):
            raise UsageError(f"{out} is {reason}, and is not replaced by pages; name a new folder, such as {out / 'guide'}")
        if site_folder.restore_interrupted(out):
            streams.eprint(f"{out}: an earlier run was cut off; the pages that it had moved away are back")
        _check(out)
        with Progress(console=Console(stderr=True), transient=True, disable=not streams.is_terminal(sys.stderr)) as progress:
            task = progress.add_task("Writing pages", total=len(files) + 1)
            site_folder.write_folder(out, _in_order(files), lambda: progress.advance(task))
    except OSError as error:
        reason = error.strerror or str(error)
        hint = "" if out.exists() else f". Have an empty folder {out} made for you: it is filled, and nothing above it changed"
        more = hint if isinstance(error, PermissionError) else ""
        raise WriteError(f"cannot write the pages to {out}: {reason}. What stood there still does{more}") from error
    if not out.stat().st_mode & 0o055:
        streams.eprint(f"{out}: its owner alone can read it, so a web server cannot; chmod 755 it, and run this again")


def _resolved(out: Path) -> Path:
    """Follow symbolic links. OSError if they lead in a circle."""
    with suppress(RuntimeError):  # of Python 3.12 and older; 3.13 returns the link itself
        out = out.resolve()
    if out.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    return out


def _not_to_be_replaced(out: Path) -> str:
    """Return the reason why a folder may never be replaced; empty if it may."""
    if out == Path(out.anchor):
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
    if all(one.name == "lost+found" or one.name.startswith(atomic.NEW) for one in out.iterdir()):
        return
    if not (out / MARKER).is_file():
        raise UsageError(f"{out} is not empty and was not made by ketaguide site; choose another folder")
    ours = {MARKER, *(out / MARKER).read_text(encoding="utf-8", errors="replace").splitlines()[1:]}
    present = sorted(site_folder.files_of(out))
    if foreign := [name for name in present if name not in ours and len(ours) > 1]:  # version 0.1.0 wrote no list
        more = f" and {len(foreign) - 1} more" if foreign[1:] else ""
        raise UsageError(f"{out} holds {foreign[0]}{more}, which ketaguide site did not write; move it out of the folder first")


def _in_order(files: Sequence[File]) -> list[tuple[str, bytes]]:
    """The list of files, looks and scripts, pages, home, and last the worker, which looks for all others of its edition."""
    said = "Made by ketaguide site, which replaces this folder. It wrote these files, and moves nothing else away:"
    listed = "\n".join([said, *(file.path for file in files), ""]).encode()
    late = sorted(files, key=lambda file: (file.path == "sw.js", file.path == "index.html", file.path.endswith(".html")))
    return [(MARKER, listed), *((file.path, file.data) for file in late)]


def _address(url: str | None) -> str:
    """Validate the address of the site. UsageError if it is not an https address."""
    if url and not web(url):
        raise UsageError(f"{url[:60]!r} is not a web address at https; write it like https://example.org/guide")
    return web(url) if url else ""


def _size(count: int) -> str:
    """Format a number of bytes."""
    return f"{count / 1_000_000:.1f} MB" if count >= 1_000_000 else f"{count // 1000} KB"
