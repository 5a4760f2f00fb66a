"""Atomic writes of files: written to a temporary folder, flushed, then put in place.

After any interruption (a signal, a full disk, a power cut) either the complete old version exists or the complete new one.
"""

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path

NEW = ".ketaguide-new-"
"""Prefix of temporary folders, created beside the target."""


@contextmanager
def temporary_folder(path: Path) -> Iterator[Path]:
    """Create a temporary folder beside `path` and remove it at the end; first remove those of interrupted runs."""
    for stale in path.parent.glob(f"{NEW}*"):
        with suppress(OSError):
            os.close(lock(stale))
            shutil.rmtree(stale, ignore_errors=True)
    folder = path.parent / f"{NEW}{os.urandom(8).hex()}"
    folder.mkdir(mode=0o700)
    with held(folder):
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def target(path: Path) -> Path:
    """Resolve `path` if it is a symbolic link. OSError if the link cannot be followed."""
    if path.is_symlink():
        path.stat()
        return path.resolve()
    return path


def write_file(path: Path, data: bytes) -> None:
    """Write one file. OSError if that fails; the old file then stays."""
    if _is_device(path):
        path.write_bytes(data)
    else:
        path = target(path)
        write_files(path.parent, {path.name: data})


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a folder, all to temporary files first. On OSError each file is complete, either old or new."""
    with temporary_folder(folder / "any") as new:
        for name, data in files.items():
            (new / name).write_bytes(data)
        for name in files:
            put_in_place(new / name, folder / name)


def write_new(path: Path, data: bytes) -> None:
    """Write a new file. FileExistsError if one exists; it stays unchanged."""
    with temporary_folder(path) as folder:
        new = folder / path.name
        new.write_bytes(data)
        flush(new)
        try:
            path.hardlink_to(new)
        except FileExistsError:
            raise
        except OSError:  # a file system without hard links
            path.open("x").close()
            put_in_place(new, path)
        flush(path.parent)


def put_in_place(new: Path, path: Path) -> None:
    """Replace `path` with a finished file, keeping the permissions of `path`. On OSError the old file stays."""
    if _is_device(path):
        path.write_bytes(new.read_bytes())
        return
    flush(new)
    with suppress(OSError):
        new.chmod(path.stat().st_mode & 0o777)
    new.replace(path)
    flush(path.parent)


def _is_device(path: Path) -> bool:
    """True when `path` is a device or a pipe: it is written to directly and never replaced."""
    return path.exists() and not path.is_file() and not path.is_dir()


def flush(path: Path) -> None:
    """Flush a file or folder to the disk. OSError if a file does not fit."""
    is_folder = path.is_dir()
    with suppress(OSError) if is_folder else nullcontext():  # of folders not supported on every system
        handle = os.open(path, os.O_RDONLY if is_folder else os.O_RDWR)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Hold the lock of a folder, where locks are supported: no other run removes it."""
    handle = -1
    with suppress(OSError):
        handle = lock(folder)
    try:
        yield
    finally:
        if handle >= 0:
            os.close(handle)


def lock(folder: Path) -> int:
    """Lock a temporary folder; returns the open descriptor. OSError if another run holds it or locks are not supported."""
    try:
        import fcntl
    except ImportError:  # Windows
        raise OSError from None

    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(handle)
        raise
    return handle
