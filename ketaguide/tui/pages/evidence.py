"""Pages of evidence: claims with certainty, date and sources."""

from collections.abc import Iterable

from ketaguide.resolve.evidence import resolve_claims
from ketaguide.resolve.section import section_cites
from ketaguide.tui.actions import Close, Open
from ketaguide.tui.doc import Barred, Button, Doc, Gap, Piece, Text, fact_runs, text, title
from ketaguide.tui.pages.context import Context


def evidence(context: Context, section_id: str) -> Doc:
    """The page of all claims of a section."""
    page = context.view.section(section_id)
    assert page is not None
    pieces: list[Piece] = [*title(context.view.labels.how_we_know), text(page.title, "h2"), Gap()]
    pieces += claims(context, section_cites(page, context.view))
    pieces.append(Button(context.words.previous.format(title=page.nav_title), Open(f"section:{page.id}")))
    return Doc(context.view.labels.how_we_know, tuple(pieces))


def evidence_sheet(context: Context, ids: Iterable[str]) -> Doc:
    """The sheet with the claims of a block."""
    close, heading = Button(context.words.close_sheet, Close()), context.view.labels.how_we_know
    return Doc(heading, (*title(heading), *claims(context, ids), close), start=Close())


def claims(context: Context, ids: Iterable[str]) -> list[Piece]:
    """Claims with certainty, date, notes and sources."""
    pieces: list[Piece] = []
    for claim in resolve_claims(ids, context.view):
        rows: list[Piece] = []
        for fact in claim.facts:
            rows.append(Text(fact_runs(fact)))
            rows += [text(fact.url, "soft")] if fact.url else []
        pieces += [text(claim.statement), Barred(tuple(rows), "bar"), Gap()]
    return pieces
