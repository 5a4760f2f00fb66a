"""The signals by which a program is told to end. Standard library only."""

import signal

TO_END = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)
"""Ctrl+C, whoever looks after the machine, the terminal closing, Ctrl+\\\\."""
