"""Resolves how we know a page by its blocks: the claims below each heading."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ketaguide.model.block import Heading
from ketaguide.model.guide import Section
from ketaguide.resolve.block import Resolved, ResolvedCareCard, ResolvedFold, ResolvedMyth, resolve_blocks
from ketaguide.resolve.view import GuideView


class HeadingClaims(NamedTuple):
    """The claims of the blocks below a heading."""

    heading: str
    claims: tuple[str, ...]


def claims_by_heading(section: Section, view: GuideView) -> tuple[HeadingClaims, ...]:
    """The headings of a page whose blocks rest on claims, in reading order; the summary first. Each claim once in each."""
    found: dict[str, dict[str, None]] = {}
    short = view.labels.in_short
    for heading, claims in ((short, section.cites), *_cites(resolve_blocks(section.blocks, view), short)):
        found.setdefault(heading, {}).update(dict.fromkeys(claims))
    return tuple(HeadingClaims(heading, tuple(claims)) for heading, claims in found.items() if claims)


def _cites(blocks: Iterable[Resolved], heading: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The heading and the claims of each block: its own title, else the heading above it."""
    for block in blocks:
        body = block.body
        heading = block.heading if isinstance(body, Heading) else heading
        if isinstance(body, ResolvedFold | ResolvedMyth):
            own = body.title if isinstance(body, ResolvedFold) else body.saying
        else:
            own = heading if isinstance(body, ResolvedCareCard) else block.heading or heading
        yield own, block.cites
        if isinstance(body, ResolvedFold):
            yield from _cites(body.blocks, own)
