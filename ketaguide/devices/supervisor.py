"""Notifies the service manager and writes to the journal, by systemd's protocols over local sockets.

Protocols: sd_notify(3) and https://systemd.io/JOURNAL_NATIVE_PROTOCOL/. Without a service manager
nothing is sent. Messages are for the machine's maintainers and never about a reader.
"""

import os
import socket
from contextlib import suppress

JOURNAL = "/run/systemd/journal/socket"
WARNING = 4
"""Priority of a warning in syslog(3)."""


class Supervisor:
    """Client of the service manager that started this process, if any."""

    def __init__(self, address: str | None = None, journal: str = JOURNAL) -> None:
        """Use the socket `address`; by default $NOTIFY_SOCKET, empty for none."""
        self._address = os.environ.get("NOTIFY_SOCKET", "") if address is None else address
        self._journal = journal

    def ready(self) -> None:
        """Notify that the first page is on the screen."""
        self._notify("READY=1")

    def alive(self) -> None:
        """Notify that the program is alive; call at least twice in each watchdog period."""
        self._notify("WATCHDOG=1")

    def stopping(self) -> None:
        """Notify that the program is about to exit."""
        self._notify("STOPPING=1")

    def note(self, message: str) -> None:
        """Write one line to the journal; line breaks become spaces, since one would end the field."""
        line = " ".join(message.split())
        fields = f"MESSAGE={line}\nPRIORITY={WARNING}\nSYSLOG_IDENTIFIER=ketaguide\n"
        _send(self._journal, fields.encode(errors="replace"))

    def _notify(self, state: str) -> None:
        if self._address:
            _send("\0" + self._address[1:] if self._address[0] == "@" else self._address, state.encode())


def _send(address: str, message: bytes) -> None:
    """Send one datagram to a local socket without blocking; errors are ignored."""
    kind = socket.SOCK_DGRAM | socket.SOCK_CLOEXEC | socket.SOCK_NONBLOCK
    with suppress(OSError), socket.socket(socket.AF_UNIX, kind) as line:
        line.sendto(message, address)
