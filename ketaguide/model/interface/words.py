"""The base class of the groups of interface text."""

import msgspec


class Words(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base class of a group of interface text."""
