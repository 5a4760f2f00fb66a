"""Places to fetch signed content from: an https server, or a folder such as a USB stick. Nothing read here is trusted yet."""

import os
import signal
import ssl
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPException, HTTPResponse
from io import BufferedReader
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import HTTPRedirectHandler, HTTPSHandler, Request, build_opener

from tuf.api.exceptions import DownloadError, DownloadHTTPError, SlowRetrievalError
from tuf.ngclient import FetcherInterface

from ketaguide import __version__
from ketaguide.errors import UsageError
from ketaguide.fleet.addresses import require_https

STALL_SECONDS = 30
"""Longest wait for a server's next byte; `time_limit` bounds the whole fetch."""
CHUNK = 65_536
NO_CHECK_TIME = 0x200000
"""X509_V_FLAG_NO_CHECK_TIME of OpenSSL: certificates are checked, but for their dates."""


class PackSource(FetcherInterface):
    """A place to fetch files from, one after another."""

    _file: BufferedReader | HTTPResponse | None = None

    def close(self) -> None:
        """Close the file fetched last: whoever was cut off has not read it to its end."""
        if self._file is not None:
            self._file.close()


def source_of(text: str, *, clock_is_behind: bool) -> PackSource:
    """Return the source that a person named. UsageError for an address that is not https, and for a folder that is none."""
    if "://" in text:
        require_https(text)
        return WebSource(text, clock_is_behind=clock_is_behind)
    if not Path(text, "metadata").is_dir():
        raise UsageError(f"{text} holds no published content: is the stick in, and is it the folder that holds metadata/?")
    return FolderSource(Path(text))


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise SlowRetrievalError when the block takes longer: a server may send a byte now and then for ever."""

    def stop(*_: object) -> None:
        raise SlowRetrievalError(f"it was not done within {seconds:g} seconds")

    if not hasattr(signal, "setitimer"):  # Windows
        yield
        return
    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


class FolderSource(PackSource):
    """A folder with published content. Links that lead out of it and anything but plain files are refused."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._real = Path(os.path.realpath(folder))

    def _fetch(self, url: str) -> Iterator[bytes]:
        path = self._folder / url
        if not Path(os.path.realpath(path)).is_relative_to(self._real):
            raise DownloadError(f"{url} leads out of the folder; put the file itself there, not a link")
        try:
            handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))  # a named pipe would block for ever
        except FileNotFoundError:
            raise DownloadHTTPError(f"{url} is missing", 404) from None
        except OSError as error:
            raise _unreadable(url, error) from None
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            os.close(handle)
            raise DownloadError(f"{url} is not a plain file")
        self.close()
        self._file = file = os.fdopen(handle, "rb")
        return _chunks(file, url, _unreadable)


def _unreadable(url: str, error: Exception) -> DownloadError:
    return DownloadError(f"{url} cannot be read ({getattr(error, 'strerror', error)})")


class WebSource(PackSource):
    """A web server, with the system's certificates and proxies. It never leads to an address without TLS."""

    def __init__(self, address: str, *, clock_is_behind: bool) -> None:
        """Use the server below `address`. With a clock known to be behind, certificates may be "not yet valid"."""
        self._address = address if address.endswith("/") else f"{address}/"
        context = ssl.create_default_context()
        if clock_is_behind:
            context.verify_flags |= NO_CHECK_TIME
        self._opener = build_opener(HTTPSHandler(context=context), _Redirects())

    def _fetch(self, url: str) -> Iterator[bytes]:
        request = Request(self._address + url, headers={"User-Agent": f"ketaguide/{__version__}"})
        try:
            response = self._opener.open(request, timeout=STALL_SECONDS)
        except HTTPError as error:
            error.close()
            raise DownloadHTTPError(f"{url}: the server answers {error.code} {error.reason}", error.code) from None
        except (OSError, HTTPException, ValueError) as error:
            raise _failed(url, error) from None
        self.close()
        self._file = response
        return _chunks(response, url, _failed)


def _chunks(
    file: BufferedReader | HTTPResponse, url: str, failed: Callable[[str, Exception], DownloadError]
) -> Iterator[bytes]:
    """Yield the pieces of a file, closing it at the end: a stick may be pulled out, and a server may fall silent."""
    with file:
        try:
            while chunk := file.read1(CHUNK):
                yield chunk
        except (OSError, HTTPException, ValueError) as error:
            raise failed(url, error) from None


def _failed(url: str, error: Exception) -> DownloadError:
    reason = error.reason if isinstance(error, URLError) else error
    if isinstance(reason, TimeoutError):
        return SlowRetrievalError(f"the server sent nothing for {STALL_SECONDS} seconds")
    return DownloadError(f"{url} cannot be fetched ({reason or type(error).__name__})")


class _Redirects(HTTPRedirectHandler):
    """Follows redirects that stay with https."""

    def redirect_request(self, req: Request, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> Request | None:
        try:
            require_https(newurl)
        except UsageError as error:
            fp.close()
            raise URLError(f"the server leads elsewhere: {error}") from None
        return super().redirect_request(req, fp, code, msg, headers, newurl)
