"""Public topics and claims, and the pages that cover them."""

from typing import Literal

import msgspec


class Topic(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A topic of an article the guide was asked to cover, and the page that covers it."""

    article: str
    topic: str
    section: str


class PublicClaim(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A public claim in our words, with a verdict; a myth block answers each one that needs it."""

    id: str
    article: str
    says: str
    verdict: Literal["overstated", "misleading", "unsupported", "out-of-date"]


class Topics(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """topics.yaml."""

    topics: tuple[Topic, ...] = ()
    claims: tuple[PublicClaim, ...] = ()
