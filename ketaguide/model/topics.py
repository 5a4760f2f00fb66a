"""Public topics and claims, and the pages that cover them."""

from typing import Literal

from ketaguide.model.base import StrictStruct


class Topic(StrictStruct, frozen=True, kw_only=True):
    """A topic of an article the guide was asked to cover, and the page that covers it."""

    article: str
    """The article. Example: is-it-safe-blog"""
    topic: str
    """The topic in a few words. Example: driving home"""
    section: str
    """The id of the page that covers it. Example: first-day"""


class PublicClaim(StrictStruct, frozen=True, kw_only=True):
    """A public claim in our words, with a verdict; a myth block answers each one that needs it."""

    id: str
    """Unique among the public claims. Example: always-works"""
    article: str
    """The article. Example: clinic-advert"""
    says: str
    """The claim in our own words. Example: It works for everyone."""
    verdict: Literal["overstated", "misleading", "unsupported", "out-of-date"]
    """Our verdict. Example: overstated"""


class Topics(StrictStruct, frozen=True, kw_only=True):
    """topics.yaml."""

    topics: tuple[Topic, ...] = ()
    """The topics of the articles."""
    claims: tuple[PublicClaim, ...] = ()
    """The public claims."""
