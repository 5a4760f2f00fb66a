"""The folder of installed content: `current.pack` and `previous.pack` lead to versions, and change by a rename.

    DIR/current.pack -> versions/8-3f2a….pack     read by the guide, whole, in one go
        previous.pack -> versions/7-91bc….pack    kept
        state.json                                version, signatures, dates, the last try (`ketaguide.model.installed`)
        metadata/                                 verified metadata, so that an older one is refused

After any interruption `current.pack` is the complete old version or the complete new one.
"""

import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from ketaguide import atomic
from ketaguide.paths import CURRENT

PREVIOUS, VERSIONS, METADATA = "previous.pack", "versions", "metadata"


@contextmanager
def locked(place: Path) -> Iterator[None]:
    """Make the folder and hold it: a second run waits for the first."""
    import fcntl

    for folder in (place, place / METADATA, place / VERSIONS):
        folder.mkdir(mode=0o755, parents=True, exist_ok=True)
    handle = os.open(place, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def forget_metadata(place: Path) -> None:
    """Empty the folder of verified metadata: another beginning of trust makes them void."""
    shutil.rmtree(place / METADATA)
    (place / METADATA).mkdir(mode=0o755)


class Current(NamedTuple):
    """The installed version, by the name of its file."""

    version: int = 0
    sha256: str = ""
    is_whole: bool = False
    """True when the file still has this hash."""


def current(place: Path) -> Current:
    """The installed version; 0 for none."""
    link = place / CURRENT
    with suppress(OSError, ValueError):
        number, _, sha256 = link.readlink().stem.partition("-")
        return Current(int(number), sha256, link.is_file() and hashlib.sha256(link.read_bytes()).hexdigest() == sha256)
    return Current()


def install(place: Path, pack: Path, version: int, sha256: str) -> None:
    """Make a finished pack the current version, keep the one before it, and remove older ones. OSError if that fails."""
    name = f"{version}-{sha256}.pack"
    pack.chmod(0o644)
    atomic.flush(pack)
    pack.replace(place / VERSIONS / name)
    atomic.flush(place / VERSIONS)
    with suppress(FileNotFoundError):
        if (before := (place / CURRENT).readlink().name) != name:
            _point(place, PREVIOUS, before)
    _point(place, CURRENT, name)
    kept = {(place / link).readlink().name for link in (CURRENT, PREVIOUS) if (place / link).is_symlink()}
    for path in (place / VERSIONS).glob("*.pack"):
        if path.name not in kept:
            with suppress(OSError):  # the new version is in use; the next update tries again
                path.unlink()


def _point(place: Path, link: str, name: str) -> None:
    """Let a link lead to a version, by a rename."""
    new = place / f".{link}"
    new.unlink(missing_ok=True)
    new.symlink_to(f"{VERSIONS}/{name}")
    new.replace(place / link)
    atomic.flush(place)
