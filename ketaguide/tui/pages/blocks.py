"""Blocks of a page to pieces. One arm for each kind of block."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from msgspec import structs

from ketaguide.model import block as b
from ketaguide.model.contact import Contact, Nation
from ketaguide.model.evidence import Arm
from ketaguide.model.guide import Section
from ketaguide.model.interface import Labels
from ketaguide.render import phrases
from ketaguide.render.flow import joined
from ketaguide.tui import glyphs
from ketaguide.tui.actions import ShowContact, ShowEvidence, Toggle
from ketaguide.tui.doc import Barred, Big, Box, Gap, Pairs, People, Picture, Piece, Run, Table, Text, spaced, text
from ketaguide.tui.pages.context import Context

_CARD = {"non_urgent": "calm", "urgent": "urgent", "emergency": "grave"}
_BULLET = f"{glyphs.BULLET} "


def blocks(
    context: Context, page: str, these: Iterable[b.Block | b.Simple], refs: "Refs | None" = None
) -> Iterator[Piece]:
    """The pieces of blocks for the nation on show, an empty line after each block; `refs` numbers those that cite."""
    where: tuple[Nation, ...] = ()
    for block in phrases.shown(these, context.session.nation):
        if context.session.nation is None and block.nations != where:
            where = block.nations
            if said := _where(context, block):
                yield text(said, "label")
        pieces = list(_block(context, page, block, refs))
        ref = _ref(block, refs.get(id(block), 0) if refs else 0)
        date = _as_of(context, block)
        yield from _with_tail(pieces, (*ref, *((Run(f"({date})", "soft"),) if date else ())))
        yield Gap()


Refs = dict[int, int]
"""Identity of a block → its number on the page."""


def numbered(section: Section) -> Refs:
    """A number for each block of a page that cites, those in folds too, in reading order."""
    parts = [part for block in section.blocks for part in (_inside(block) or (block,))]
    found = [part for part in parts if phrases.block_cites(part)]
    return {id(block): number for number, block in enumerate(found, 1)}


def _inside(block: b.Block) -> tuple[b.Simple, ...]:
    match block:
        case b.Details():
            return block.blocks
        case b.Faq():
            return block.answer
    return ()


def _ref(block: b.Block | b.Simple, number: int) -> tuple[Run, ...]:
    """The number of a block, which opens "how we know"; nothing for a block without one."""
    return (Run(f"[{number}]", "ref", ShowEvidence(tuple(phrases.block_cites(block)))),) if number else ()


def _with_tail(pieces: list[Piece], tail: tuple[Run, ...]) -> list[Piece]:
    """The pieces with a number and a date after their last words, none of them alone on a row."""
    if not tail:
        return pieces
    last = pieces[-1] if pieces else None
    spaced_out = tuple(part for run in tail for part in (Run(joined(" ")), run))
    if isinstance(last, Text):
        return [*pieces[:-1], structs.replace(last, runs=(*last.runs, *spaced_out))]
    return [*pieces, Text(spaced_out[1:])]


def _as_of(context: Context, block: b.Block | b.Simple) -> str:
    """The date of what may change; inside folds, answers and options it stands with each of them."""
    cites = block.cites if isinstance(block, b.Details | b.Faq | b.OptionsTable) else phrases.block_cites(block)
    return phrases.as_of(cites, context.guide, context.labels)


def _where(context: Context, block: b.Block | b.Simple) -> str:
    """Where a block holds, said when that changes; a heading that names the nation, or ends such a run, needs no more."""
    if isinstance(block, b.Heading):
        named = (phrases.nation_name(nation, context.labels) in block.text for nation in block.nations)
        return "" if all(named) else phrases.for_nations(block.nations, context.labels)
    return phrases.for_nations(block.nations, context.labels) if block.nations else f"{context.labels.all_nations}:"


def _block(context: Context, page: str, block: b.Block | b.Simple, refs: Refs | None) -> Iterator[Piece]:
    match block:
        case b.Heading():
            yield text(block.text, "h2")
        case b.Paragraph():
            yield Text(context.runs(block.text))
        case b.BulletList():
            yield from (Text(context.runs(item), _BULLET) for item in block.items)
        case b.Steps():
            yield from (Text(context.runs(item), f"{number}. ") for number, item in enumerate(block.items, 1))
        case b.DoDont():
            yield from _do_dont(context, block)
        case b.CareCard():
            yield care_card(context, block)
        case b.Inset():
            yield Barred((Text(context.runs(block.text)),), "bar")
        case b.Callout():
            yield Box((Run(context.labels.important),), (Text(context.runs(block.text, link="card-link")),), "callout")
        case b.IconArray():
            yield from _icon_array(context, block)
        case b.OptionsTable():
            yield text(block.title, "h2")
            yield Gap()
            yield Table(block.questions, tuple((option.name, _answers(context, option)) for option in block.options))
        case b.Timeline():
            yield text(block.title, "h2")
            yield Gap()
            yield Pairs(tuple((step.when, context.runs(step.text)) for step in block.steps))
        case b.Diagram():
            yield text(block.title, "h2")
            yield Gap()
            yield Picture(tuple(block.picture.rstrip().splitlines()))
            yield Gap()
            yield Text((Run(f"{context.labels.picture_in_words}: ", "label"), *context.runs(block.alternative)))
        case b.Myth():
            yield from _myth(context, block)
        case b.Contacts():
            found = phrases.contacts_of(block, context.guide, context.session.nation)
            yield from spaced(contact_piece(context, contact) for contact in found)
        case b.Details():
            yield from _fold(context, page, f"{page}:{block.title}", block.title, block.blocks, refs)
        case b.Faq():
            yield from _fold(context, page, f"{page}:{block.id}", block.question, block.answer, refs)
        case _:
            assert_never(block)


def _answers(context: Context, option: b.Option) -> tuple[tuple[Run, ...], ...]:
    """An option's answers, the date of what may change after the last."""
    *others, last = (context.runs(answer) for answer in option.answers)
    date = phrases.as_of(option.cites, context.guide, context.labels)
    return (*others, (*last, Run(f" ({date})", "soft")) if date else last)


def _do_dont(context: Context, block: b.DoDont) -> Iterator[Piece]:
    labels = context.labels
    yield text(labels.do, "strong")
    yield from (Text(context.runs(item), "+ ") for item in block.do)
    yield text(labels.do_not, "strong")
    for item in block.dont:
        lead = phrases.dont(item.text, labels).removesuffix(item.text)
        yield Text((Run(lead), *context.runs(item)), "x ")


def care_card(context: Context, block: b.CareCard, *, large: bool = False) -> Box:
    """A care card: its level in words, its heading, when it applies, and who to call; `large` for digits three rows tall."""
    level, style = getattr(context.labels, block.urgency), _CARD[block.urgency]
    body: list[Piece] = [Text(context.runs(item, link="card-link"), _BULLET) for item in block.items]
    said: set[str] = set()
    for contact in context.contacts(block.contacts):
        ways = phrases.contact_ways(contact, context.guide, context.labels)
        number = f": {ways[0]}" if contact.phone or contact.sms else ""
        body.append(Text((Run(contact.name, "card-link", ShowContact(contact.id)), Run(number, "strong"))))
        if large and contact.phone and contact.phone not in said:
            said.add(contact.phone)
            body += [Big(contact.phone, f"{style}-big"), Gap()]
    return Box((Run(f"{level} {block.heading}"),), tuple(body), style)


def contact_piece(context: Context, contact: Contact) -> Piece:
    """A contact in full: name, for whom, and every way to reach it."""
    lines: list[Piece] = [
        text(contact.name, "strong"),
        Text((Run(f"{context.labels.for_whom}: ", "soft"), Run(contact.for_whom))),
    ]
    for index, way in enumerate(phrases.contact_ways(contact, context.guide, context.labels)):
        style = "strong" if index == 0 and (contact.phone or contact.sms) else ""
        lines.append(text(way, style))
    return Barred(tuple(lines), "bar")


def _icon_array(context: Context, block: b.IconArray) -> Iterator[Piece]:
    claim = context.guide.claims[block.claim]
    figure = claim.figure(block.measure)
    yield Text(context.runs(block.words))
    if figure is None:
        return
    yield Gap()
    labels = context.labels
    arms = zip(figure.arms, block.labels, strict=False)
    yield text(labels.people_who.format(outcome=figure.outcome), "soft")
    yield People(tuple((_arm(arm, label, labels), labels.in_100.format(n=arm.per100), arm.per100) for arm, label in arms))
    yield Gap()
    for name, fact in phrases.figure_facts(figure, claim, labels):
        yield Text((Run(f"{name}: ", "label"), Run(fact, "soft")) if name else (Run(fact, "soft"),))


def _arm(arm: Arm, label: str, labels: Labels) -> str:
    counts = phrases.arm_counts(arm, labels)
    return f"{label}\n({counts})" if counts else label


def _myth(context: Context, block: b.Myth) -> Iterator[Piece]:
    labels = context.labels
    yield Text((Run(f"{labels.they_say}: ", "label"), Run(f'"{block.saying}"', "strong")))
    yield Text((Run(f"{labels.verdict}: ", "label"), Run(block.verdict, "strong")))
    yield from (Barred((Text(context.runs(paragraph)),), "bar") for paragraph in block.evidence)


def _fold(
    context: Context, page: str, fold: str, title: str, inside: tuple[b.Simple, ...], refs: Refs | None
) -> Iterator[Piece]:
    """A title that opens and closes; what is inside only while it is open."""
    is_open = fold in context.session.folds
    sign = glyphs.UNFOLDED if is_open else glyphs.FOLDED
    yield Text((Run(f"{sign} {title}", "link", Toggle(fold)),))
    if is_open:
        body = tuple(blocks(context, page, inside, refs))[:-1]
        yield Barred(body, "bar")

