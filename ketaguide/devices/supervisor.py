"""Tells the service manager and the journal how a kiosk is doing: systemd's own protocols, over its local sockets alone.

Protocols: sd_notify(3) and https://systemd.io/JOURNAL_NATIVE_PROTOCOL/. Where there is no service manager nothing is
told, and nothing is lost: what is said here is for whoever looks after the machine, and never about a reader.
"""

import os
import socket

JOURNAL = "/run/systemd/journal/socket"
READY, ALIVE, STOPPING = "READY=1", "WATCHDOG=1", "STOPPING=1"
WARNING = 4
"""The journal's priority of a warning, as in syslog(3)."""


class Supervisor:
    """Speaks to the service manager that started this process, if one did."""

    def __init__(self, address: str | None = None, journal: str = JOURNAL) -> None:
        """The socket's address is taken from $NOTIFY_SOCKET unless given."""
        self._address = os.environ.get("NOTIFY_SOCKET", "") if address is None else address
        self._journal = journal

    def ready(self) -> None:
        """The first page is on the screen."""
        self._tell(READY)

    def alive(self) -> None:
        """All is well; said at least twice in each watchdog period."""
        self._tell(ALIVE)

    def stopping(self) -> None:
        """The program is about to end."""
        self._tell(STOPPING)

    def note(self, message: str) -> None:
        """Leave a line in the journal; a line break would end it, so there is none."""
        line = " ".join(message.split())
        fields = f"MESSAGE={line}\nPRIORITY={WARNING}\nSYSLOG_IDENTIFIER=ketaguide\n"
        _send(self._journal, fields.encode(errors="replace"))

    def _tell(self, state: str) -> None:
        if self._address:
            _send("\0" + self._address[1:] if self._address[0] == "@" else self._address, state.encode())


def _send(address: str, message: bytes) -> None:
    """One datagram to a socket of this machine; it never waits, and a socket that is not there is no fault."""
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC | socket.SOCK_NONBLOCK) as line:
            line.sendto(message, address)
    except OSError:
        pass
