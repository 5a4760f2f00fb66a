"""Questions a reader can take to a GP, a specialist, a clinic or their family. Readers pick them and type nothing."""

import msgspec


class Ask(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One question, in the reader's voice."""

    id: str
    text: str


class AskGroup(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Questions for one kind of person, such as a GP."""

    id: str
    title: str
    questions: tuple[Ask, ...]


class Asks(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Every question to ask, grouped by the person asked."""

    groups: tuple[AskGroup, ...]
