"""What the public is being told, and where the guide answers it."""

from typing import Literal

import msgspec


class Topic(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A topic of an article the guide was asked to cover, and its home here."""

    article: str
    topic: str
    section: str


class PublicClaim(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A claim met in public, in our words, judged; every one that needs it is answered by a myth block."""

    id: str
    article: str
    says: str
    verdict: Literal["overstated", "misleading", "unsupported", "out-of-date"]


class Topics(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """topics.yaml."""

    topics: tuple[Topic, ...] = ()
    claims: tuple[PublicClaim, ...] = ()
