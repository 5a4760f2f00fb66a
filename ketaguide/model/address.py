"""An address to write to about what is wrong."""

from typing import Annotated

import msgspec

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
