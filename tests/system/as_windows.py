"""Runs commands, as `many` does, where a system has no terminals and signals of Unix."""

import os
import signal
import socket
import sys
from enum import IntEnum

GONE = ("termios", "fcntl", "pty", "tty", "resource", "pwd", "grp", "syslog", "readline")
KEPT = ("SIGINT", "SIGTERM", "SIGABRT", "SIGFPE", "SIGILL", "SIGSEGV")
"""The signals of Windows, but for its own SIGBREAK."""
LACKS = {
    os: ("killpg", "getpgid", "setsid", "fork", "getuid", "geteuid", "uname", "mkfifo", "get_blocking", "set_blocking"),
    signal: ("pthread_sigmask", "siginterrupt", "pause", "alarm", "setitimer", "sigwait"),
    socket: ("AF_UNIX",),
}


def become() -> None:
    """Remove the parts of the system that Windows lacks."""
    for name in [name for name in dir(signal) if name.startswith("SIG") and name[3:4].isalpha()]:
        if name not in (*KEPT, "SIG_IGN", "SIG_DFL"):
            delattr(signal, name)
    signal.Signals = IntEnum("Signals", {name: int(getattr(signal, name)) for name in KEPT})  # type: ignore[misc]
    for module, names in LACKS.items():
        for name in names:
            delattr(module, name)
    sys.modules.update(dict.fromkeys(GONE))  # type: ignore[arg-type]


if __name__ == "__main__":
    become()
    from tests.system.many import main

    main()
