"""Exceptions shown to a person as words, with their exit codes.

KetaguideError
├── UsageError      the command line names something that does not exist    exit 2
├── ContentError    the guide cannot be read                                exit 1
├── DeviceError     something outside the guide is missing or fails         exit 1
├── DisplayError    the guide cannot be shown full screen                   exit 1
├── SigningError    keys, signatures or dates do not allow it               exit 1
├── UpdateError     new content is refused or cannot be fetched             exit 1
└── WriteError      files cannot be written where they were asked for       exit 1
"""

from collections.abc import Sequence
from enum import IntEnum


class Exit(IntEnum):
    """Exit codes: 0 fine, 1 problems found, 2 wrong usage."""

    FINE = 0
    PROBLEMS = 1
    USAGE = 2


def describe(fault: BaseException) -> str:
    """Describe an exception by type and place, without values: they could be a reader's input."""
    from pathlib import Path
    from traceback import extract_tb

    places = [f"{Path(frame.filename).name}:{frame.lineno}" for frame in extract_tb(fault.__traceback__)[-3:]]
    return f"{type(fault).__name__} at {' > '.join(places) or 'an unknown place'}"


class KetaguideError(Exception):
    """Base of all errors that are shown as words, never as a traceback."""

    exit = Exit.PROBLEMS


class UsageError(KetaguideError):
    """The command line names something that does not exist; the message says what does."""

    exit = Exit.USAGE


class DeviceError(KetaguideError):
    """A voice or a printer is missing or fails; the message says what to do."""


class DisplayError(KetaguideError):
    """The guide cannot be shown full screen; the message says what to install."""


class SigningError(KetaguideError):
    """Keys, signatures or dates do not allow it; nothing was signed or published."""


class UpdateError(KetaguideError):
    """New content is refused or cannot be fetched; the installed content stays."""


class WriteError(KetaguideError):
    """Files cannot be written to the requested place; the earlier files stay."""


class ContentError(KetaguideError):
    """The content cannot be read; `lines` are the problems, each with its file and line."""

    def __init__(self, lines: Sequence[str], exit_: Exit = Exit.PROBLEMS) -> None:
        super().__init__("\n".join(lines))
        self.exit = exit_
        self.lines = tuple(lines)
