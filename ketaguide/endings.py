"""The signals by which a program is told to end. Standard library only."""

import signal

TO_END = tuple(number for number in signal.Signals if number.name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT"))
"""Ctrl+C, whoever looks after the machine, the terminal closing, Ctrl+\\\\: those of them that this system has."""
