"""Date types: text in the only formats that content may use."""

from typing import Annotated

import msgspec

_MONTH, _DAY = "(0[1-9]|1[0-2])", "(0[1-9]|[12][0-9]|3[01])"

Day = Annotated[str, msgspec.Meta(pattern=rf"^[0-9]{{4}}-{_MONTH}-{_DAY}$", examples=["2026-01-31"])]
OpenDay = Annotated[str, msgspec.Meta(pattern=rf"^([0-9]{{4}}-{_MONTH}-{_DAY})?$", examples=["2026-01-31"])]
"""A date, or empty when not set yet."""
Month = Annotated[str, msgspec.Meta(pattern=rf"^[0-9]{{4}}(-{_MONTH}(-{_DAY})?)?$", examples=["2026-01"])]
"""A year, month or day, as precisely as is known."""
