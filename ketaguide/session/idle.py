"""The idle state machine of a kiosk. Pure: callers pass the time, in seconds of any monotonic clock."""

from dataclasses import dataclass
from datetime import time
from enum import Enum
from math import ceil, inf

LEAST_SECONDS = 120.0
WORDS_PER_MINUTE = 100.0
"""A slow reader's speed; health texts are read at about half the speed of a novel."""
SLACK = 1.5
WARN_SECONDS = 20.0
"""WCAG 2.2.1 requires at least 20 seconds to extend a time limit with a simple action."""
HIDDEN_SECONDS = 30.0
CLEAN_SECONDS = 60.0


@dataclass(frozen=True, kw_only=True)
class Limits:
    """Duration of each kiosk state, in seconds."""

    least: float = LEAST_SECONDS
    """Minimum idle time on a page before the warning."""
    warn: float = WARN_SECONDS
    hidden: float = HIDDEN_SECONDS
    clean: float = CLEAN_SECONDS

    def __post_init__(self) -> None:
        if self.least < LEAST_SECONDS or self.warn < WARN_SECONDS:
            raise ValueError(f"a reader gets at least {LEAST_SECONDS:.0f} seconds, and {WARN_SECONDS:.0f} of warning")

    def reading(self, words: int) -> float:
        """Idle seconds allowed on a page of `words` words."""
        return max(self.least, words / WORDS_PER_MINUTE * 60 * SLACK)


@dataclass(frozen=True)
class Hours:
    """Opening hours of the waiting room; they span midnight if `closes` is before `opens`."""

    opens: time
    closes: time

    @classmethod
    def parse(cls, text: str) -> "Hours":
        """Parse "08:00-18:30". Raises ValueError for anything else."""
        opens, dash, closes = text.partition("-")
        if not dash or len(opens) != 5 or len(closes) != 5:
            raise ValueError(f"{text!r} is not of the form 08:00-18:30")
        return cls(time.fromisoformat(opens), time.fromisoformat(closes))

    def open_at(self, moment: time) -> bool:
        """True during opening hours."""
        if self.opens <= self.closes:
            return self.opens <= moment < self.closes
        return moment >= self.opens or moment < self.closes


class Phase(Enum):
    """States of a kiosk."""

    WAITING = "nobody is reading"
    READING = "somebody reads"
    WARNING = "the reader is asked whether they are there"
    HIDDEN = "the reader has hidden the page"
    CLEANING = "nothing typed or pressed counts, so that it can be wiped"
    EXPIRED = "the time is up: forget everything and wait"


class IdleTimer:
    """Tracks the state of a kiosk over time, from reported events."""

    def __init__(self, limits: Limits, now: float) -> None:
        self.limits = limits
        self.enter(Phase.WAITING, now)

    def enter(self, state: Phase, now: float) -> None:
        """Enter or restart a state: reading when somebody started, came back or pressed something."""
        self._state, self._since = state, now

    def phase(self, now: float, words: int) -> Phase:
        """The state at `now`, while a page of `words` words is displayed."""
        elapsed = self._elapsed(now)
        if elapsed >= self._end(words):
            return Phase.EXPIRED
        is_due = self._state is Phase.READING and elapsed >= self.limits.reading(words)
        return Phase.WARNING if is_due else self._state

    def seconds_left(self, now: float, words: int) -> int:
        """Whole seconds until the state ends, at least 0; 0 for a state without an end."""
        end = self._end(words)
        return 0 if end == inf else max(ceil(end - self._elapsed(now)), 0)

    def _end(self, words: int) -> float:
        """Seconds from the beginning of the state to its end."""
        limits = self.limits
        ends = {
            Phase.READING: limits.reading(words) + limits.warn, Phase.HIDDEN: limits.hidden, Phase.CLEANING: limits.clean,
        }  # fmt: skip
        return ends.get(self._state, inf)

    def _elapsed(self, now: float) -> float:
        self._since = min(self._since, now)  # a clock set back must not extend the wait
        return now - self._since
