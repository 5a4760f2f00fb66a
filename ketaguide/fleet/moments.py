"""Moments as text: 2026-11-26T19:00:00Z."""

from datetime import UTC, datetime

BEFORE_ALL = datetime.min.replace(tzinfo=UTC)


def moment(text: object) -> datetime:
    """Read a moment, or a day as its first moment; the beginning of time for anything else."""
    try:
        read = datetime.fromisoformat(str(text))
    except ValueError:
        return BEFORE_ALL
    return read.astimezone(UTC) if read.tzinfo else read.replace(tzinfo=UTC)


def text(moment: datetime) -> str:
    """Write a moment to the second."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if moment > BEFORE_ALL else ""


def day(moment: datetime) -> str:
    """The day of a moment, as 2026-11-26."""
    return moment.date().isoformat()
