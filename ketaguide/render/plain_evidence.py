"""Renders claims with their certainty, date and sources as plain text."""

from collections.abc import Iterable, Iterator

from ketaguide.model.guide import Section
from ketaguide.render.flow import Chunk
from ketaguide.render.plain_writer import PlainWriter
from ketaguide.resolve.evidence import ResolvedClaim, resolve_claims
from ketaguide.resolve.rests_on import claims_by_heading
from ketaguide.resolve.view import GuideView


def evidence_pieces(claim_ids: Iterable[str], view: GuideView, width: int, *, addresses: bool = True) -> Iterator[Chunk]:
    """Yield a heading, then each claim with its certainty, date, notes and sources, their web addresses if asked for."""
    writer = PlainWriter(view, width)
    yield writer.heading(view.labels.how_we_know)
    yield from claim_pieces(claim_ids, view, width, addresses=addresses)


def section_evidence_pieces(section: Section, view: GuideView, width: int, *, addresses: bool = True) -> Iterator[Chunk]:
    """Yield what a page rests on by its headings; a claim below several has its sources at the first, which the others name."""
    writer, told = PlainWriter(view, width), dict[str, str]()
    yield writer.heading(view.labels.how_we_know)
    for heading, claims in claims_by_heading(section, view):
        yield writer.heading(heading)
        for claim in resolve_claims(claims, view):
            if claim.id in told:
                where = view.labels.as_under.format(title=told[claim.id])
                yield Chunk((*writer.lines(claim.statement), *writer.lines(where)))
            else:
                told[claim.id] = heading
                yield _claim(claim, writer, addresses)


def claim_pieces(claim_ids: Iterable[str], view: GuideView, width: int, *, addresses: bool = True) -> Iterator[Chunk]:
    """Yield each claim with its certainty, date, notes and sources."""
    writer = PlainWriter(view, width)
    yield from (_claim(claim, writer, addresses) for claim in resolve_claims(claim_ids, view))


def _claim(claim: ResolvedClaim, writer: PlainWriter, addresses: bool) -> Chunk:
    """A claim; each address is whole, on a line of its own however narrow the window is, so that it can be copied."""
    lines = writer.lines(claim.statement)
    for fact in claim.facts:
        lines += writer.pair(fact.name, fact.text)
        lines += [f"  {fact.url}"] if fact.url and addresses else []
    return Chunk(tuple(lines))
