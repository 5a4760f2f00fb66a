"""How long a kiosk waits for its reader, and what it does then. Pure: the time is passed in, in seconds of any steady clock."""

from dataclasses import dataclass
from datetime import time
from enum import Enum
from math import ceil

LEAST_SECONDS = 120.0
WORDS_PER_MINUTE = 100.0
"""A slow reader's pace; health texts are read at about half the pace of a novel."""
SLACK = 1.5
WARN_SECONDS = 20.0
"""WCAG 2.2.1 asks for at least 20 seconds to say that one is still there, by a simple action."""
HIDDEN_SECONDS = 30.0
CLEAN_SECONDS = 60.0


@dataclass(frozen=True, kw_only=True)
class Limits:
    """Seconds that each state of a kiosk lasts."""

    least: float = LEAST_SECONDS
    """The shortest time a page is left alone before the reader is asked."""
    warn: float = WARN_SECONDS
    hidden: float = HIDDEN_SECONDS
    clean: float = CLEAN_SECONDS

    def __post_init__(self) -> None:
        if self.least < LEAST_SECONDS or self.warn < WARN_SECONDS:
            raise ValueError(f"a reader gets at least {LEAST_SECONDS:.0f} seconds, and {WARN_SECONDS:.0f} of warning")

    def reading(self, words: int) -> float:
        """Seconds that a page of so many words may lie untouched."""
        return max(self.least, words / WORDS_PER_MINUTE * 60 * SLACK)


@dataclass(frozen=True)
class Hours:
    """When the waiting room is open; across midnight where it closes before it opens."""

    opens: time
    closes: time

    @classmethod
    def parse(cls, text: str) -> "Hours":
        """From "08:00-18:30". ValueError for anything else."""
        opens, dash, closes = text.partition("-")
        if not dash or len(opens) != 5 or len(closes) != 5:
            raise ValueError(f"{text!r} is not of the form 08:00-18:30")
        return cls(time.fromisoformat(opens), time.fromisoformat(closes))

    def open_at(self, moment: time) -> bool:
        """Whether the room is open at a time of day."""
        if self.opens <= self.closes:
            return self.opens <= moment < self.closes
        return moment >= self.opens or moment < self.closes


class Phase(Enum):
    """What a kiosk is doing."""

    WAITING = "nobody is reading"
    READING = "somebody reads"
    WARNING = "the reader is asked whether they are there"
    HIDDEN = "the reader has hidden the page"
    CLEANING = "nothing typed or pressed counts, so that it can be wiped"
    EXPIRED = "the time is up: forget everything and wait"


class IdleTimer:
    """The state of a kiosk over time: told what happens, asked what is due."""

    def __init__(self, limits: Limits, now: float) -> None:
        self.limits = limits
        self._state = Phase.WAITING
        self._since = now

    def wait(self, now: float) -> None:
        """Nobody is here."""
        self._enter(Phase.WAITING, now)

    def read(self, now: float) -> None:
        """Somebody is here: started, came back, or pressed something. As often as wanted."""
        self._enter(Phase.READING, now)

    def hide(self, now: float) -> None:
        """The page is hidden from others in the room."""
        self._enter(Phase.HIDDEN, now)

    def clean(self, now: float) -> None:
        """Keys and screen are being wiped."""
        self._enter(Phase.CLEANING, now)

    def phase(self, now: float, words: int) -> Phase:
        """What is due now, with a page of so many words on show."""
        gone = self._gone(now)
        match self._state:
            case Phase.READING:
                asked = self.limits.reading(words)
                if gone < asked:
                    return Phase.READING
                return Phase.WARNING if gone < asked + self.limits.warn else Phase.EXPIRED
            case Phase.HIDDEN:
                return Phase.HIDDEN if gone < self.limits.hidden else Phase.EXPIRED
            case Phase.CLEANING:
                return Phase.CLEANING if gone < self.limits.clean else Phase.EXPIRED
        return Phase.WAITING

    def left(self, now: float, words: int) -> int:
        """Whole seconds until this state is over, never less than 0; 0 where it has no end."""
        match self._state:
            case Phase.READING:
                end = self.limits.reading(words) + self.limits.warn
            case Phase.HIDDEN:
                end = self.limits.hidden
            case Phase.CLEANING:
                end = self.limits.clean
            case _:
                return 0
        return max(ceil(end - self._gone(now)), 0)

    def _enter(self, state: Phase, now: float) -> None:
        self._state, self._since = state, now

    def _gone(self, now: float) -> float:
        self._since = min(self._since, now)  # a clock that was put back must not make anybody wait for ever
        return now - self._since
