"""A rate limit on printing. Stores only times, and only while they count."""

from dataclasses import dataclass, field


@dataclass
class Prints:
    """Times of recent prints. Pure: callers pass the time, in seconds of any monotonic clock."""

    most: int = 3
    seconds: float = 600.0
    """The window in which at most `most` prints are allowed."""
    times: list[float] = field(default_factory=list)

    def wait(self, now: float) -> float:
        """Seconds until the next print is allowed."""
        self.times = [min(time, now) for time in self.times if time > now - self.seconds]  # the clock may be set back
        return 0.0 if len(self.times) < self.most else self.times[-self.most] + self.seconds - now

    def add(self, now: float) -> None:
        """Record one print."""
        self.times.append(now)

    def take_back(self) -> None:
        """Remove the last print, which failed."""
        self.times.pop()


def of_machine() -> Prints:
    """The limit for one machine and all its readers: 20 prints an hour."""
    return Prints(20, 3600.0)
