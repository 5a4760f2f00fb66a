"""Get help now: three care cards in NHS order, numbers large, then "see your GP"."""

from ketaguide import crisis
from ketaguide.model.block import CareCard
from ketaguide.model.contact import NATIONS, Contact, Nation
from ketaguide.render import phrases
from ketaguide.tui.actions import Open
from ketaguide.tui.doc import Big, Box, Button, Buttons, Doc, Gap, Piece, text, title
from ketaguide.tui.pages.blocks import care_card, contact_piece
from ketaguide.tui.pages.context import Context


def help_now(context: Context) -> Doc:
    """The care cards of the page `get-help`, each followed by its numbers in large digits."""
    page = context.section("get-help")
    cards = [block for block in page.blocks if isinstance(block, CareCard)] if page else []
    pieces: list[Piece] = [*title(context.crisis.get_help_now)]
    for card in cards:
        box = care_card(context, card)
        pieces += [Box(box.head, (*box.body, *_big(context, card, box.style)), box.style), Gap()]
        if card.urgency == "urgent":
            pieces += [*_talk(context), Gap()]
    pieces += [
        text(context.words.after_help),
        Gap(),
        Buttons(
            (
                Button(context.words.whole_directory, Open("section:get-help")),
                Button(context.crisis.see_your_gp, Open("section:see-your-gp")),
            )
        ),
    ]
    return Doc(context.crisis.get_help_now, tuple(pieces))


def _big(context: Context, card: CareCard, style: str) -> list[Piece]:
    """Each number of the card once, large, for the nation on show."""
    pieces: list[Piece] = []
    seen: set[str] = set()
    for contact in _of(context, card.contacts):
        if contact.phone and contact.phone not in seen:
            seen.add(contact.phone)
            pieces += [Gap(), text(contact.name, "strong"), Big(contact.phone, f"{style}-big")]
    return pieces


def _talk(context: Context) -> list[Piece]:
    """Someone to talk to, in a text too where one can: inset, not a care card (NHS pattern)."""
    return [text(context.crisis.talk, "h2"), *(contact_piece(context, contact) for contact in _of(context, crisis.TALKS))]


def _of(context: Context, ids: tuple[str, ...]) -> list[Contact]:
    contacts = [context.guide.contacts[contact] for contact in ids if contact in context.guide.contacts]
    return [contact for contact in contacts if contact.serves(context.session.nation)]


def banner_parts(context: Context) -> list[tuple[str, str]]:
    """(for what, number) of the crisis banner: emergency, the urgent line of the nation or nations, someone to talk to."""
    guide, nation = context.guide, context.session.nation
    words = context.crisis

    def phone(contact: str) -> str:
        return guide.contacts[contact].phone

    parts = [(words.life_at_risk, phone(crisis.EMERGENCY))]
    if nation is None:
        by_phone: dict[str, list[Nation]] = {}
        for other in NATIONS:
            by_phone.setdefault(phone(crisis.URGENT[other]), []).append(other)
        alone = [(nations[0], number) for number, nations in by_phone.items() if len(nations) == 1]
        most = next(number for number, nations in by_phone.items() if len(nations) > 1)
        elsewhere = ", ".join(f"{phrases.nation_name(nation, context.labels)} {number}" for nation, number in alone)
        parts.append((words.crisis, f"{most} ({elsewhere})"))
    else:
        parts.append((words.crisis, phone(crisis.URGENT[nation])))
    return [*parts, (words.talk, phone(crisis.TALK))]
