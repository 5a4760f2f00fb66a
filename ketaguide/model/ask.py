"""Questions a reader can take to a GP, a specialist, a clinic or their family. Nothing is typed by the reader."""

import msgspec


class Ask(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One question, in the reader's voice."""

    id: str
    text: str


class AskGroup(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Questions for one kind of listener."""

    id: str
    title: str
    questions: tuple[Ask, ...]


class Asks(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Every question to ask, grouped by who is asked."""

    groups: tuple[AskGroup, ...]
