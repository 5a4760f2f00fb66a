"""Base classes of the model."""

import msgspec


class StrictStruct(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A value written in a content file: it cannot change, and a field that it does not have is an error."""


class Words(StrictStruct, frozen=True):
    """A group of interface text."""
