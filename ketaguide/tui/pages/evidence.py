"""How we know: the claims of a page, how sure we are of each, and where they were published."""

from collections.abc import Iterable

from ketaguide.render import phrases
from ketaguide.tui.actions import Close, Open
from ketaguide.tui.doc import Barred, Button, Doc, Gap, Piece, Run, Text, text, title
from ketaguide.tui.pages.context import Context


def evidence(context: Context, section_id: str) -> Doc:
    """Every claim the page rests on."""
    page = context.section(section_id)
    assert page is not None
    pieces: list[Piece] = [*title(context.labels.how_we_know), text(page.title, "h2"), Gap()]
    pieces += claims(context, phrases.section_cites(page))
    pieces.append(Button(context.words.previous.format(title=page.nav_title), Open(f"section:{page.id}")))
    return Doc(context.labels.how_we_know, tuple(pieces))


def evidence_sheet(context: Context, ids: Iterable[str]) -> Doc:
    """What one part of a page rests on."""
    close = Button(context.words.close_sheet, Close())
    return Doc(context.labels.how_we_know, (*title(context.labels.how_we_know), *claims(context, ids), close), start=Close())


def claims(context: Context, ids: Iterable[str]) -> list[Piece]:
    """Claims with certainty, date, caveat and sources."""
    labels = context.labels
    pieces: list[Piece] = []
    for claim_id in ids:
        claim = context.guide.claims.get(claim_id)
        if claim is None:
            continue
        facts = [(labels.how_sure, phrases.how_sure(claim, labels))]
        facts += [("", note) for note in phrases.claim_notes(claim)]
        for source_id in claim.sources:
            if source := context.guide.sources.get(source_id):
                facts.append((labels.source, phrases.source_words(source)))
                facts += [("", source.url)] if source.url else []
        pieces.append(text(claim.statement))
        rows = (Text((Run(f"{name}: " if name else "", "label"), Run(fact, "soft"))) for name, fact in facts)
        pieces.append(Barred(tuple(rows), "bar"))
        pieces.append(Gap())
    return pieces
