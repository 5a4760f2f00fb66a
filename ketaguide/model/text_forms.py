"""Forms of short texts: ids, dates and addresses."""

import re
from typing import Annotated

import msgspec

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
"""An id that can stand in an address and name a file: small letters, digits and hyphens."""

_MONTH, _DAY = "(0[1-9]|1[0-2])", "(0[1-9]|[12][0-9]|3[01])"
Day = Annotated[str, msgspec.Meta(pattern=rf"^[0-9]{{4}}-{_MONTH}-{_DAY}$", examples=["2026-01-31"])]
OpenDay = Annotated[str, msgspec.Meta(pattern=rf"^([0-9]{{4}}-{_MONTH}-{_DAY})?$", examples=["2026-01-31"])]
"""A date, or empty when not set yet."""
Month = Annotated[str, msgspec.Meta(pattern=rf"^[0-9]{{4}}(-{_MONTH}(-{_DAY})?)?$", examples=["2026-01"])]
"""A year, month or day, as precisely as is known."""

_MAIL = r"[A-Za-z0-9][A-Za-z0-9._+-]*@([A-Za-z0-9-]+\.)+[A-Za-z]{2,}"
_PAGE = r"https://([A-Za-z0-9-]+\.)+[A-Za-z]{2,}(/[A-Za-z0-9._~/-]*)?"
WriteTo = Annotated[
    str,
    msgspec.Meta(
        pattern=f"^({_MAIL}|{_PAGE})?$",
        max_length=80,
        title="an e-mail address, or a page at https",
        examples=["guide@example.org"],
    ),
]
"""An e-mail address, or that of a page at https without ? or #; empty where none is published."""
