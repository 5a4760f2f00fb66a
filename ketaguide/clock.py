"""Current date. Standard library only."""

import os
from datetime import date

VARIABLE = "KETAGUIDE_TODAY"
"""Environment variable that overrides the date (2027-06-01): to preview the guide on another day, and for tests."""


def complaint() -> str:
    """Return a sentence for a person where the environment variable holds no date; else nothing."""
    value = os.environ.get(VARIABLE, "")
    try:
        date.fromisoformat(value or "2026-01-01")
    except ValueError:
        return f"{VARIABLE} is not a day, and today is used: write it as 2027-06-01, not {value[:20]!r}"
    return ""


def today() -> date:
    """Return the date of the environment variable, or else of this computer."""
    try:
        return date.fromisoformat(os.environ.get(VARIABLE, ""))
    except ValueError:
        return date.today()
