"""Files and folders that are whole at every moment: written aside, flushed, and put in the place of the old in one step.

Whatever cuts a run short (a signal, a full disk, a power cut), either the old one stands there or the new one does.
"""

import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

_NEW, _OLD = ".ketaguide-new-", ".ketaguide-old-"
"""Begin the names of folders that stand beside what is written, until it is written."""
_HERE, _EXCHANGE = -100, 2
"""Linux calls them AT_FDCWD and RENAME_EXCHANGE."""


@contextmanager
def aside(path: Path) -> Iterator[Path]:
    """A folder beside `path` that is this run's own, removed at the end, as is what runs that were cut off left there."""
    for left in path.parent.glob(f"{_NEW}*"):
        with suppress(OSError):
            os.close(_held(left))
            shutil.rmtree(left, ignore_errors=True)
    folder = path.parent / f"{_NEW}{os.urandom(8).hex()}"
    folder.mkdir(mode=0o700)
    handle = -1
    try:
        with suppress(OSError):
            handle = _held(folder)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        if handle >= 0:
            os.close(handle)


def target(path: Path) -> Path:
    """The file to write: where `path` is a link, what it points to. OSError where the system does not let it be followed."""
    if path.is_symlink():
        path.stat()
        return path.resolve()
    return path


def write_file(path: Path, data: bytes) -> None:
    """Write one file. OSError where that cannot be: what stood there still does."""
    if _is_device(path):
        path.write_bytes(data)
    else:
        path = target(path)
        write_files(path.parent, {path.name: data})


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a folder, all aside before the first takes its place. OSError: each is whole, and old or new."""
    with aside(folder / "any") as new:
        for name, data in files.items():
            (new / name).write_bytes(data)
        for name in files:
            place(new / name, folder / name)


def write_new(path: Path, data: bytes) -> None:
    """Write a file where there is none. FileExistsError where there is one, which stays as it is."""
    with aside(path) as folder:
        new = folder / path.name
        new.write_bytes(data)
        _flush(new)
        try:
            path.hardlink_to(new)
        except FileExistsError:
            raise
        except OSError:  # a disk that knows no links
            path.open("x").close()
            place(new, path)
        _flush(path.parent)


def place(new: Path, path: Path) -> None:
    """Put a finished file in the place of another, with that one's permissions. OSError: the other still stands there."""
    if _is_device(path):
        path.write_bytes(new.read_bytes())
        return
    _flush(new)
    with suppress(OSError):
        new.chmod(path.stat().st_mode & 0o777)
    new.replace(path)
    _flush(path.parent)


def write_folder(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write a whole folder; nothing of an older one stays. OSError where that cannot be: the older one stays whole."""
    with aside(folder) as beside:
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
        elif not _exchanged(new, folder):
            _moved(new, folder)
        _flush(folder.parent)


def put_back(folder: Path) -> bool:
    """Put back the old folder where a run was cut off after it had moved it away; False where none was."""
    old = folder.with_name(f"{_OLD}{folder.name}")
    if folder.exists() or not old.is_dir():
        return False
    old.rename(folder)
    return True


def _exchanged(new: Path, old: Path) -> bool:
    """Let two folders change places in one step; False where the system or the disk cannot."""
    if sys.platform != "linux":
        return False
    import ctypes

    call = getattr(ctypes.CDLL(None), "renameat2", None)
    return call is not None and call(_HERE, os.fsencode(new), _HERE, os.fsencode(old), _EXCHANGE) == 0


def _moved(new: Path, folder: Path) -> None:
    """Put a folder in the place of another in two steps; what is cut off between them, `put_back` puts right."""
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
    """Whether a device or a pipe stands there: it keeps nothing that could be lost, and nothing may take its place."""
    return path.exists() and not path.is_file() and not path.is_dir()


def _flush(path: Path) -> None:
    """Wait until a file or folder is on the disk. OSError where a file does not fit there."""
    if path.is_dir():
        with suppress(OSError):  # not every system can
            _wait_for(path, os.O_RDONLY)
    else:
        _wait_for(path, os.O_RDWR)


def _wait_for(path: Path, how: int) -> None:
    handle = os.open(path, how)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _held(folder: Path) -> int:
    """A handle that holds a folder aside while a run uses it. OSError where another run does, or the disk knows no locks."""
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
