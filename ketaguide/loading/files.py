"""Safe access to a content folder: no path outside it, no oversize file, regular files only."""

import os
import stat
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from ketaguide.loading.problem import Fault

MAX_BYTES = 500_000
"""Size limit of one file; a larger one is the wrong file and is not read."""
MAX_BYTES_IN_ALL = 3_000_000
MAX_NAMES = 500
"""Limit of files in one folder; with the limits for values, it bounds loading time to a few seconds."""


class Folder:
    """Files below a folder, by relative path. Raises `Fault` for every failure."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.real = Path(os.path.realpath(path))
        self._bytes = 0

    def has(self, file: str) -> bool:
        """True when an entry of that name exists, readable or not."""
        return os.path.lexists(self.path / file)

    def names(self, folder: str = "") -> list[str]:
        """The names in a folder, sorted."""
        shown = folder or "."
        try:
            names = sorted(self._names(folder))
        except FileNotFoundError:
            raise Fault(shown, "file", "there is no such folder", "make it, or check the spelling of the path") from None
        except NotADirectoryError:
            raise Fault(shown, "file", "this is a file, and a folder is needed", "put a folder in its place") from None
        except (OSError, ValueError) as error:
            raise _unreadable(shown, "folder", error) from None
        if len(names) > MAX_NAMES:
            raise Fault(shown, "file", f"the folder holds more than {MAX_NAMES} files", "take out what does not belong here")
        return names

    def _names(self, folder: str) -> Iterable[str]:
        self._stay_inside(folder or ".")
        return (entry.name for entry in islice((self.path / folder).iterdir(), MAX_NAMES + 1))

    def read(self, file: str) -> bytes:
        """The bytes of a file."""
        self._stay_inside(file)
        data = read_plain(self.path / file, file, MAX_BYTES)
        self._bytes += len(data)
        if self._bytes > MAX_BYTES_IN_ALL:
            size = f"with this file the content is larger than {MAX_BYTES_IN_ALL:,} bytes, and it was not read"
            raise Fault(file, "file", size, "shorten the content, or take out what does not belong here")
        return data

    def _stay_inside(self, file: str) -> None:
        if not Path(os.path.realpath(self.path / file)).is_relative_to(self.real):
            raise Fault(file, "file", "this leads out of the content folder", "put the file itself here, not a link")


def read_plain(path: Path, file: str, most: int) -> bytes:
    """The bytes of a plain file of at most `most` bytes; Fault, named for `file`, for anything else."""
    try:
        # Non-blocking: opening a named pipe would otherwise block forever.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        try:
            status = os.fstat(handle)
            if not stat.S_ISREG(status.st_mode):
                what = "a folder" if stat.S_ISDIR(status.st_mode) else "not a plain file"
                raise Fault(file, "file", f"this is {what}, and a file is needed", "put the file itself here")
            if status.st_size > most:
                size = f"the file is larger than {most:,} bytes and was not read"
                raise Fault(file, "file", size, "split it, or check that it is the right file")
            with os.fdopen(handle, "rb", closefd=False) as stream:
                return stream.read(most)
        finally:
            os.close(handle)
    except FileNotFoundError:
        raise Fault(file, "file", "the file is missing", "add it") from None
    except (OSError, ValueError) as error:
        raise _unreadable(file, "file", error) from None


def _unreadable(file: str, what: str, error: OSError | ValueError) -> Fault:
    reason = getattr(error, "strerror", None) or "the system gives no reason"
    return Fault(file, "file", f"the {what} cannot be read ({reason})", "check what it is and who may read it")
