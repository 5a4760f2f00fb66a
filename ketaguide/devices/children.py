"""Runs system programs, each with a time limit, in its own process group; all are killed on exit."""

import atexit
import os
import selectors
import signal
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import suppress
from threading import Lock
from time import monotonic
from typing import IO, NamedTuple

IS_SUPPORTED = hasattr(os, "killpg")
"""True where programs may be started: not on Windows, where anyone could own the fixed paths."""
_POLL_SECONDS = 0.05
_REAP_SECONDS = 1
"""Seconds to wait for a killed program; one blocked in a device may end later."""
_MOST_BYTES = 65_536
_PIECE = 4096

_running: set["Child"] = set()
_guard = Lock()
_closed = False


class Outcome(NamedTuple):
    """Exit code and stderr of a finished program."""

    code: int
    complaint: str


class Child:
    """A running program without a terminal; its stdout is discarded, its stderr kept."""

    def __init__(self, command: Sequence[str], given: bytes = b"", env: Mapping[str, str] | None = None) -> None:
        """Start it with `given` on its stdin. OSError if it cannot be started."""
        self._given = given
        with _guard:
            if _closed:
                raise OSError("the guide is closing")
            self._process = subprocess.Popen(
                command, stdin=subprocess.PIPE if given else subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE, cwd="/", env=env, start_new_session=True,
            )  # fmt: skip
            _running.add(self)

    def result(self, seconds: float) -> Outcome | None:
        """Wait up to `seconds` for its end, then kill its process group; None on a timeout."""
        try:
            complaint = self._communicate(monotonic() + seconds)
        finally:
            self.kill()
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(_REAP_SECONDS)
            for pipe in (self._process.stdin, self._process.stderr):
                if pipe:
                    with suppress(OSError):
                        pipe.close()
            _running.discard(self)
        return None if complaint is None else Outcome(self._process.returncode, complaint.decode(errors="replace"))

    def kill(self) -> None:
        """Kill its process group."""
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self._process.pid, signal.SIGKILL)

    def _communicate(self, deadline: float) -> bytes | None:
        """Feed stdin and collect stderr until it ends, even if descendants keep the pipes open; None at `deadline`."""
        complaint, process = b"", self._process
        with selectors.DefaultSelector() as pipes:
            for pipe, event in ((process.stdin, selectors.EVENT_WRITE), (process.stderr, selectors.EVENT_READ)):
                if pipe:
                    os.set_blocking(pipe.fileno(), False)
                    pipes.register(pipe, event)
            while True:
                has_exited = process.poll() is not None
                if not has_exited and monotonic() > deadline:
                    return None
                if not pipes.get_map() and not has_exited:
                    with suppress(subprocess.TimeoutExpired):
                        process.wait(_POLL_SECONDS)
                    continue
                ready = pipes.select(0 if has_exited else _POLL_SECONDS)
                for key, _ in ready:
                    complaint = (complaint + self._exchange(key.fileobj, pipes))[:_MOST_BYTES]  # type: ignore[arg-type]
                if has_exited and (not ready or len(complaint) == _MOST_BYTES):
                    return complaint

    def _exchange(self, pipe: IO[bytes], pipes: selectors.BaseSelector) -> bytes:
        """Write or read once on a ready pipe, closing it when done; returns the bytes read."""
        try:
            if pipe is self._process.stdin:
                self._given = self._given[os.write(pipe.fileno(), self._given[:_PIECE]) :]
                done, found = not self._given, b""
            else:
                found = os.read(pipe.fileno(), _PIECE)
                done = not found
        except BlockingIOError:
            return b""
        except OSError:  # it has closed its stdin
            done, found = True, b""
        if done:
            pipes.unregister(pipe)
            pipe.close()
        return found


def end_all() -> None:
    """Kill every running program."""
    for child in list(_running):
        child.kill()


def _close() -> None:
    """Kill every program and refuse new ones, also from other threads."""
    global _closed
    with _guard:
        _closed = True
    end_all()


atexit.register(_close)
