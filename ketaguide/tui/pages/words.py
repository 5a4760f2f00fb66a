"""The glossary as a page, and sheets for one word or one contact."""

from ketaguide.model.glossary import Term
from ketaguide.resolve.contact import resolve_contact
from ketaguide.tui.actions import Close, Open, ShowTerm
from ketaguide.tui.doc import Button, Buttons, Doc, Gap, Item, Piece, Run, Text, text, title
from ketaguide.tui.pages.blocks import contact_piece
from ketaguide.tui.pages.context import Context


def words(context: Context) -> Doc:
    """Every word of the glossary, from A to Z."""
    terms = sorted(context.view.edition.glossary.terms, key=lambda term: term.term.lower())
    pieces: list[Piece] = [*title(context.view.labels.words)]
    letter = ""
    for term in terms:
        if term.term[0].upper() != letter:
            letter = term.term[0].upper()
            pieces += [Gap()] * (len(pieces) > 2) + [text(letter, "h2")]
        pieces.append(Item(term.term, ShowTerm(term.id), indent=2))
    return Doc(context.view.labels.words, tuple(pieces), menu=True)


def term_sheet(context: Context, term_id: str) -> Doc | None:
    """The sheet of a word: meaning, pronunciation, link to more; None for an unknown word."""
    term = context.guide.term(term_id, context.session.edition_id)
    if term is None:
        return None
    pieces: list[Piece] = [*title(term.term), Text(context.runs(term.meaning))]
    labels = context.view.labels
    pieces += [Gap()] if term.say or term.also else []
    if term.say:
        pieces.append(Text((Run(f"{labels.say_it}: ", "label"), Run(term.say))))
    if term.also:
        pieces.append(Text((Run(f"{labels.also_called}: ", "label"), Run(", ".join(term.also)))))
    return Doc(term.term, (*pieces, Gap(), Buttons(_buttons(context, term))), start=Close())


def contact_sheet(context: Context, contact_id: str) -> Doc | None:
    """The sheet of a contact; None for an unknown one."""
    contact = context.guide.contacts.get(contact_id)
    if contact is None:
        return None
    close = Buttons((Button(context.words.close_sheet, Close()),))
    return Doc(contact.name, (contact_piece(resolve_contact(contact, context.view)), Gap(), close), start=Close())


def _buttons(context: Context, term: Term) -> tuple[Button, ...]:
    close = Button(context.words.close_sheet, Close())
    page = context.view.section(term.section) if term.section else None
    if page is None:
        return (close,)
    return (close, Button(context.view.labels.read_more.format(title=page.nav_title), Open(f"section:{page.id}")))
