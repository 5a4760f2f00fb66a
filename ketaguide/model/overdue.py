"""The dates of a guide that had passed on the day on which it is shown."""

import msgspec


class Overdue(msgspec.Struct, frozen=True, kw_only=True):
    """Due dates that have passed."""

    guide: bool = False
    """Whether the whole guide was to be checked or reviewed again by now."""
    contacts: frozenset[str] = frozenset()
    """Ids of the contacts that were to be checked again by now."""


NOTHING_OVERDUE = Overdue()
