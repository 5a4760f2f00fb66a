"""The environment of a kiosk. Does not import Textual, whose environment variables must be cleared first."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, time
from time import monotonic

from ketaguide.model.guide import Guide
from ketaguide.session.idle import Hours, Limits


@dataclass(frozen=True, kw_only=True)
class KioskEnvironment:
    """Clocks, callbacks and limits of a kiosk, passed in so that it needs no files and no service manager."""

    reload: Callable[[], Guide | None] = lambda: None
    """Returns replaced content if it is valid, else None. Called at each reset, in its own thread: it may be slow."""
    ready: Callable[[], None] = lambda: None
    """Called after the first paint."""
    alive: Callable[[], None] = lambda: None
    """Called from the app's event loop about once a second, as a watchdog signal."""
    clock: Callable[[], float] = monotonic
    """Seconds of a monotonic clock."""
    hour: Callable[[], time] = lambda: datetime.now().time()
    """The local time of day."""
    limits: Limits = field(default_factory=Limits)
    hours: Hours | None = None
    """Opening hours; None for always open."""
