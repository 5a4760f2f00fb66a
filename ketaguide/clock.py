"""The day of the calendar. Standard library only."""

import os
from datetime import date

VARIABLE = "KETAGUIDE_TODAY"
"""Environment variable that sets the day, as 2027-06-01: to see the guide as it will be, and to hold the clock of tests."""


def today() -> date:
    """The day on this computer's calendar, or the one that the environment variable asks for."""
    try:
        return date.fromisoformat(os.environ.get(VARIABLE, ""))
    except ValueError:
        return date.today()
