"""Current date. Standard library only."""

import os
from time import strftime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

VARIABLE = "KETAGUIDE_TODAY"
"""Environment variable that overrides the date (2027-06-01): to preview the guide on another day, and for tests."""


def complaint() -> str:
    """Return a sentence for a person where the environment variable holds no date; else nothing."""
    value = os.environ.get(VARIABLE, "")
    if not value:
        return ""
    from datetime import date

    try:
        date.fromisoformat(value)
    except ValueError:
        return f"{VARIABLE} is not a day, and today is used: write it as 2027-06-01, not {value[:20]!r}"
    return ""


def day() -> str:
    """Return today's date as 2027-06-01. Without the variable it does not import `datetime`, which is as slow as a page."""
    return today().isoformat() if os.environ.get(VARIABLE) else strftime("%Y-%m-%d")


def today() -> "date":
    """Return the date of the environment variable, or else of this computer."""
    from datetime import date

    try:
        return date.fromisoformat(os.environ.get(VARIABLE, ""))
    except ValueError:
        return date.today()
