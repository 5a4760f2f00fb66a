"""A content folder, read with suspicion: nothing outside it, nothing huge, nothing that is not a plain file."""

import os
import stat
from itertools import islice
from pathlib import Path

from ketaguide.loading.problem import Fault

MAX_BYTES = 500_000
"""No page of words is as long; what is longer is the wrong file and is not read."""
MAX_BYTES_IN_ALL = 3_000_000
MAX_NAMES = 500
"""Files in one folder. With the limits for values this keeps the worst content within a few seconds."""


class Folder:
    """The files below a folder, by their path in it. Every failure is a `Fault`, whatever the system says."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.real = Path(os.path.realpath(path))
        self._bytes = 0

    def has(self, file: str) -> bool:
        """Whether something of that name is there, readable or not."""
        return os.path.lexists(self.path / file)

    def names(self, folder: str = "") -> list[str]:
        """The names in a folder, sorted."""
        shown = folder or "."
        self._stay_inside(shown)
        try:
            names = [entry.name for entry in islice((self.path / folder).iterdir(), MAX_NAMES + 1)]
        except FileNotFoundError:
            raise Fault(shown, "file", "there is no such folder", "make it, or check the spelling of the path") from None
        except NotADirectoryError:
            raise Fault(shown, "file", "this is a file, and a folder is needed", "put a folder in its place") from None
        except (OSError, ValueError) as error:
            raise _unreadable(shown, "folder", error) from None
        if len(names) > MAX_NAMES:
            raise Fault(shown, "file", f"the folder holds more than {MAX_NAMES} files", "take out what does not belong here")
        return sorted(names)

    def read(self, file: str) -> bytes:
        """The bytes of a file."""
        self._stay_inside(file)
        try:
            return self._read(file)
        except FileNotFoundError:
            raise Fault(file, "file", "the file is missing", "add it") from None
        except (OSError, ValueError) as error:
            raise _unreadable(file, "file", error) from None

    def _read(self, file: str) -> bytes:
        # Not blocking, or a named pipe in the place of a file would hold the program for ever.
        handle = os.open(self.path / file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        try:
            status = os.fstat(handle)
            if not stat.S_ISREG(status.st_mode):
                what = "a folder" if stat.S_ISDIR(status.st_mode) else "not a plain file"
                raise Fault(file, "file", f"this is {what}, and a file is needed", "put the file itself here")
            if status.st_size > MAX_BYTES:
                size = f"the file is larger than {MAX_BYTES:,} bytes and was not read"
                raise Fault(file, "file", size, "split it, or check that it is the right file")
            self._bytes += status.st_size
            if self._bytes > MAX_BYTES_IN_ALL:
                size = f"with this file the content is larger than {MAX_BYTES_IN_ALL:,} bytes, and it was not read"
                raise Fault(file, "file", size, "shorten the content, or take out what does not belong here")
            with os.fdopen(handle, "rb", closefd=False) as stream:
                return stream.read(MAX_BYTES)
        finally:
            os.close(handle)

    def _stay_inside(self, file: str) -> None:
        if not Path(os.path.realpath(self.path / file)).is_relative_to(self.real):
            raise Fault(file, "file", "this leads out of the content folder", "put the file itself here, not a link")


def _unreadable(file: str, what: str, error: OSError | ValueError) -> Fault:
    reason = getattr(error, "strerror", None) or "the system gives no reason"
    return Fault(file, "file", f"the {what} cannot be read ({reason})", "check what it is and who may read it")
