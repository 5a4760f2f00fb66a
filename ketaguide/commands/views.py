"""Chooses the view for the streams that the program has."""

import os
import sys
from typing import Literal

from ketaguide import streams

ViewKind = Literal["screen", "conversation", "text"]

PLAIN = "KETAGUIDE_PLAIN"
"""Environment variable that asks for the conversation in place of the full screen."""


def prefers_plain() -> bool:
    """True when the environment asks for the conversation; an empty value, 0, no, off and false do not."""
    return os.environ.get(PLAIN, "").strip().lower() not in ("", "0", "no", "off", "false")


def choose_view(plain: bool, *, preferred: bool = False) -> ViewKind:
    """Choose the view for the program's streams.

    With --plain it is the conversation, also with piped input, but not with terminal input and piped output: the reader
    would not see the questions. Where the conversation is `preferred`, it replaces the full screen alone.
    """
    asks, shows = streams.is_terminal(sys.stdin), streams.is_terminal(sys.stdout)
    if plain:
        return "text" if asks and not shows else "conversation"
    if not (asks and shows):
        return "text"
    if not streams.has_screen():
        return "conversation"
    types_only = preferred or os.environ.get("TERM", "") in ("", "dumb") or not streams.is_terminal(sys.stderr)
    return "conversation" if types_only or not streams.supports_unicode(sys.stderr) else "screen"
