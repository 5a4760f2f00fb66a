"""Dates as text, in the only form content may write them."""

from typing import Annotated

import msgspec

_MONTH, _DAY = "(0[1-9]|1[0-2])", "(0[1-9]|[12][0-9]|3[01])"

Day = Annotated[str, msgspec.Meta(pattern=rf"^[0-9]{{4}}-{_MONTH}-{_DAY}$", examples=["2026-01-31"])]
OpenDay = Annotated[str, msgspec.Meta(pattern=rf"^([0-9]{{4}}-{_MONTH}-{_DAY})?$", examples=["2026-01-31"])]
"""A day, or nothing yet."""
Month = Annotated[str, msgspec.Meta(pattern=rf"^[0-9]{{4}}(-{_MONTH}(-{_DAY})?)?$", examples=["2026-01"])]
"""A year, a month or a day, as exact as is known."""
