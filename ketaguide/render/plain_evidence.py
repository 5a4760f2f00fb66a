"""How we know: claims with how sure we are, their date and their sources, as plain lines."""

from collections.abc import Iterable, Iterator

from ketaguide.model.evidence import Claim
from ketaguide.render import phrases
from ketaguide.render.flow import Piece, wrap
from ketaguide.render.plain_prose import Pen
from ketaguide.render.reading import Reading


def evidence_pieces(claim_ids: Iterable[str], reading: Reading, width: int) -> Iterator[Piece]:
    """The heading, then each claim."""
    pen = Pen(reading, width)
    yield pen.heading(reading.labels.how_we_know)
    for claim_id in claim_ids:
        if claim := reading.guide.claims.get(claim_id):
            yield claim_piece(claim, pen)


def claim_piece(claim: Claim, pen: Pen) -> Piece:
    """What we say, how sure we are, as of when, what to bear in mind, who paid, and where it was published."""
    labels = pen.labels
    lines = pen.lines(claim.statement) + pen.pair(labels.how_sure, f"{phrases.how_sure(claim, labels)}.")
    for note in phrases.claim_notes(claim):
        lines += pen.lines(note)
    for source_id in claim.sources:
        if source := pen.reading.guide.sources.get(source_id):
            lines += pen.pair(labels.source, phrases.source_words(source))
            lines += wrap(source.url, pen.width, "  ") if source.url else []
    return Piece(tuple(lines))
