"""Renders claims with their certainty, date and sources as plain text."""

from collections.abc import Iterable, Iterator

from ketaguide.render.flow import Chunk, wrap
from ketaguide.render.plain_writer import PlainWriter
from ketaguide.resolve.evidence import ResolvedClaim, resolve_claims
from ketaguide.resolve.view import GuideView


def evidence_pieces(claim_ids: Iterable[str], view: GuideView, width: int) -> Iterator[Chunk]:
    """Yield a heading, then each claim with its certainty, date, notes and sources."""
    writer = PlainWriter(view, width)
    yield writer.heading(view.labels.how_we_know)
    yield from (_claim(claim, writer) for claim in resolve_claims(claim_ids, view))


def _claim(claim: ResolvedClaim, writer: PlainWriter) -> Chunk:
    lines = writer.lines(claim.statement)
    for fact in claim.facts:
        lines += writer.pair(fact.name, fact.text)
        lines += wrap(fact.url, writer.width, "  ") if fact.url else []
    return Chunk(tuple(lines))
