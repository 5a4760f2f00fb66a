"""A limit on printing: times alone are remembered, and those only as long as they count."""

from dataclasses import dataclass, field


@dataclass
class Prints:
    """How often something was printed lately. Pure: the time is passed in, in seconds of any steady clock."""

    most: int = 3
    seconds: float = 600.0
    """No more than `most` in so many seconds."""
    times: list[float] = field(default_factory=list)

    def wait(self, now: float) -> float:
        """Seconds until one more may be printed."""
        self.times = [min(time, now) for time in self.times if time > now - self.seconds]  # a clock may be put back
        return 0.0 if len(self.times) < self.most else self.times[-self.most] + self.seconds - now

    def add(self, now: float) -> None:
        """One more is printed."""
        self.times.append(now)

    def take_back(self) -> None:
        """The last was not printed after all."""
        self.times.pop()


def of_machine() -> Prints:
    """The limit for everybody who comes to a machine in an hour."""
    return Prints(20, 3600.0)
