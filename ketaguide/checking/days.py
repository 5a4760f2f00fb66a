"""Dates of content as dates of the calendar."""

from datetime import date


def is_day(text: str) -> bool:
    """True if a date of content (a year, a month or a day) is in the calendar."""
    try:
        date.fromisoformat(f"{text}-01-01"[:10])
    except ValueError:
        return False
    return True


def day(text: str) -> date:
    """The first day that a date of content can mean; one that is not in the calendar counts as the first of its month."""
    return date.fromisoformat(f"{text}-01-01"[:10] if is_day(text) else f"{text[:7]}-01")


def months_between(earlier: str, later: str) -> int:
    """Whole months from one date to another."""
    first, second = day(earlier), day(later)
    return (second.year - first.year) * 12 + second.month - first.month - (second.day < first.day)
