"""Current date. Standard library only."""

import os
from datetime import date

VARIABLE = "KETAGUIDE_TODAY"
"""Environment variable that overrides the date (2027-06-01): to preview the guide on another day, and for tests."""


def today() -> date:
    """Return the date of the environment variable, or else of this computer."""
    try:
        return date.fromisoformat(os.environ.get(VARIABLE, ""))
    except ValueError:
        return date.today()
