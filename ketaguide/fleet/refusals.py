"""Words for the library's exceptions: what is wrong with what was published, and who can mend it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from securesystemslib.exceptions import Error as SecuresystemslibError
from tuf.api import exceptions as tuf

from ketaguide.errors import UpdateError

NOT_UNDERSTOOD = (tuf.RepositoryError, SecuresystemslibError, ValueError, KeyError, RecursionError)
WORDS: dict[type[Exception], str] = {
    tuf.ExpiredMetadataError: (
        "signatures have expired by this computer's clock, which shows {clock}: the publisher must sign again"
    ),
    tuf.UnsignedMetadataError: "a signature is missing, or is not by a known key",
    tuf.BadVersionNumberError: "a file is older than one seen before, or does not belong with the others",
    tuf.LengthOrHashMismatchError: "a file is not the one that was signed, or was copied only in part",
    tuf.DownloadLengthMismatchError: "a file is longer than what was signed",
    tuf.SlowRetrievalError: "the server is too slow",
    tuf.DownloadError: "a file cannot be fetched",
    **dict.fromkeys(NOT_UNDERSTOOD, "a published file cannot be understood"),
}
"""Exception → words; the first that fits."""


@contextmanager
def as_update_errors(clock: datetime) -> Iterator[None]:
    """Turn the library's exceptions into UpdateError."""
    try:
        yield
    except tuple(WORDS) as error:
        words = next(words for kind, words in WORDS.items() if isinstance(error, kind))
        raise UpdateError(f"{words.format(clock=f'{clock:%Y-%m-%d}')} ({plain(error)})") from error


def plain(error: Exception) -> str:
    """The exception's own words on one line: parts of them are a server's, and may hold control characters."""
    return "".join(letter if letter.isprintable() else " " for letter in str(error) or type(error).__name__)[:300]
