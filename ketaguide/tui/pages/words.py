"""The glossary as a page, and sheets for one word or one contact."""

from itertools import groupby

from ketaguide.resolve.contact import resolve_contact
from ketaguide.resolve.glossary import resolve_term, sorted_terms
from ketaguide.tui import glyphs
from ketaguide.tui.actions import Close, Open, ShowTerm
from ketaguide.tui.doc import Doc, Gap, Item, Piece, Run, Text, part, title
from ketaguide.tui.pages.blocks import contact_piece
from ketaguide.tui.pages.context import Context


def words(context: Context) -> Doc:
    """Every word of the glossary, from A to Z."""
    pieces: list[Piece] = [*title(context.view.labels.words)]
    for letter, terms in groupby(sorted_terms(context.view), lambda term: term.term[0].upper()):
        pieces += part(letter, *(Item(term.term, ShowTerm(term.id), indent=2) for term in terms))
    return Doc(context.view.labels.words, tuple(pieces[:-1]), menu=True)


def term_sheet(context: Context, term_id: str) -> Doc | None:
    """The sheet of a word: meaning, pronunciation, link to more; None for an unknown word."""
    term = context.guide.term(term_id, context.session.edition_id)
    if term is None:
        return None
    found = resolve_term(term, context.view)
    pieces: list[Piece] = [*title(found.name), Text(context.runs(found.meaning)), *([Gap()] if found.facts else [])]
    pieces += [Text((Run(f"{label}: ", "label"), Run(said))) for label, said in found.facts]
    pieces += [Gap(), _close(context)]
    if found.more:
        pieces.append(Text((Run(found.more.label, "link", Open(f"section:{found.more.page}")),)))
    return Doc(found.name, tuple(pieces), start=Close())


def contact_sheet(context: Context, contact_id: str) -> Doc | None:
    """The sheet of a contact; None for an unknown one."""
    contact = context.view.guide.contacts.get(contact_id)
    if contact is None:
        return None
    return Doc(contact.name, (contact_piece(resolve_contact(contact, context.view)), Gap(), _close(context)), start=Close())


def _close(context: Context) -> Text:
    """The row that closes a sheet, with the keys that do it."""
    return Text((Run(f"{glyphs.CROSS} {context.words.close_word}", "link", Close()),))
