"""What a kiosk needs of the world around it. It imports nothing of Textual, which must not be imported before it is purged."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, time
from time import monotonic

from ketaguide.model.guide import Guide
from ketaguide.session.idle import Hours, Limits


def _nothing() -> None: ...


def _unchanged() -> None:
    return None


@dataclass(frozen=True, kw_only=True)
class KioskEnvironment:
    """What a kiosk needs of the world around it, passed in so that it knows no files, no service manager and no clock."""

    renew: Callable[[], Guide | None] = _unchanged
    """The content if it was replaced and is good, else None. Asked at each reset, in a thread of its own: it may take long."""
    ready: Callable[[], None] = _nothing
    """Called once the first page is painted."""
    alive: Callable[[], None] = _nothing
    """Called from the loop that draws and listens, about once a second, while all is well."""
    clock: Callable[[], float] = monotonic
    """Seconds of a steady clock."""
    hour: Callable[[], time] = lambda: datetime.now().time()
    """The time of day on the wall."""
    limits: Limits = field(default_factory=Limits)
    hours: Hours | None = None
    """When the room is open; None for always."""
