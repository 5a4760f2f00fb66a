"""Due dates of a guide that have passed by the display date."""

import msgspec


class Overdue(msgspec.Struct, frozen=True, kw_only=True):
    """Due dates that have passed."""

    guide: bool = False
    """True when the check or review of the whole guide is overdue."""
    contacts: frozenset[str] = frozenset()
    """Ids of the contacts that are overdue for checking."""
    updated: str = ""
    """The day of the last update of installed content if another is overdue, as 2026-12-01; else empty."""


NOTHING_OVERDUE = Overdue()
