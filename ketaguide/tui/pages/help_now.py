"""Get help now: three care cards in NHS order, numbers large, then "see your GP"."""

from ketaguide import crisis
from ketaguide.model.block import CareCard
from ketaguide.model.contact import NATIONS, Nation
from ketaguide.render import phrases
from ketaguide.render.crisis_notice import crisis_notice
from ketaguide.tui.actions import Open
from ketaguide.tui.doc import Button, Buttons, Doc, Gap, Piece, spaced, text, title
from ketaguide.tui.pages.blocks import care_card, contact_piece
from ketaguide.tui.pages.context import Context


def help_now(context: Context) -> Doc:
    """The care cards of the page `get-help`, each followed by its numbers in large digits."""
    page = context.section(crisis.HELP_PAGE)
    cards = [block for block in page.blocks if isinstance(block, CareCard)] if page else []
    pieces: list[Piece] = [*notice(context), *title(context.crisis.get_help_now)]
    if overdue := phrases.overdue_words(context.guide, context.labels):
        pieces += [text(overdue, "note"), Gap()]
    for card in cards:
        pieces += [care_card(context, card, large=True), Gap()]
        if card.urgency == "urgent":
            pieces += [text(context.crisis.talk, "h2"), Gap()]
            pieces += [*spaced(contact_piece(context, contact) for contact in context.contacts(crisis.TALKS)), Gap()]
    pieces += [*_near(context)]
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


def notice(context: Context) -> tuple[Piece, ...]:
    """A warning where the guide's crisis numbers, or the words around them, are not the built-in ones."""
    said = crisis_notice(context.guide, context.session.nation)
    return (text(said, "note"), Gap()) if said else ()


def _near(context: Context) -> list[Piece]:
    """The contacts of the place that shows the guide, after the cards that hold everywhere."""
    site = context.guide.site
    near = list(context.contacts(contact.id for contact in site.contacts))
    if not near:
        return []
    heading = text(context.take.near.format(site=site.name), "h2")
    return [heading, Gap(), *spaced(contact_piece(context, contact) for contact in near), Gap()]


def banner_parts(context: Context, *, short: bool = False) -> list[tuple[str, str]]:
    """(for what, number) of the crisis banner: emergency, the urgent line of the nation or nations, someone to talk to.

    With `short`, as it is said in a narrow window: 111 says what it is for by itself, and Northern Ireland is NI.
    """
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
        names = {"northern-ireland": context.labels.northern_ireland_short} if short else {}
        named = [(names.get(nation) or phrases.nation_name(nation, context.labels), number) for nation, number in alone]
        elsewhere = ", ".join(f"{name} {number}" for name, number in named)
        parts.append(("" if short else words.crisis, f"{most} ({elsewhere})"))
    else:
        parts.append((words.crisis, phone(crisis.URGENT[nation])))
    return [*parts, (words.talk, phone(crisis.TALK))]
