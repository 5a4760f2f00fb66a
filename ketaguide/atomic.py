"""Atomic writes of files and folders: written to a temporary folder, flushed, then swapped in.

After any interruption (a signal, a full disk, a power cut) either the complete old version exists or the complete new one.
"""

import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

_NEW, _OLD = ".ketaguide-new-", ".ketaguide-old-"
"""Prefixes of temporary folders, created beside the target."""
_HERE, _EXCHANGE = -100, 2
"""AT_FDCWD and RENAME_EXCHANGE of renameat2(2)."""


@contextmanager
def temporary_folder(path: Path) -> Iterator[Path]:
    """Create a temporary folder beside `path` and remove it at the end; first remove those of interrupted runs."""
    for stale in path.parent.glob(f"{_NEW}*"):
        with suppress(OSError):
            os.close(_lock(stale))
            shutil.rmtree(stale, ignore_errors=True)
    folder = path.parent / f"{_NEW}{os.urandom(8).hex()}"
    folder.mkdir(mode=0o700)
    handle = -1
    try:
        with suppress(OSError):
            handle = _lock(folder)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        if handle >= 0:
            os.close(handle)


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
        _flush(new)
        try:
            path.hardlink_to(new)
        except FileExistsError:
            raise
        except OSError:  # a file system without hard links
            path.open("x").close()
            put_in_place(new, path)
        _flush(path.parent)


def put_in_place(new: Path, path: Path) -> None:
    """Replace `path` with a finished file, keeping the permissions of `path`. On OSError the old file stays."""
    if _is_device(path):
        path.write_bytes(new.read_bytes())
        return
    _flush(new)
    with suppress(OSError):
        new.chmod(path.stat().st_mode & 0o777)
    new.replace(path)
    _flush(path.parent)


def write_folder(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write a whole folder, replacing any older one completely. On OSError the older one stays complete."""
    with temporary_folder(folder) as beside:
        new = beside / folder.name
        new.mkdir()
        for name, data in files:
            (new / name).parent.mkdir(parents=True, exist_ok=True)
            (new / name).write_bytes(data)
            _flush(new / name)
        for path, _, _ in os.walk(new):
            _flush(Path(path))
        with suppress(OSError):
            new.chmod(folder.stat().st_mode & 0o777)
        if not folder.exists():
            new.rename(folder)
        elif not _exchange(new, folder):
            _replace_in_two_steps(new, folder)
        _flush(folder.parent)


def restore_interrupted(folder: Path) -> bool:
    """Restore the old folder that an interrupted run had moved away; False if there is none."""
    old = folder.with_name(f"{_OLD}{folder.name}")
    if folder.exists() or not old.is_dir():
        return False
    old.rename(folder)
    return True


def _exchange(new: Path, old: Path) -> bool:
    """Exchange two folders in one step; False if the system or the file system does not support it."""
    if sys.platform != "linux":
        return False
    import ctypes

    call = getattr(ctypes.CDLL(None), "renameat2", None)
    return call is not None and call(_HERE, os.fsencode(new), _HERE, os.fsencode(old), _EXCHANGE) == 0


def _replace_in_two_steps(new: Path, folder: Path) -> None:
    """Replace a folder in two steps; `restore_interrupted` repairs an interruption between them."""
    old = folder.with_name(f"{_OLD}{folder.name}")
    shutil.rmtree(old, ignore_errors=True)
    folder.rename(old)
    try:
        new.rename(folder)
    except OSError:
        old.rename(folder)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _is_device(path: Path) -> bool:
    """True when `path` is a device or a pipe: it is written to directly and never replaced."""
    return path.exists() and not path.is_file() and not path.is_dir()


def _flush(path: Path) -> None:
    """Flush a file or folder to the disk. OSError if a file does not fit."""
    if path.is_dir():
        with suppress(OSError):  # not supported on every system
            _sync(path, os.O_RDONLY)
    else:
        _sync(path, os.O_RDWR)


def _sync(path: Path, how: int) -> None:
    handle = os.open(path, how)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _lock(folder: Path) -> int:
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
